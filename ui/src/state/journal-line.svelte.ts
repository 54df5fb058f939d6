// The one line to write on the Today page: an entry of the journal, kept at each pause. Another day has a line of its own.
import { change, Refused } from '$host/client';
import type { EntryId, Uid } from '$host/generated/wire';
import { dayNow } from '$lib/civil';
import { isBlank } from '$lib/fold';
import { newUid } from './uid';
import { Saver } from './saver.svelte';

const typingPause = 600;
/** A line left alone for this long is no longer being written. */
const stillWriting = 30 * 60_000;

class JournalLine {
  text = $state('');
  /** The entry it became. */
  id = $state<EntryId | null>(null);
  readonly saver = new Saver(() => this.#save());
  /** From its first save on. */
  #uid: Uid | undefined;
  /** The day that entry belongs to. */
  #on: string | undefined;
  /** When it was written in last; nothing once it has been left. */
  #writtenAt: number | undefined;

  write(text: string): void {
    this.text = text;
    this.#writtenAt = Date.now();
    this.saver.touch(typingPause);
  }

  /** The line has been left. */
  rest(): Promise<boolean> {
    this.#writtenAt = undefined;
    return this.saver.flush();
  }

  /** The line of a day that is over is let go of. One being written goes on with the day it was begun on. */
  async renew(): Promise<void> {
    if (!this.#isOver) return;
    await this.saver.flush();
    if (!this.saver.isDue && this.saver.state !== 'failed' && this.#isOver) this.clear();
  }

  /** Keeps the last words, then leaves the field empty for the next visit. */
  async close(): Promise<void> {
    await this.saver.flush();
    if (!this.saver.isDue) this.clear();
  }

  clear(): void {
    this.text = '';
    this.#beginAnew();
    this.#on = this.#writtenAt = undefined;
    this.saver.reset();
  }

  get #isOver(): boolean {
    const isWriting = this.#writtenAt !== undefined && Date.now() - this.#writtenAt < stillWriting;
    return this.id !== null && this.#on !== dayNow() && !isWriting;
  }

  #beginAnew(): void {
    this.id = null;
    this.#uid = undefined;
  }

  async #save(): Promise<boolean> {
    const text = this.text;
    if (isBlank(text)) {
      if (this.id !== null) await change('delete_entry', this.id);
      this.#beginAnew();
      return false;
    }
    const isNew = this.#uid === undefined;
    this.#uid ??= newUid();
    try {
      const { value } = await change('save_entry', { id: this.id, uid: this.#uid, on: null, text });
      this.id = value.id;
      this.#on = value.on;
      return true;
    } catch (thrown) {
      if (isNew || Refused.from(thrown).reason.code !== 'not_found') throw thrown;
      this.#beginAnew();
      return this.#save();
    }
  }
}

export const journalLine = new JournalLine();
