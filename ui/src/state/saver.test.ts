import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused } from '$host/client';
import { Saver } from './saver.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('saves_one_at_a_time_and_the_latest_wins', async () => {
  const kept: number[] = [];
  let atOnce = 0;
  let entered = 0;
  const saver = new Saver(async () => {
    expect(++atOnce).toBe(1);
    const now = entered;
    await new Promise((done) => setTimeout(done, 10));
    kept.push(now);
    atOnce--;
  });
  for (entered = 1; entered < 5; entered++) saver.touch();
  entered = 5;
  await vi.advanceTimersByTimeAsync(100);
  expect(kept).toEqual([1, 5]);
  expect(saver.isDue).toBe(false);
});

it('waits_for_a_pause_but_not_when_asked_to_flush', async () => {
  const save = vi.fn(() => Promise.resolve());
  const saver = new Saver(save);
  saver.touch(600);
  saver.touch(600);
  expect(save).not.toHaveBeenCalled();
  await saver.flush();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save).toHaveBeenCalledTimes(1);
});

it('tries_again_what_could_not_be_kept', async () => {
  const save = vi.fn(() => Promise.resolve());
  save.mockRejectedValueOnce(new Refused({ code: 'trouble', problem: 'disk_full' }));
  const saver = new Saver(save);
  saver.touch();
  await vi.advanceTimersByTimeAsync(10);
  expect(saver.state).toBe('failed');
  expect(saver.problem).toContain('full');
  expect(saver.isDue).toBe(true);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(save).toHaveBeenCalledTimes(2);
  expect(saver.state).toBe('kept');
  expect(saver.problem).toBeUndefined();
});

it('does_not_repeat_what_was_refused_for_what_it_is', async () => {
  const save = vi.fn(() =>
    Promise.reject(new Refused({ code: 'invalid', invalid: { what: 'text_too_long', max: 9 } })),
  );
  const saver = new Saver(save);
  saver.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(saver.problem).toContain('9');
});

it.each([
  ['typing', 600],
  ['pressing', 0],
])('while_it_is_refused_it_is_tried_less_and_less_often_however_one_goes_on_%s', async (_, pause) => {
  const save = vi.fn(() => Promise.reject(new Refused({ code: 'trouble', problem: 'disk_full' })));
  const saver = new Saver(save);
  saver.touch();
  await vi.advanceTimersByTimeAsync(10);
  for (let touches = 0; touches < 1_600; touches++) {
    saver.touch(pause);
    await vi.advanceTimersByTimeAsync(125);
  }
  expect(save.mock.calls.length).toBeGreaterThan(6);
  expect(save.mock.calls.length).toBeLessThanOrEqual(12);
  const before = save.mock.calls.length;
  await saver.flush();
  expect(save).toHaveBeenCalledTimes(before + 1);
  save.mockImplementation(() => Promise.resolve() as Promise<never>);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(saver.state).toBe('kept');
  saver.touch();
  await vi.advanceTimersByTimeAsync(1);
  expect(saver.isDue).toBe(false);
});

it('someone_who_types_without_a_pause_is_kept_every_few_seconds', async () => {
  const save = vi.fn(() => Promise.resolve());
  const saver = new Saver(save);
  for (let letter = 0; letter < 160; letter++) {
    saver.touch(600);
    await vi.advanceTimersByTimeAsync(125);
  }
  expect(save.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(save.mock.calls.length).toBeLessThanOrEqual(5);
});
