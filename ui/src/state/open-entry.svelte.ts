// One entry while it is being written: its words are kept at every pause, in order, and tried again after trouble.
import { change, read, Refused, type Reason } from '$host/client';
import type { Change, ChangeId, EntryId, EntryReceipt, EntryVersionId, Uid } from '$host/generated/wire';
import { isBlank } from '$lib/fold';
import { newUid } from './uid';
import { Pace } from './pace';

/** How long the keys rest before what was written is kept. */
const pause = 500;

/** Refusals that may pass by themselves. Any other comes back the same until something is written. */
const mayPass: Reason['code'][] = ['trouble', 'not_open', 'unreachable'];

/** A form that stands ready on a blank page. It is nobody's until something is typed. */
export interface Offered {
  name: string;
  text: string;
  /** Where one writes on. */
  cursor: number;
}

export class OpenEntry {
  /** Null until the first visible character of a new entry is kept. */
  id = $state.raw<EntryId | null>(null);
  /** The one it had until it was emptied. */
  formerId: EntryId | null = null;
  /** The day it belongs to; null means the day on which it is first kept. */
  on = $state.raw<string | null>(null);
  phase = $state<'reading' | 'ready' | 'gone'>('reading');
  /** Everything on the screen is kept. */
  isSaved = $state(true);
  /** Something was kept since it was opened. */
  wasSaved = $state(false);
  error = $state.raw<Refused>();
  /** What it is written from. It stands above the words, and is kept with them as a quote before the first. */
  question = $state('');
  /** A step back into the room, when the question may stir things up. */
  closing = $state<string | null>(null);
  /** How long one might write to the question; null without one. */
  minutes = $state<number | null>(null);
  /** Empty for most. */
  title = $state('');
  /** Goes up when the words were read from the core, so that an editor shows them. */
  arrivals = $state(0);
  isStarred = $state(false);
  tags = $state.raw<readonly string[]>([]);
  /** Something of the person's stands on the page, kept or not. */
  isTouched = $state(true);
  offered = $state.raw<Offered>();

