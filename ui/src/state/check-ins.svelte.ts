// A check-in while it is being given: every part optional, kept as soon as one thing is there.
import { change, read, Refused } from '$host/client';
import type { CheckIn, CheckInDraft, CheckInId, Uid } from '$host/generated/wire';
import { dayNow, dayOf } from '$lib/civil';
import { newUid } from './uid';
import { Saver } from './saver.svelte';

export type Parts = Omit<CheckInDraft, 'id' | 'uid'>;

/** A check-in touched this recently is gone on with, after a reload for example. */
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

/** One check-in: it is gone on with while it is recent, and on its own day. */
interface Moment {
  id: CheckInId | null;
  uid: Uid | null;
  begunAt: number;
  touchedAt: number;
}

function beginAnew(moment: Moment): void {
  moment.id = null;
  moment.uid = newUid();
}

const newMoment = (): Moment => ({ id: null, uid: newUid(), begunAt: Date.now(), touchedAt: Date.now() });

const isRecent = ({ touchedAt }: Moment) => Date.now() - touchedAt < recentFor;
const isPast = (moment: Moment) => !isRecent(moment) || dayOf(new Date(moment.begunAt)) !== dayNow();

export class CheckInForm {
  parts = $state.raw<Parts>(nothing());
  readonly isEmpty: boolean = $derived(isEmpty(this.parts));
  /** Goes up when a moment that had passed was let go of. */
  renewals = $state(0);
  /** Told once for each new check-in, when its first part has been kept. */
  onkept: (id: CheckInId) => void = () => undefined;
  readonly saver = new Saver(() => this.#save());
  #moment = newMoment();
  /** Moments that had passed before they could be kept. */
  #behind: { moment: Moment; parts: Parts }[] = [];
  #isWriting = false;
  /** Goes up with each opening and whatever ends one, so that a slow answer to an earlier one is dropped. */
  #visit = 0;

  give(given: Partial<Parts>): void {
    // What is typed to a line that stands there already goes on with it.
    const goesOn = 'note' in given && this.parts.note.trim() !== '';
    if (isPast(this.#moment) && !goesOn) this.#beginAnew();
    if (given.note !== undefined) this.#isWriting = given.note.trim() !== '';
    if (this.isEmpty) this.#moment.begunAt = Date.now();
    this.#moment.touchedAt = Date.now();
    this.parts = { ...this.parts, ...given };
    this.saver.touch('note' in given ? typingPause : 0);
  }

  /** The line has been left. */
  rest(): Promise<boolean> {
    this.#isWriting = false;
    return this.saver.flush();
  }

  /** Goes on with a recent check-in; otherwise starts empty. What could not be kept earlier stays. */
  async open(): Promise<void> {
    const visit = ++this.#visit;
    if (this.saver.isDue) return;
    this.#clear();
    // When that cannot be read, an empty one is still there to be given.
    const [latest] = await read('list_check_ins', 1).catch(() => []);
    if (!latest || isPast(momentOf(latest))) return;
    if (visit !== this.#visit || this.#moment.id !== null || !this.isEmpty) return;
    this.#goOnWith(latest);
  }

  /** Lets go of a moment that has passed, so that the next one is asked for. A line being written is not taken away. */
  async renew(): Promise<void> {
    if (!this.#isOver) return;
    if (this.saver.isDue) await this.saver.flush();
    if (this.saver.isDue || !this.#isOver) return;
    this.#letGo();
    this.renewals += 1;
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
    this.#letGo();
    return true;
  }

  /** The check-in was deleted elsewhere; what is entered next is a new one. */
  forget(id: CheckInId): void {
    this.#behind = this.#behind.filter(({ moment }) => moment.id !== id);
    this.#visit++;
    if (id === this.#moment.id) this.#clear();
  }

  async takeBack(id: CheckInId): Promise<void> {
    if (id === this.#moment.id) await this.saver.flush();
    await change('delete_check_in', id);
    this.forget(id);
  }

  get #isOver(): boolean {
    const isHeld = this.#isWriting && isRecent(this.#moment);
    return !this.isEmpty && isPast(this.#moment) && !isHeld && !this.#isRefused;
  }

  /** It cannot be kept as it is, and stays until it is put right. */
  get #isRefused(): boolean {
    return this.saver.state === 'failed' && !this.saver.isDue;
  }

  /** What was given last belongs to a moment that has passed. It is kept as it was. */
  #beginAnew(): void {
    if (this.isEmpty && this.#moment.id === null) return void (this.#moment = newMoment());
    if (this.#isRefused) return;
    if (!this.saver.isDue) return this.#clear();
    this.#behind.push({ moment: this.#moment, parts: this.parts });
    this.#empty();
  }

  #goOnWith(checkIn: CheckIn): void {
    const { feel, energy, comfort, words, body, note } = checkIn;
    this.parts = { feel, energy, comfort, words, body, note };
    this.#moment = momentOf(checkIn);
    this.saver.state = 'kept';
  }

  #empty(): void {
    this.parts = nothing();
    this.#moment = newMoment();
    this.#isWriting = false;
  }

  /** Nothing that was asked for before brings it back. */
  #letGo(): void {
    this.#visit++;
    this.#clear();
  }

  #clear(): void {
    this.#empty();
    this.saver.reset();
  }

  async #save(): Promise<boolean> {
    for (let left = this.#behind[0]; left; left = this.#behind[0]) {
      await this.#keep(left.moment, left.parts);
      this.#behind.shift();
    }
    return this.#keep(this.#moment, this.parts);
  }

  async #keep(moment: Moment, parts: Parts): Promise<boolean> {
    if (isEmpty(parts)) return this.#drop(moment);
    const draft = { ...parts, words: [...parts.words], body: [...parts.body] };
    try {
      const kept = await change('save_check_in', { ...draft, id: moment.id, uid: moment.uid });
      const isNew = moment.id === null;
      moment.id = kept.value.id;
      if (isNew) this.onkept(kept.value.id);
      return true;
    } catch (thrown) {
      if (moment.id === null || Refused.from(thrown).reason.code !== 'not_found') throw thrown;
      // It was deleted in another window; what is being entered here is kept as a new one.
      beginAnew(moment);
      return this.#keep(moment, this.#moment === moment ? this.parts : parts);
    }
  }

  /** Everything was cleared again: then there was no check-in. */
  async #drop(moment: Moment): Promise<false> {
    if (moment.id !== null) await change('delete_check_in', moment.id);
    beginAnew(moment);
    return false;
  }
}

function momentOf({ id, at }: CheckIn): Moment {
  return { id, uid: null, begunAt: Date.parse(at), touchedAt: Date.parse(at) };
}

/** The check-in on the Today page. It outlives the page, so that words which could not be kept are not lost. */
export const todayCheckIn = new CheckInForm();
