// The one line to write on the Today page: an entry of the journal, kept at each pause.
import { change, Refused } from '$host/client';
import type { EntryId } from '$host/generated/wire';
import { isBlank } from '$lib/fold';
import { Saver } from './saver.svelte';

const typingPause = 600;

class JournalLine {
  text = $state('');
  /** The entry it became. */
  id = $state<EntryId | null>(null);
  readonly saver = new Saver(() => this.#save());

  write(text: string): void {
    this.text = text;
    this.saver.touch(typingPause);
  }

  /** Keeps the last words, then leaves the field empty for the next visit. */
  async close(): Promise<void> {
    await this.saver.flush();
    if (!this.saver.isDue) this.clear();
  }

  clear(): void {
    this.text = '';
    this.id = null;
    this.saver.reset();
  }

  async #save(): Promise<boolean> {
    const text = this.text;
    if (isBlank(text)) {
      if (this.id !== null) await change('delete_entry', this.id);
      this.id = null;
      return false;
    }
    try {
      this.id = (await change('save_entry', { id: this.id, on: null, text })).value.id;
      return true;
    } catch (thrown) {
      if (this.id === null || Refused.from(thrown).reason.code !== 'not_found') throw thrown;
      this.id = null;
      return this.#save();
    }
  }
}

export const journalLine = new JournalLine();
