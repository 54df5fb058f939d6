// How a practice left one: an answer of one press, kept as it is pressed. It is shown again in words and never added up.
import { change } from '$host/client';
import type { Afterwards, ChangeId, Practised, PracticeId } from '$host/generated/wire';
import { Live } from './live.svelte';
import { Saver } from './saver.svelte';

export const answers = ['heavier', 'same', 'lighter', 'cant_tell'] as const satisfies readonly Afterwards[];

export class PracticeAnswer {
  given = $state<Afterwards>();
  readonly #of: Practised;
  readonly #saver = new Saver(() => this.#save());
  #id: PracticeId | null = null;

  constructor(of: Practised) {
    this.#of = of;
  }

  get problem(): string | undefined {
    return this.#saver.problem;
  }

  /** The same answer again takes it away. */
  press(pressed: Afterwards): void {
    this.given = pressed === this.given ? undefined : pressed;
    this.#saver.touch();
  }

  async #save(): Promise<boolean> {
    const afterwards = this.given;
    if (afterwards) {
      this.#id = (await change('save_practice', { id: this.#id, of: this.#of, afterwards })).value.id;
      return true;
    }
    if (this.#id !== null) await change('delete_practice', this.#id);
    this.#id = null;
    return false;
  }
}

/** The latest answers on one practice. */
export class LatestAnswers {
  #list: Live<'list_practices'>;

  constructor(of: () => Practised) {
    this.#list = new Live('list_practices', of, ['practices']);
  }

  get all() {
    return this.#list.value ?? [];
  }
}

/** Lets go of an answer; what comes back takes that back. */
export async function letAnswerGo(id: PracticeId): Promise<ChangeId | null> {
  return (await change('delete_practice', id)).change;
}
