import { beforeEach, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { CheckIn, CheckInDraft } from '$host/generated/wire';
import { CheckInForm } from './check-ins.svelte';

/** A core that keeps check-ins in memory and answers a little late, as a real one does. */
let kept: CheckIn[];
let saves: CheckInDraft[];
let latest = new Date();

const stored = (draft: CheckInDraft, id: number): CheckIn => ({
  ...draft,
  id,
  at: latest.toISOString(),
  on: '2026-11-23',
  zone: 'UTC',
});

async function answer(name: string, input: unknown): Promise<unknown> {
  await new Promise((done) => setTimeout(done, 5));
  if (name === 'list_check_ins') return kept.slice(-1);
  if (name === 'delete_check_in') return (kept = kept.filter(({ id }) => id !== input));
  const draft = input as CheckInDraft;
  saves.push(draft);
  if (draft.id === null) kept.push(stored(draft, saves.length));
  else {
    const at = kept.findIndex(({ id }) => id === draft.id);
    if (at < 0) throw { code: 'not_found', what: 'check-in' };
    kept[at] = stored(draft, draft.id);
  }
  return kept.at(-1);
}

beforeEach(() => {
  kept = [];
  saves = [];
  latest = new Date();
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
  await form.takeBack(kept[0]?.id ?? 0);
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
