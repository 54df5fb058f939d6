// A question to begin an entry with, one at a time. The core remembers which were shown.
import { change, Refused } from '$host/client';
import type { Prompt, Weight } from '$host/generated/wire';

export class Beginning {
  /** Of the question asked for last; none yet at first. */
  weight = $state<Weight>();
  /** The question that came last. */
  prompt = $state.raw<Prompt>();
  error = $state.raw<Refused>();
  #asked = 0;

  /** Another question, of this weight or the last. Nothing when it was overtaken by the next one. */
  async ask(weight: Weight = this.weight ?? 'light'): Promise<Prompt | undefined> {
    const asked = ++this.#asked;
    try {
      const { value } = await change('offer_prompt', { weight });
      if (asked !== this.#asked) return;
      this.weight = weight;
      this.prompt = value ?? undefined;
      this.error = undefined;
      return value ?? undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.error = Refused.from(thrown);
      return;
    }
  }
}
