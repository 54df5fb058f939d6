// A value read from the core that is read again when the core says something it rests on has changed, and on a new day.
import { currentHost, read, Refused } from '$host/client';
import type { Kind, Reads } from '$host/generated/wire';
import { onNewDay } from './today.svelte';

export class Live<N extends keyof Reads> {
  /** Undefined until the first answer. Keeps the last good answer while reading again. */
  value = $state.raw<Reads[N]['output']>();
  error = $state.raw<Refused>();
  loading = $state(true);

  #name: N;
  #input: () => Reads[N]['input'];
  #asked = 0;
  #latest: Promise<void> = Promise.resolve();

  /**
   * Make one while a component starts: it stops listening when the component goes.
   * `kinds` are the kinds of change it rests on; leave it out to read again on any change.
   */
  constructor(name: N, input: () => Reads[N]['input'], kinds?: Kind[]) {
    this.#name = name;
    this.#input = input;
    $effect(() => {
      void this.#read(this.#input());
    });
    $effect(() => onNewDay(() => void this.refresh()));
    $effect(() =>
      currentHost().onChanged((change) => {
        if (!kinds || change.kinds.some((kind) => kinds.includes(kind))) void this.refresh();
      }),
    );
  }

  /** Reads again; done once the latest answer is in place, even if another question overtook this one. */
  refresh(): Promise<void> {
    return this.#read(this.#input());
  }

  #read(input: Reads[N]['input']): Promise<void> {
    return (this.#latest = this.#ask(input));
  }

  async #ask(input: Reads[N]['input']): Promise<void> {
    const asked = ++this.#asked;
    this.loading = true;
    try {
      const value = await read(this.#name, input);
      // A later question may have been answered first; only the latest counts.
      if (asked !== this.#asked) return this.#latest;
      this.value = value;
      this.error = undefined;
    } catch (thrown) {
      if (asked !== this.#asked) return this.#latest;
      this.error = Refused.from(thrown);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }
}
