// Words for a check-in: those that are offered, one's own, and those that are left out.
import { change } from '$host/client';
import type { ChangeId, OwnWords, WordSet, WordUse } from '$host/generated/wire';
import { Live } from './live.svelte';

/** What becomes of a word: one's own, left out, or as usual. Gives the change that takes it back. */
export async function markWord(word: string, becomes: WordUse): Promise<ChangeId | null> {
  return (await change('mark_word', { word, becomes })).change;
}

/** Make one while a component starts. */
export class CheckInWords {
  #live = new Live('list_words', () => null, ['settings']);

  get offered(): WordSet | undefined {
    return this.#live.value?.offered;
  }

  get own(): OwnWords | undefined {
    return this.#live.value?.own;
  }

  get error() {
    return this.#live.error;
  }
}

/** All that ship, under the names of their groups. Make one while a component starts. */
export class BundledWords {
  #live = new Live('list_bundled_words', () => null, []);

  get all(): WordSet | undefined {
    return this.#live.value;
  }

  get error() {
    return this.#live.error;
  }
}
