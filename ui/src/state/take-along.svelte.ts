// What a page to take along is made of. The choices stay while the program runs, so that a look elsewhere loses none.
import { read, Refused } from '$host/client';
import type { Entry, EntryId, EntrySummary, PaperSize } from '$host/generated/wire';
import { addDays, isDay } from '$lib/civil';
import { FactorMarks, Factors, otherAnswers } from './factors.svelte';
import { PlanLines } from './plan-lines.svelte';
import { Live } from './live.svelte';
import { usualPaper } from './pages.svelte';
import { today } from './today.svelte';

export type Reach = 'two_weeks' | 'month' | 'days';

export interface DaySpan {
  from: string;
  until: string;
}

/** More entries than this are not offered at once. */
const mostEntries = 200;
/** After every entry of its day. */
const lastEntry = Number.MAX_SAFE_INTEGER as EntryId;

class Choices {
  reach = $state<Reach>('two_weeks');
  #from = $state<string>();
  #until = $state<string>();
  /** Parts that were taken off the page. What was ticked in private is put on it by hand. */
  off = $state.raw<readonly string[]>(['factors']);
  picked = $state.raw<readonly EntryId[]>([]);
  size = $state<PaperSize>();
  withLines = $state(false);

  /** The last two weeks, until other days were chosen. */
  get from(): string {
    return this.#from ?? addDays(today.on, -13);
  }

  set from(on: string) {
    this.#from = on;
  }

  get until(): string {
    return this.#until ?? today.on;
  }

  set until(on: string) {
    this.#until = on;
  }
}

export const choices = new Choices();

export function spanOf({
  reach,
  from,
  until,
}: Pick<Choices, 'reach' | 'from' | 'until'>): DaySpan | undefined {
  const { on } = today;
  switch (reach) {
    case 'two_weeks':
      return { from: addDays(on, -13), until: on };
    case 'month':
      return { from: addDays(on, -29), until: on };
    case 'days':
      return isDay(from) && isDay(until) && from <= until ? { from, until } : undefined;
  }
}

export class TakeAlong {
  readonly lines = new PlanLines();
  #factors = new Factors();
  #factorMarks = new FactorMarks();
  readonly span = $derived(spanOf(choices));
  readonly size: PaperSize = $derived(choices.size ?? usualPaper());
  /** The texts of the entries that were picked; undefined while they are being read. */
  picked = $state.raw<readonly Entry[]>();
  #error = $state.raw<Refused>();

  readonly #asked: DaySpan = $derived(this.span ?? { from: today.on, until: today.on });
  #checkIns = new Live('list_check_ins_between', () => this.#asked, ['check_ins']);
  #doings = new Live('list_activity_log_between', () => this.#asked, ['activities']);
  #entries = new Live('list_entries', () => ({ after: [this.#asked.until, lastEntry], limit: mostEntries }), [
    'entries',
  ]);

  /** Make one while a component starts. */
  constructor() {
    $effect(() => {
      const wanted = choices.picked.filter((id) => this.entries.some((entry) => entry.id === id));
      let isOver = false;
      Promise.all(wanted.map((id) => read('get_entry', id))).then(
        (entries) => {
          if (!isOver) this.picked = entries.sort((a, b) => (a.on < b.on ? -1 : 1));
        },
        (thrown: unknown) => {
          if (!isOver) this.#error = Refused.from(thrown);
        },
      );
      return () => (isOver = true);
    });
  }

  get checkIns() {
    return this.#checkIns.value;
  }

  get doings() {
    return this.#doings.value;
  }

  /** Of these days, the latest first. */
  get entries(): EntrySummary[] {
    return this.#entries.value?.filter(({ on }) => on >= this.#asked.from) ?? [];
  }

  /** What was ticked, and something else that was only written. Not saying stays unsaid. */
  get factors(): { key: string; name: string | undefined; note: string }[] | undefined {
    const [texts, marks] = [this.#factors.all, this.#factorMarks.all];
    if (!texts || !marks) return undefined;
    const order = [...texts.map(({ key }) => key), ...otherAnswers];
    return marks
      .filter(({ key, is_ticked, note }) => key !== 'unsaid' && (is_ticked || (key === 'other' && note)))
      .map(({ key, note }) => ({ key, name: texts.find((one) => one.key === key)?.name, note: note.trim() }))
      .sort((one, two) => order.indexOf(one.key) - order.indexOf(two.key));
  }

  get error() {
    return (
      this.#error ??
      this.#factors.error ??
      this.#factorMarks.error ??
      this.lines.error ??
      this.#checkIns.error ??
      this.#doings.error ??
      this.#entries.error
    );
  }
}
