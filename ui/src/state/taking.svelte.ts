// Entries being read one after the other to be taken along. It can take a while, is told, and can be stopped.
import { get, read, Refused } from '$host/client';
import type { AttachedTo, Entry, EntryChoice, EntryId, Paper } from '$host/generated/wire';
import { setPages, type SetPages } from './pages.svelte';
import { takenPictures, type TakenPicture } from './taken-pictures';

export class Taking {
  isBusy = $state(false);
  /** How many have been read, and of how many. */
  done = $state(0);
  all = $state(0);
  #running = new AbortController();

  /** What `choice` names. */
  which(choice: EntryChoice): Promise<EntryId[]> {
    return read('list_entry_ids', choice);
  }

  /** Whether there is any picture to take along. */
  async hasPictures(): Promise<boolean> {
    return (await read('search_entries', { typed: 'has:picture', limit: 1 })).hits.length > 0;
  }

  /**
   * Runs one piece of work. `work` is given a way to hear of each entry, one to read pictures and one to set pages;
   * all end quietly when the work was stopped, and then undefined comes of it.
   */
  async run<T>(
    work: (steps: {
      each: (ids: readonly EntryId[], take: (entry: Entry) => unknown) => Promise<void>;
      picturesOf: (to: AttachedTo) => Promise<TakenPicture[]>;
      set: (paper: Paper) => Promise<SetPages>;
    }) => Promise<T>,
  ): Promise<T | undefined> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    this.isBusy = true;
    this.done = this.all = 0;
    try {
      return await work({
        each: async (ids, take) => {
          this.all = ids.length;
          for (const id of ids) {
            const entry = await entryIfThere(id);
            if (signal.aborted) throw stopped;
            if (entry) await take(entry);
            this.done++;
          }
        },
        picturesOf: async (to) => {
          const pictures = await takenPictures(to, signal);
          if (signal.aborted) throw stopped;
          return pictures;
        },
        set: async (paper) => {
          const set = await setPages(paper);
          if (signal.aborted || !set) throw stopped;
          return set;
        },
      });
    } catch (thrown) {
      if (thrown === stopped) return undefined;
      throw thrown;
    } finally {
      if (!signal.aborted) this.isBusy = false;
    }
  }

  stop(): void {
    this.#running.abort();
    this.isBusy = false;
    // Asking for no pages stops those that are being set. If that fails there is nothing left to stop.
    void get('get_pages', null).catch(() => undefined);
  }
}

const stopped = new Error('stopped');

/** One that was deleted meanwhile is not there any more, and is left out. */
async function entryIfThere(id: EntryId): Promise<Entry | undefined> {
  try {
    return await read('get_entry', id);
  } catch (thrown) {
    if (Refused.from(thrown).reason.code === 'not_found') return undefined;
    throw thrown;
  }
}
