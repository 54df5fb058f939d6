// Which days have an entry, and the entries of one of them, a page at a time.
import type { DaySpan } from '$host/generated/wire';
import { Live } from './live.svelte';

const pageSize = 50;

export class MarkedDays {
  #days: Live<'list_entry_days'>;

  /** Make one while a component starts. */
  constructor(span: () => DaySpan) {
    this.#days = new Live('list_entry_days', span, ['entries']);
  }

  has(on: string): boolean {
    return this.#days.value?.includes(on) ?? false;
  }

  get error() {
    return this.#days.error;
  }
}

export class DayEntries {
  #limit = $state(pageSize);
  #found: Live<'search_entries'>;

  /** Make one while a component starts. */
  constructor(on: () => string) {
    this.#found = new Live('search_entries', () => ({ typed: `on:${on()}`, limit: this.#limit }), [
      'entries',
    ]);
  }

  get entries() {
    return (this.#found.value?.hits ?? []).map(({ entry }) => entry);
  }

  get hasMore(): boolean {
    return this.entries.length === this.#limit;
  }

  get error() {
    return this.#found.error;
  }

  more(): void {
    if (this.hasMore) this.#limit += pageSize;
  }
}
