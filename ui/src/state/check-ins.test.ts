import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentHost, useHost } from '$host/client';
import type { CheckIn, CheckInDraft } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { CheckInForm } from './check-ins.svelte';

/** A core that keeps check-ins in memory and answers a little late, as a real one does. */
let kept: CheckIn[];
let saves: CheckInDraft[];
let isRefusing = false;

const stored = (draft: CheckInDraft, id: number): CheckIn => ({
  ...draft,
  id: idOf(id),
  at: new Date().toISOString(),
  on: '2026-11-23',
  zone: 'UTC',
});

async function answer(name: string, input: unknown): Promise<unknown> {
  await new Promise((done) => setTimeout(done, 5));
  if (name === 'list_check_ins') return kept.slice(-1);
  if (name === 'delete_check_in') return (kept = kept.filter(({ id }) => id !== input));
  if (isRefusing) throw { code: 'trouble', problem: 'disk_full' };
  const draft = input as CheckInDraft;
  saves.push(draft);
  if (draft.id === null) kept.push(stored(draft, saves.length));
  else {
    const at = kept.findIndex(({ id }) => id === draft.id);
    if (at < 0) throw { code: 'not_found', what: 'check-in' };
    return (kept[at] = { ...(kept[at] as CheckIn), ...draft, id: draft.id });
  }
  return kept.at(-1);
}

beforeEach(() => {
  kept = [];
  saves = [];
  isRefusing = false;
  useHost({
    call: async (name, input) => ({ value: await answer(name, input), change: 1 }),
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});

it('many_presses_become_one_check_in_that_is_told_once', async () => {
  const form = new CheckInForm();
  form.onkept = vi.fn();
  form.give({ feel: { level: 0 } });
  form.give({ energy: 2 });
  form.give({ words: ['numb'] });
  await form.saver.flush();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ feel: { level: 0 }, energy: 2, words: ['numb'] });
  expect(form.onkept).toHaveBeenCalledTimes(1);
});

it('what_got_no_answer_is_saved_again_as_the_same_one', async () => {
  const form = new CheckInForm();
  isRefusing = true;
  const asked: unknown[] = [];
  const { call } = currentHost();
  useHost({
    ...currentHost(),
    call: (name, input) => {
      if (name === 'save_check_in') asked.push((input as CheckInDraft).uid);
      return call(name, input);
    },
  });
  form.give({ feel: { level: 6 } });
  await form.saver.flush();
  isRefusing = false;
  await form.saver.flush();
  await form.another();
  form.give({ feel: { level: 1 } });
  await form.saver.flush();
  expect(asked[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(asked[1]).toBe(asked[0]);
  expect(asked[2]).not.toBe(asked[0]);
});

it('clearing_every_part_leaves_no_check_in', async () => {
  const form = new CheckInForm();
  form.give({ feel: 'cant_tell' });
  await form.saver.flush();
  form.give({ feel: null });
  await form.saver.flush();
  expect(kept).toEqual([]);
  expect(form.saver.state).toBe('untouched');
});

it('what_is_pressed_while_the_last_part_is_being_cleared_is_kept', async () => {
  const form = new CheckInForm();
  form.give({ feel: 'cant_tell' });
  await form.saver.flush();
  form.give({ feel: null });
  form.give({ energy: 1 });
  await form.saver.flush();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ feel: null, energy: 1 });
});

it('what_was_deleted_elsewhere_is_kept_as_a_new_one', async () => {
  const form = new CheckInForm();
  form.give({ note: 'first' });
  await form.saver.flush();
  kept = [];
  form.give({ note: 'first and more' });
  await form.saver.flush();
  expect(kept.map(({ note }) => note)).toEqual(['first and more']);
});

it('taking_back_deletes_it_and_empties_the_page', async () => {
  const form = new CheckInForm();
  form.give({ energy: 3 });
  await form.saver.flush();
  await form.takeBack(kept[0]?.id ?? idOf(0));
  expect(kept).toEqual([]);
  expect(form.isEmpty).toBe(true);
});

it('a_recent_check_in_is_gone_on_with_and_an_old_one_is_not', async () => {
  const first = new CheckInForm();
  first.give({ energy: 3 });
  await first.saver.flush();

  const again = new CheckInForm();
  await again.open();
  expect(again.parts.energy).toBe(3);
  again.give({ comfort: 5 });
  await again.saver.flush();
  expect(kept).toHaveLength(1);

  kept = kept.map((checkIn) => ({ ...checkIn, at: new Date(Date.now() - 31 * 60_000).toISOString() }));
  const later = new CheckInForm();
  await later.open();
  expect(later.isEmpty).toBe(true);
});

it('leaving_keeps_the_last_words_and_lets_go_of_them', async () => {
  const form = new CheckInForm();
  form.give({ note: 'not paused yet' });
  await form.close();
  expect(kept[0]?.note).toBe('not paused yet');
  expect(form.isEmpty).toBe(true);
});

