// The bin of the journal: what was deleted, brought back or let go of for good.
import { change, type Changed } from '$host/client';
import type { BinnedEntry, EntryId } from '$host/generated/wire';
import { Live } from './live.svelte';

export class Bin {
  #bin = new Live('list_bin', () => null, ['entries']);

  /** Undefined until it was read. */
  get entries(): readonly BinnedEntry[] | undefined {
    return this.#bin.value;
  }

  get error() {
    return this.#bin.error;
  }
}

export function bringBackEntry(id: EntryId): Promise<Changed<null>> {
  return change('bring_back_entry', id);
}

/** For good: one, or all there is. */
export async function letGo(id: EntryId | 'all'): Promise<void> {
  await (id === 'all' ? change('empty_bin', null) : change('remove_entry', id));
}
