// The entries by day, newest first, read a page at a time. A page is what lies between two places in the list, so that it
// can be read again by itself: only those in sight are kept true at once, and the others when they come into sight.
import { currentHost, read, Refused } from '$host/client';
import type { EntryId, EntrySummary } from '$host/generated/wire';

export const pageSize = 50;
/** More than this between two places means that the list is another one now. */
const most = 500;
/** Changes that come close together are read once. */
const settle = 150;

type Place = [on: string, id: EntryId];

export interface TimelinePage {
  readonly key: number;
  readonly entries: readonly EntrySummary[];
}

interface Page extends TimelinePage {
  /** It begins behind this one. */
  readonly after: Place | null;
  /** The last that belongs to it; open at the end of the list. */
  readonly until: Place | null;
}

const placeOf = ({ on, id }: EntrySummary): Place => [on, id];
const isBehind = ({ on, id }: EntrySummary, [day, last]: Place) => on < day || (on === day && id < last);

export class Timeline {
  pages = $state.raw<readonly Page[]>([]);
  isRead = $state(false);
  hasMore = $state(false);
  error = $state.raw<Refused>();

  #inSight: readonly number[] = [];
  #stale: readonly number[] = [];
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

  get isEmpty(): boolean {
    return this.pages.every(({ entries }) => entries.length === 0);
  }

  /** Reads again what is in sight, the beginning and the end. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const [first, last] = [this.pages[0], this.pages.at(-1)];
      if (!first || !last) return this.#begin();
      const keys = this.pages.map(({ key }) => key);
      const isNow = (key: number) => key === first.key || key === last.key || this.#inSight.includes(key);
      this.#stale = keys.filter((key) => !isNow(key));
      for (const key of keys.filter(isNow)) await this.#readAgain(key);
    });
  }

  /** A page came into sight, or went out of it. */
  see(key: number, isInSight: boolean): void {
    this.#inSight = this.#inSight.filter((other) => other !== key);
    if (!isInSight) return;
    this.#inSight = [...this.#inSight, key];
    if (!this.#stale.includes(key)) return;
    this.#stale = this.#stale.filter((other) => other !== key);
    void this.#inTurn(() => this.#readAgain(key));
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    if (this.#isReadingMore || !this.hasMore) return;
    this.#isReadingMore = true;
    await this.#inTurn(async () => {
      const last = this.pages.at(-1);
      const end = last?.entries.at(-1);
      if (!last || !end) return;
      const after = placeOf(end);
      const entries = await read('list_entries', { after, limit: pageSize });
      this.hasMore = entries.length === pageSize;
      if (entries.length === 0) return;
      const next: Page = { key: last.key + 1, entries, after, until: null };
      this.pages = [...this.pages.slice(0, -1), { ...last, until: after }, next];
    });
    this.#isReadingMore = false;
  }

  async #begin(): Promise<void> {
    const entries = await read('list_entries', { after: null, limit: pageSize });
    this.#stale = [];
    this.pages = [{ key: 0, entries, after: null, until: null }];
    this.hasMore = entries.length === pageSize;
  }

  async #readAgain(key: number): Promise<void> {
    const page = this.pages.find((one) => one.key === key);
    if (!page) return;
    const { after, until } = page;
    let entries: EntrySummary[] = [];
    if (until === null) {
      const limit = Math.max(pageSize, page.entries.length);
      entries = await read('list_entries', { after, limit });
      this.hasMore = entries.length === limit;
    } else {
      // A little more than there was, and all that is bearable if that does not reach its end.
      for (const limit of [page.entries.length + 10, most]) {
        const found = await read('list_entries', { after, limit });
        entries = found.filter((entry) => !isBehind(entry, until));
        if (entries.length < limit) break;
      }
      if (entries.length === most) return this.#begin();
    }
    this.pages = this.pages.map((one) => (one.key === key ? { ...page, entries } : one));
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