describe('a_form_that_is_left_open', () => {
  const at = (time: string) => vi.setSystemTime(new Date(`2026-11-${time}:00`));
  const settle = () => vi.advanceTimersByTimeAsync(1_000);

  beforeEach(() => {
    vi.useFakeTimers();
    at('23T22:40');
  });
  afterEach(() => vi.useRealTimers());

  async function given(parts: Parameters<CheckInForm['give']>[0]) {
    const form = new CheckInForm();
    form.give(parts);
    await settle();
    return form;
  }

  it('begins_a_new_check_in_the_next_morning_and_leaves_yesterdays_as_it_was', async () => {
    const form = await given({ feel: { level: 2 } });
    at('24T07:30');
    form.give({ feel: { level: 8 } });
    await settle();
    expect(kept.map(({ feel }) => feel)).toEqual([{ level: 2 }, { level: 8 }]);
    form.give({ energy: 3 });
    await settle();
    expect(kept.map(({ energy }) => energy)).toEqual([null, 3]);
  });

  it('shows_nothing_of_yesterday_once_it_was_looked_at_again', async () => {
    const form = await given({ feel: { level: 2 }, energy: 1 });
    at('24T07:30');
    await form.renew();
    expect(form.isEmpty).toBe(true);
    expect(form.saver.state).toBe('untouched');
    expect(kept).toHaveLength(1);
  });

  it('is_another_moment_after_half_an_hour_and_the_same_one_before', async () => {
    const form = await given({ feel: { level: 2 } });
    at('23T23:05');
    await form.renew();
    form.give({ energy: 4 });
    await settle();
    expect(kept).toHaveLength(1);
    at('23T23:36');
    form.give({ energy: 9 });
    await settle();
    expect(kept.map(({ feel, energy }) => [feel, energy])).toEqual([
      [{ level: 2 }, 4],
      [null, 9],
    ]);
  });

  it('belongs_to_its_own_day_even_a_minute_later', async () => {
    at('23T23:59');
    const form = await given({ feel: { level: 2 } });
    at('24T00:00');
    form.give({ feel: { level: 8 } });
    await settle();
    expect(kept.map(({ feel }) => feel)).toEqual([{ level: 2 }, { level: 8 }]);
  });

  it('keeps_a_line_that_is_being_written_with_the_check_in_it_was_begun_in', async () => {
    at('23T23:59');
    const form = await given({ energy: 2, note: 'half a' });
    at('24T00:02');
    await form.renew();
    expect(form.parts.note).toBe('half a');
    form.give({ note: 'half a thought' });
    form.give({ feel: { level: 8 } });
    await settle();
    expect(kept.map(({ energy, note, feel }) => [energy, note, feel])).toEqual([
      [2, 'half a thought', null],
      [null, '', { level: 8 }],
    ]);
  });

  it('lets_a_finished_line_go_with_its_day', async () => {
    const form = await given({ note: 'a long day' });
    await form.rest();
    at('24T07:30');
    await form.renew();
    expect(form.isEmpty).toBe(true);
    expect(kept[0]?.note).toBe('a long day');
  });

  it('loses_nothing_that_could_not_be_kept_before_the_day_changed', async () => {
    isRefusing = true;
    const form = await given({ feel: { level: 2 }, note: 'late' });
    at('24T07:30');
    const renewed = form.renew();
    await settle();
    await renewed;
    expect(form.parts.note).toBe('late');
    form.give({ feel: { level: 8 } });
    await settle();
    isRefusing = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kept.map(({ feel, note }) => [feel, note])).toEqual([
      [{ level: 2 }, 'late'],
      [{ level: 8 }, ''],
    ]);
  });

  it('is_begun_anew_when_the_page_is_opened_on_the_next_day', async () => {
    at('23T23:50');
    await given({ feel: { level: 2 } });
    at('24T00:05');
    const form = new CheckInForm();
    const opened = form.open();
    await settle();
    await opened;
    expect(form.isEmpty).toBe(true);
  });
});

it.each([
  ['another one is begun', (form: CheckInForm) => form.another()],
  ['it is taken back', (form: CheckInForm) => Promise.resolve(form.forget(idOf(1)))],
])('a_slow_answer_brings_no_former_one_back_once_%s', async (_, done) => {
  const form = new CheckInForm();
  form.give({ feel: { level: 6 } });
  await form.saver.flush();
  await form.open();
  const opening = form.open();
  await done(form);
  await opening;
  expect(form.isEmpty).toBe(true);
  form.give({ feel: { level: 1 } });
  await form.saver.flush();
  expect(kept.map(({ feel }) => feel)).toEqual([{ level: 6 }, { level: 1 }]);
});
