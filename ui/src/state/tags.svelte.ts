// The tags in use: to choose from, to rename, and to make one of two.
import { change, type Changed } from '$host/client';
import { Live } from './live.svelte';

export class Tags {
  #tags = new Live('list_tags', () => null, ['entries']);

  get all(): readonly string[] {
    return this.#tags.value ?? [];
  }

  get isRead(): boolean {
    return this.#tags.value !== undefined;
  }

  get error() {
    return this.#tags.error;
  }
}

/** Over all entries. A name that is in use already makes one tag of both. */
export function renameTag(from: string, to: string): Promise<Changed<null>> {
  return change('rename_tag', { from, to });
}