  #text: () => string = () => '';
  /** Goes up with everything written; `#keptVersion` follows. */
  #version = 0;
  #keptVersion = 0;
  #isRemoved = false;
  /** The title was written here; otherwise it is none of this page's business. */
  #hasTitle = false;
  /** Something was kept since it was closed last. */
  #isOpenState = false;
  /** It may be gone with that, which is no news. */
  #isClosing = false;
  /** Of a new one from its first save on; else as it was read. */
  #uid: Uid | undefined;
  /** Stars and tags that are on their way. */
  #marks = 0;
  #marking: Promise<unknown> = Promise.resolve();
  #pace = new Pace();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor(id: EntryId | null, question = '') {
    this.id = id;
    this.question = question;
    if (id === null) this.phase = 'ready';
    this.isTouched = id !== null;
  }

  get text(): string {
    return this.#text();
  }

  /** All that is written, as it stands in a file: the title, the question and the words below it. */
  get words(): string {
    const title = isBlank(this.title) ? '' : `# ${this.title.trim()}\n\n`;
    return `${title}${this.#quote}${this.#text()}\n`;
  }

  /** What stands on the page: the person's words, or what was offered to begin with. */
  get shown(): string {
    return this.isTouched ? this.text : (this.offered?.text ?? this.text);
  }

  get isBlank(): boolean {
    return isBlank(this.#text());
  }

  /** Gives a page that is still blank a question to be written from. */
  ask(question: string, closing: string | null, minutes: number | null = null): void {
    if (this.isTouched) return;
    this.offered = undefined;
    this.question = question;
    this.closing = closing;
    this.minutes = minutes;
  }

  /** The words go on without the question. */
  dropQuestion(): void {
    this.question = '';
    this.closing = null;
    this.minutes = null;
    this.#touch();
  }

  /** `text` is asked for when it is time to keep it, so that no key press copies a long entry. */
  write(text: () => string): void {
    this.#text = text;
    this.isTouched = true;
    this.#touch();
  }

  writeTitle(title: string): void {
    this.title = title;
    this.#hasTitle = true;
    this.#touch();
  }

  moveTo(day: string): void {
    this.on = day;
    this.#touch();
    void this.flush();
  }

  /** Keeps what is not kept yet, now. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  /** Whether a change of these rows may be one of this entry. They are not known where there are many. */
  mayBeAmong(rows: Change['rows']): boolean {
    return rows === null || this.#uid === undefined || rows.some(({ uid }) => uid === this.#uid);
  }

  /** Reads it again, unless something written here is not kept yet. */
  async read(): Promise<void> {
    if (this.id === null || this.#isRemoved || this.#isClosing || this.#isBusy) return;
    const version = this.#version;
    try {
      const entry = await read('get_entry', this.id);
      if (version !== this.#version || this.#isBusy) return;
      this.#take(entry);
      const text = this.#withoutQuestion(entry.text);
      if (this.phase === 'reading' || text !== this.#text()) {
        this.#text = () => text;
        this.arrivals++;
      }
      this.error = undefined;
      this.phase = 'ready';
    } catch (thrown) {
      if (version !== this.#version || this.#isRemoved) return;
      const refused = Refused.from(thrown);
      if (refused.reason.code === 'not_found') this.phase = 'gone';
      else this.error = refused;
    }
  }

  /** The person leaves it. What it holds now can be brought back later. */
  async close(): Promise<void> {
    await this.flush();
    if (this.id === null || this.#isRemoved || !this.#isOpenState || this.#isBusy) return;
    this.#isOpenState = false;
    this.#isClosing = true;
    // Left alone for a while it counts as closed all the same, so trouble here is no loss.
    const { value: isThere } = await change('close_entry', this.id).catch(() => ({ value: true }));
    this.#isClosing = false;
    // It was emptied: the page is a blank one again, for whoever comes back to it.
    if (!isThere && !this.#isBusy) this.#begin();
  }

  async star(isStarred: boolean): Promise<void> {
    const { id, isStarred: before } = this;
    if (id === null) return;
    this.isStarred = isStarred;
    await this.#mark(
      () => change('star_entry', { entry: id, is_starred: isStarred }),
      () => (this.isStarred = before),
    );
  }

  async tag(tags: readonly string[]): Promise<void> {
    const { id, tags: before } = this;
    if (id === null) return;
    this.tags = tags;
    await this.#mark(
      () => change('tag_entry', { entry: id, tags: [...tags] }),
      () => (this.tags = before),
    );
  }

  /** What is attached needs an entry: a blank page becomes one, before any words. */
  async hold(): Promise<EntryId> {
    await this.flush();
    if (this.id !== null) return this.id;
    const begun = change('begin_entry', { on: this.on }).then(({ value }) => {
      this.id = value.id;
      this.#take({ ...value, title: this.title });
    });
    // What is written meanwhile goes into the same entry, its title too.
    this.#sending ??= begun
      .catch(() => {})
      .then(() => this.#send())
      .finally(() => (this.#sending = undefined));
    await begun;
    return this.hold();
  }

  /** Puts an earlier state in place of the words. Gives the change that takes this back. */
  async bringBack(version: EntryVersionId): Promise<ChangeId | null> {
    await this.flush();
    const { change: id } = await change('bring_back_version', version);
    await this.read();
    return id;
  }

  /** Deletes it with its last words. Gives the change that brings it back; null when it was never kept. */
  async remove(): Promise<ChangeId | null> {
    await this.flush();
    if (this.id === null) return null;
    this.#isRemoved = true;
    try {
      return (await change('delete_entry', this.id)).change;
    } catch (thrown) {
      this.#isRemoved = false;
      throw thrown;
    }
  }

  /** After its deletion was taken back. */
  restored(): void {
    this.#isRemoved = false;
    this.wasSaved = false;
  }

  /** Stars and tags are shown at once and sent in order; what came back meanwhile is older than they are. */
  async #mark(send: () => Promise<unknown>, takeBack: () => void): Promise<void> {
    this.#marks++;
    const sent = this.#marking.then(send);
    this.#marking = sent.catch(() => {});
    try {
      await sent;
    } catch (thrown) {
      takeBack();
      throw thrown;
    } finally {
      this.#marks--;
    }
    if (this.#marks === 0) void this.read();
  }

  #take(entry: EntryReceipt): void {
    this.#uid = entry.uid;
    this.on = entry.on;
    // A blank at the end of what is being typed is no other title.
    if (entry.title.trim() !== this.title.trim()) this.title = entry.title;
    if (this.#marks > 0) return;
    this.isStarred = entry.is_starred;
    this.tags = entry.tags;
  }

  /** As a page that was only opened. */
  #begin(): void {
    this.formerId = this.id;
    this.#beginAnew();
    this.phase = 'ready';
    this.isStarred = false;
    this.tags = [];
    this.isTouched = this.wasSaved = false;
    this.offered = undefined;
  }

  get #quote(): string {
    return this.question && `> ${this.question.replace(/\s+/g, ' ')}\n\n`;
  }

  /** The words below the question; all of the text when the question has been changed elsewhere. */
  #withoutQuestion(text: string): string {
    if (text.startsWith(this.#quote)) return text.slice(this.#quote.length);
    if (!isBlank(text)) this.question = '';
    return text;
  }

  get #isBusy(): boolean {
    return this.#sending !== undefined || this.#version !== this.#keptVersion;
  }

  #touch(): void {
    if (this.#isRemoved) return;
    this.#version++;
    this.isSaved = false;
    this.#flushIn(this.#pace.rest(pause));
  }

  #flushIn(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #beginAnew(): void {
    this.id = null;
    this.#uid = undefined;
  }

  async #send(): Promise<void> {
    while (this.#keptVersion !== this.#version) {
      const version = this.#version;
      const words = this.#text();
      const text = isBlank(words) ? words : this.#quote + words;
      if (this.id !== null || !isBlank(text) || !isBlank(this.title)) {
        // Asked for once already, without an answer, it may stand there: by its id or by its uid.
        const isNew = this.id === null && this.#uid === undefined;
        if (isNew) this.#uid = newUid();
        const title = this.#hasTitle ? { title: this.title } : {};
        try {
          const { value } = await change('save_entry', {
            id: this.id,
            uid: this.#uid,
            on: this.on,
            text,
            ...title,
          });
          this.id = value.id;
          if (version === this.#version) this.#take(value);
          this.wasSaved = this.#isOpenState = true;
        } catch (thrown) {
          const refused = Refused.from(thrown);
          if (refused.reason.code === 'not_found' && !isNew) {
            // Deleted elsewhere while it was being written here: the words are kept as a new entry.
            this.#beginAnew();
            continue;
          }
          // The same trouble again is not news.
          if (refused.reason.code !== this.error?.reason.code) this.error = refused;
          if (mayPass.includes(refused.reason.code)) this.#flushIn(this.#pace.refused());
          else this.#pace.declined();
          return;
        }
      }
      this.#keptVersion = version;
      this.#pace.saved();
    }
    // All of it was taken out again: a blank page, with the ways to begin.
    if (this.id === null && this.isTouched && this.isBlank) {
      this.offered = undefined;
      this.isTouched = false;
    }
    this.error = undefined;
    this.isSaved = true;
  }
}
