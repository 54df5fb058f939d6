import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import { dayNow } from '$lib/civil';
import { journalLine as line } from './journal-line.svelte';

let kept: { id: number; on: string; text: string }[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-23T22:40:00'));
  kept = [];
  line.clear();
  useHost({
    call: async (_, input) => {
      const draft = input as { id: number | null; text: string };
      const known = kept.find(({ id }) => id === draft.id);
      if (known) known.text = draft.text;
      else kept.push({ id: kept.length + 1, on: dayNow(), text: draft.text });
      return { value: known ?? kept.at(-1), change: 1 };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});
afterEach(() => vi.useRealTimers());

const texts = () => kept.map(({ on, text }) => `${on} ${text}`);

it('yesterdays_line_is_let_go_of_and_todays_is_another_entry', async () => {
  line.write('a long day');
  await line.rest();
  vi.setSystemTime(new Date('2026-11-24T07:30:00'));
  await line.renew();
  expect(line.text).toBe('');
  line.write('light outside');
  await line.rest();
  expect(texts()).toEqual(['2026-11-23 a long day', '2026-11-24 light outside']);
});

it('a_line_that_is_being_written_over_midnight_stays_one_entry', async () => {
  vi.setSystemTime(new Date('2026-11-23T23:59:30'));
  line.write('half a');
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(new Date('2026-11-24T00:01:00'));
  await line.renew();
  expect(line.text).toBe('half a');
  line.write('half a thought');
  await line.rest();
  expect(texts()).toEqual(['2026-11-23 half a thought']);
});

it('left_with_the_cursor_in_it_overnight_it_is_no_longer_being_written', async () => {
  line.write('a long day');
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(new Date('2026-11-24T07:30:00'));
  await line.renew();
  expect(line.text).toBe('');
  expect(texts()).toEqual(['2026-11-23 a long day']);
});

it('a_line_that_was_deleted_before_its_first_answer_came_is_kept_as_a_new_entry', async () => {
  const uids: unknown[] = [];
  useHost({
    call: async (_, input) => {
      uids.push((input as { uid: unknown }).uid);
      if (uids.length === 1) throw { code: 'unreachable', detail: '' };
      if (uids.at(-1) === uids[0]) throw { code: 'not_found', what: 'entry' };
      return { value: { id: 1, on: dayNow() }, change: 1 };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
  line.write('half a thought');
  await line.rest();
  expect(line.saver.state).toBe('failed');
  await line.rest();
  expect(line.saver.state).toBe('kept');
  expect(new Set(uids).size).toBe(2);
});
