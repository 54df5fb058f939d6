// A question to begin an entry with, one at a time. The core remembers which were shown.
import { change, Refused } from '$host/client';
import type { Prompt, Weight } from '$host/generated/wire';

export class Beginning {
  question = $state.raw<Prompt>();
  weight = $state<Weight>('light');
  error = $state.raw<Refused>();
  #asked = 0;

  /** Another question, of this weight. */
  async ask(weight: Weight = this.weight): Promise<Prompt | undefined> {
    const asked = ++this.#asked;
    this.weight = weight;
    try {
      const { value } = await change('offer_prompt', { weight });
      if (asked !== this.#asked) return;
      this.question = value ?? undefined;
      this.error = undefined;
      return this.question;
    } catch (thrown) {
      if (asked === this.#asked) this.error = Refused.from(thrown);
      return;
    }
  }

  /** Without a question. */
  leave(): void {
    this.#asked++;
    this.question = this.error = undefined;
    this.weight = 'light';
  }
}
