// The entries by day, newest first, read a page at a time and kept true.
import { currentHost, read, Refused } from '$host/client';
import type { EntrySummary } from '$host/generated/wire';

export const pageSize = 50;
/** Changes that come close together are read once. */
const settle = 150;

export class Timeline {
  entries = $state.raw<EntrySummary[]>([]);
  isRead = $state(false);
  hasMore = $state(false);
  error = $state.raw<Refused>();

  #turn: Promise<void> = Promise.resolve();
  #isReadingMore = false;

  /** Make one while a component starts: it stops listening when the component goes. */
  constructor() {
    $effect(() => {
      void this.refresh();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = currentHost().onChanged(({ kinds }) => {
        if (!kinds.includes('entries') && !kinds.includes('attachments')) return;
        clearTimeout(timer);
        timer = setTimeout(() => void this.refresh(), settle);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    });
  }

  /** Reads again what is shown. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const limit = Math.max(pageSize, this.entries.length);
      const entries = await read('list_entries', { after: null, limit });
      this.entries = entries;
      this.hasMore = entries.length === limit;
    });
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    if (this.#isReadingMore || !this.hasMore) return;
    this.#isReadingMore = true;
    await this.#inTurn(async () => {
      const last = this.entries.at(-1);
      const page = await read('list_entries', { after: last ? [last.on, last.id] : null, limit: pageSize });
      this.entries = [...this.entries, ...page];
      this.hasMore = page.length === pageSize;
    });
    this.#isReadingMore = false;
  }

  /** One at a time: a page is always read after what is really there. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(task).then(
      () => {
        this.error = undefined;
        this.isRead = true;
      },
      (thrown: unknown) => {
        this.error = Refused.from(thrown);
      },
    );
    return this.#turn;
  }
}
