// Facts about the timeline: read page by page, and true again after changes, wherever one is in it.
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { Change, EntrySummary } from '$host/generated/wire';
import { pageSize, Timeline } from './timeline.svelte';

let all: EntrySummary[];
let asked: number[];
let tell: (change: Change) => void;
let timeline: Timeline;
let end: () => void;

const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
const entry = (id: number, on = day(Math.floor(id / 3))) =>
  ({ id, on, title: '', excerpt: `${id}` }) as EntrySummary;
const sorted = () => all.sort((a, b) => (a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1));
const shown = () => timeline.pages.flatMap(({ entries }) => entries.map(({ id }) => id));
const inPage = (at: number) => timeline.pages[at]?.entries ?? [];
const tenthOf = (at: number) => inPage(at)[10] ?? entry(-1);
const ids = () => sorted().map(({ id }) => id);

beforeEach(async () => {
  vi.useFakeTimers();
  all = Array.from({ length: 220 }, (_, id) => entry(id));
  asked = [];
  useHost({
    call: (name, input) => {
      expect(name).toBe('list_entries');
      const { after, limit } = input as { after: [string, number] | null; limit: number };
      asked.push(limit);
      const rest = sorted().filter(
        ({ on, id }) => !after || on < after[0] || (on === after[0] && id < after[1]),
      );
      return Promise.resolve({ value: rest.slice(0, limit), change: null });
    },
    onChanged: (listener) => {
      tell = listener;
      return () => {};
    },
    onNavigate: () => () => {},
  });
  end = $effect.root(() => {
    timeline = new Timeline();
  });
  flushSync();
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

async function change() {
  tell({ kinds: ['entries'], rows: null, source: 'program' });
  await vi.advanceTimersByTimeAsync(1_000);
}
async function readAll() {
  while (timeline.hasMore) await timeline.more();
}

it('pages_join_without_gap_or_overlap', async () => {
  expect(shown()).toEqual(ids().slice(0, pageSize));
  await readAll();
  expect(shown()).toEqual(ids());
  expect(timeline.pages.map(({ entries }) => entries.length)).toEqual([50, 50, 50, 50, 20]);
});

it('a_change_in_sight_shows_at_once_and_one_elsewhere_when_it_comes_into_sight', async () => {
  await readAll();
  timeline.see(2, true);
  const [inSight, elsewhere] = [tenthOf(2), tenthOf(1)];
  all = all.filter((one) => one !== inSight && one !== elsewhere);
  all.push(entry(500, inSight.on), entry(501, elsewhere.on), entry(502, day(400)));
  asked = [];
  await change();
  expect(shown()[0]).toBe(502);
  expect(shown()).toContain(500);
  expect(shown()).not.toContain(inSight.id);
  expect(shown()).toContain(elsewhere.id);
  expect(asked.length).toBe(3);
  timeline.see(1, true);
  await vi.advanceTimersByTimeAsync(0);
  timeline.see(3, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(ids());
});

it('what_a_save_reads_does_not_grow_with_what_was_scrolled_past', async () => {
  await readAll();
  timeline.see(4, true);
  asked = [];
  await change();
  expect(asked).toEqual([60, 50]);
});

it('many_that_came_into_one_page_are_shown_and_very_many_begin_the_list_anew', async () => {
  await readAll();
  timeline.see(1, true);
  const middle = tenthOf(1).on;
  all.push(...Array.from({ length: 100 }, (_, at) => entry(1_000 + at, middle)));
  await change();
  expect(shown()).toEqual(ids());
  all.push(...Array.from({ length: 600 }, (_, at) => entry(2_000 + at, middle)));
  await change();
  expect(shown()).toEqual(ids().slice(0, pageSize));
  await readAll();
  expect(shown()).toEqual(ids());
});

it('a_page_that_was_emptied_leaves_no_gap', async () => {
  await readAll();
  const gone = inPage(0);
  all = all.filter((one) => !gone.includes(one));
  await change();
  for (const { key } of timeline.pages) timeline.see(key, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(ids());
  all = [];
  for (let turn = 0; turn < 2; turn++) await change();
  expect(timeline.isEmpty).toBe(true);
  all = [entry(9)];
  await change();
  expect(timeline.isEmpty).toBe(false);
});
