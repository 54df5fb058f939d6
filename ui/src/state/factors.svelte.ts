// What might be around feeling little: what ships about it, and what was said. Ticks and notes are kept as they are given.
import { untrack } from 'svelte';
import { change } from '$host/client';
import type { Factor, FactorMark, Source } from '$host/generated/wire';
import { Live } from './live.svelte';
import { onLeaving, Saver } from './saver.svelte';

const typingPause = 600;

/** Answers beside what ships, as the core knows them. */
export const otherAnswers = ['other', 'unknown', 'unsaid'] as const;
export type OtherAnswer = (typeof otherAnswers)[number];

/** What was said about one of them. */
export class FactorAnswer {
  readonly key: string;
  readonly saver = new Saver(() => this.#save());
  #stored = $state.raw<FactorMark>();
  #given = $state.raw<FactorMark>();
  readonly #mark: FactorMark = $derived.by(
    () => this.#given ?? this.#stored ?? { key: this.key, is_ticked: false, note: '' },
  );

  constructor(key: string, stored: FactorMark | undefined) {
    this.key = key;
    this.#stored = stored;
  }

  get isTicked(): boolean {
    return this.#mark.is_ticked;
  }

  get note(): string {
    return this.#mark.note;
  }

  tick(is_ticked: boolean): void {
    this.#given = { ...this.#mark, is_ticked };
    this.saver.touch();
  }

  write(note: string): void {
    this.#given = { ...this.#mark, note };
    this.saver.touch(typingPause);
  }

  follow(stored: FactorMark | undefined): void {
    this.#stored = stored;
  }

  async #save(): Promise<boolean> {
    const sent = this.#given;
    if (!sent) return false;
    await change('set_factor_mark', sent);
    if (this.#given === sent) {
      this.#stored = sent;
      this.#given = undefined;
    }
    return true;
  }
}

/** What ships. It is there in every state of the program. Make one while a component starts. */
export class Factors {
  #all = new Live('list_factors', () => null, []);
  #sources = new Live('list_sources', () => null, []);

  get all(): Factor[] | undefined {
    return this.#all.value;
  }

  /** Those that one of them rests on. */
  get sources(): Source[] {
    const used = this.all?.flatMap(({ sources }) => sources) ?? [];
    return this.#sources.value?.filter(({ key }) => used.includes(key)) ?? [];
  }

  get error() {
    return this.#all.error ?? this.#sources.error;
  }
}

/** What was said, as it is kept. Make one while a component starts, and only when the data is open. */
export class FactorMarks {
  #marks = new Live('list_factor_marks', () => null, ['factors']);

  get all(): FactorMark[] | undefined {
    return this.#marks.value;
  }

  get error() {
    return this.#marks.error;
  }
}

/** The answers while they are being given. Make one while a component starts, and only when the data is open. */
export class FactorAnswers {
  #marks = new FactorMarks();
  #answers: Record<string, FactorAnswer> = {};

  constructor() {
    onLeaving(async () => {
      const kept = await Promise.all(Object.values(this.#answers).map(({ saver }) => saver.flush()));
      return kept.every(Boolean);
    });
    $effect(() => {
      const marks = this.#marks.all;
      if (marks) for (const answer of Object.values(this.#answers)) answer.follow(this.#kept(answer.key));
    });
  }

  #kept(key: string): FactorMark | undefined {
    return this.#marks.all?.find((mark) => mark.key === key);
  }

  get areRead(): boolean {
    return this.#marks.all !== undefined;
  }

  get error() {
    return this.#marks.error;
  }

  of(key: string): FactorAnswer {
    return (this.#answers[key] ??= new FactorAnswer(
      key,
      untrack(() => this.#kept(key)),
    ));
  }
}
