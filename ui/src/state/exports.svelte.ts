// A file to take along, which the core makes and holds until it was put somewhere. It goes on when the page is loaded anew.
import { change, download, read, Refused, saveFile } from '$host/client';
import type { ChosenEntry, EntryChoice, ExportDraft, MadeExport } from '$host/generated/wire';
import { flushAll } from './leaving';
import { longWork } from './long-work.svelte';

class Exports {
  /** What is held. */
  made = $state.raw<MadeExport>();
  /** This page waits for its file. */
  #isAwaited = $state(false);
  /** A dialog shows how far it is and what came of it, so that nothing else has to. */
  isInDialog = $state(false);

  /** How far it is; it may have begun before the page was loaded. */
  get progress() {
    return longWork.state?.kind === 'export' ? longWork.state : undefined;
  }

  get isUnderway() {
    return this.#isAwaited || this.progress !== undefined;
  }

  /** Makes a file, in place of one that is held. Undefined when it was stopped. */
  async make(draft: () => ExportDraft): Promise<MadeExport | undefined> {
    this.#isAwaited = true;
    this.made = undefined;
    try {
      // What was typed a moment ago is in it.
      await flushAll();
      longWork.follow();
      return (this.made = (await change('make_export', draft())).value);
    } catch (thrown) {
      if (Refused.from(thrown).reason.code === 'stopped') return undefined;
      throw thrown;
    } finally {
      await longWork.look();
      this.#isAwaited = false;
    }
  }

  stop = () => longWork.stop();

  /** Puts it where the person chooses. False when they chose no place: it is held on. */
  async save(name: string): Promise<boolean> {
    const { bytes } = await download('get_export_file', null);
    if (!(await saveFile({ name, bytes }))) return false;
    await this.discard();
    return true;
  }

  async discard(): Promise<void> {
    this.made = undefined;
    await change('discard_export', null);
  }

  /** Finds what was made for a page that has gone. */
  async look(): Promise<void> {
    try {
      this.made = (await read('get_made_export', null)) ?? undefined;
    } catch {
      this.made = undefined;
    }
  }
}

export const exports: Exports = new Exports();

/** What `choice` names, and the day of each. */
export const chosenEntries = (choice: EntryChoice): Promise<ChosenEntry[]> =>
  read('list_chosen_entries', choice);

/** Whether there is any picture to take along. */
export const hasPictures = async (): Promise<boolean> =>
  (await read('search_entries', { typed: 'has:picture', limit: 1 })).hits.length > 0;
