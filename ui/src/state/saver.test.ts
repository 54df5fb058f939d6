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
