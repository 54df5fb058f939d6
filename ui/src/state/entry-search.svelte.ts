// Search as one types: the journal is asked at each short rest of the keys, and only the latest answer counts.
import { currentHost, read, Refused } from '$host/client';
import type { Clause, SearchHit } from '$host/generated/wire';

const rest = 80;
const pageSize = 50;

export class EntrySearch {
  /** What stands in the field. */
  typed = $state('');
  /** Undefined until something is looked for and answered. */
  hits = $state.raw<SearchHit[]>();
  error = $state.raw<Refused>();
  hasMore = $state(false);
  /** What the hits shown were found by, and how it was understood. */
  foundBy = $state.raw('');
  clauses = $state.raw<readonly Clause[]>([]);
  /** What was typed and cannot be looked for. */
  unsought = $state.raw<readonly string[]>([]);

  #limit = pageSize;
  #asked = 0;

  /** Make one while a component starts: it stops when the component goes. */
  constructor() {
    $effect(() => {
      const typed = this.typed.trim();
      this.#limit = pageSize;
      if (typed === '') {
        this.#asked++;
        this.hits = this.error = undefined;
        this.foundBy = '';
        this.clauses = this.unsought = [];
        return;
      }
      const timer = setTimeout(() => void this.#ask(typed), rest);
      return () => clearTimeout(timer);
    });
    $effect(() =>
      currentHost().onChanged(({ kinds }) => {
        const counts = kinds.includes('entries') || kinds.includes('attachments');
        if (counts && this.foundBy) void this.#ask(this.foundBy);
      }),
    );
  }

  clear(): void {
    this.typed = '';
  }

  async more(): Promise<void> {
    if (!this.hasMore) return;
    this.hasMore = false;
    this.#limit += pageSize;
    await this.#ask(this.foundBy);
  }

  async #ask(typed: string): Promise<void> {
    const asked = ++this.#asked;
    const limit = this.#limit;
    try {
      const { hits, clauses, unsought } = await read('search_entries', { typed, limit });
      if (asked !== this.#asked) return;
      this.hits = hits;
      this.clauses = clauses;
      this.unsought = unsought;
      this.hasMore = hits.length === limit;
      this.foundBy = typed;
      this.error = undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.error = Refused.from(thrown);
    }
  }
}
