// The tags in use: to choose from, to rename, and to make one of two.
import { change, read, type Changed } from '$host/client';
import { Live } from './live.svelte';

export class Tags {
  #tags = new Live('list_tags', () => null, ['entries']);
  #merged = new Live('list_merged_tags', () => null, ['entries']);

  get all(): readonly string[] {
    return this.#tags.value ?? [];
  }

  /** Tags that looked alike and became one when the data was opened. */
  get merged(): readonly string[] {
    return this.#merged.value ?? [];
  }

  get isRead(): boolean {
    return this.#tags.value !== undefined;
  }

  get error() {
    return this.#tags.error;
  }
}

/** Read when they are about to be needed: with many entries that takes a moment, and most days nobody asks. */
export class TagsInUse {
  all = $state.raw<readonly string[]>([]);

  async read(): Promise<void> {
    // Without them a tag can be typed in full.
    this.all = await read('list_tags', null).catch(() => this.all);
  }
}

/** Over all entries. A name that is in use already makes one tag of both. */
export function renameTag(from: string, to: string): Promise<Changed<null>> {
  return change('rename_tag', { from, to });
}

/** Takes that back; of each the second gets a number. */
export function keepTagsApart(): Promise<Changed<null>> {
  return change('keep_tags_apart', null);
}
