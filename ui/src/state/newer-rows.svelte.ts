// What a newer version of the program wrote here, and this one cannot read.
import { Live } from './live.svelte';

/** Make one while a component starts. */
export class NewerRows {
  #live = new Live('count_newer', () => null, []);

  get count(): number {
    return this.#live.value ?? 0;
  }
}
