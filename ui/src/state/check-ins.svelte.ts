// A check-in while it is being given: every part optional, kept as soon as one thing is there.
import { change, read, Refused } from '$host/client';
import type { CheckIn, CheckInDraft, CheckInId } from '$host/generated/wire';
import { Saver } from './saver.svelte';

export type Parts = Omit<CheckInDraft, 'id'>;

/** A check-in this recent is gone on with, after a reload for example. */
const recentFor = 30 * 60_000;
const typingPause = 600;

const nothing = (): Parts => ({ feel: null, energy: null, comfort: null, words: [], body: [], note: '' });

const isEmpty = (parts: Parts) =>
  parts.feel === null &&
  parts.energy === null &&
  parts.comfort === null &&
  parts.words.length === 0 &&
  parts.body.length === 0 &&
  parts.note.trim() === '';

export class CheckInForm {
  parts = $state.raw<Parts>(nothing());
  readonly isEmpty: boolean = $derived(isEmpty(this.parts));
  /** Told once for each new check-in, when its first part has been kept. */
  onkept: (id: CheckInId) => void = () => undefined;
  readonly saver = new Saver(() => this.#save());
  #id: CheckInId | null = null;
  /** Goes up with each opening and closing, so that a slow answer to an earlier one is dropped. */
  #visit = 0;

  give(given: Partial<Parts>): void {
    this.parts = { ...this.parts, ...given };
    this.saver.touch('note' in given ? typingPause : 0);
  }

  /** Goes on with a recent check-in; otherwise starts empty. What could not be kept earlier stays. */
  async open(): Promise<void> {
    const visit = ++this.#visit;
    if (this.saver.isDue) return;
    this.#clear();
    // When that cannot be read, an empty one is still there to be given.
    const [latest] = await read('list_check_ins', 1).catch(() => []);
    const isRecent = latest && Date.now() - Date.parse(latest.at) < recentFor;
    if (!isRecent || visit !== this.#visit || this.#id !== null || !this.isEmpty) return;
    this.#goOnWith(latest);
  }

  /** Keeps the last words, then lets go of them: nothing private stays in memory behind another page. */
  async close(): Promise<void> {
    const visit = ++this.#visit;
    await this.saver.flush();
    if (visit === this.#visit && !this.saver.isDue) this.#clear();
  }

  /** A new moment. False when the last one could not be kept: then it stays. */
  async another(): Promise<boolean> {
    await this.saver.flush();
    if (this.saver.isDue) return false;
    this.#clear();
    return true;
  }

  /** The check-in was deleted elsewhere; what is entered next is a new one. */
  forget(id: CheckInId): void {
    if (id === this.#id) this.#clear();
  }

  async takeBack(id: CheckInId): Promise<void> {
    if (id === this.#id) await this.saver.flush();
    await change('delete_check_in', id);
    this.forget(id);
  }

  #goOnWith(checkIn: CheckIn): void {
    const { feel, energy, comfort, words, body, note } = checkIn;
    this.parts = { feel, energy, comfort, words, body, note };
    this.#id = checkIn.id;
    this.saver.state = 'kept';
  }

  #clear(): void {
    this.parts = nothing();
    this.#id = null;
    this.saver.reset();
  }

  async #save(): Promise<boolean> {
    const parts = this.parts;
    if (isEmpty(parts)) return this.#drop();
    const draft = { ...parts, words: [...parts.words], body: [...parts.body] };
    try {
      const kept = await change('save_check_in', { ...draft, id: this.#id });
      const isNew = this.#id === null;
      this.#id = kept.value.id;
      if (isNew) this.onkept(kept.value.id);
      return true;
    } catch (thrown) {
      if (this.#id === null || Refused.from(thrown).reason.code !== 'not_found') throw thrown;
      // It was deleted in another window; what is being entered here is kept as a new one.
      this.#id = null;
      return this.#save();
    }
  }

  /** Everything was cleared again: then there was no check-in. */
  async #drop(): Promise<false> {
    if (this.#id !== null) await change('delete_check_in', this.#id);
    this.#id = null;
    return false;
  }
}

/** The check-in on the Today page. It outlives the page, so that words which could not be kept are not lost. */
export const todayCheckIn = new CheckInForm();
