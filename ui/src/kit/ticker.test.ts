import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ticker } from './ticker.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('counts_down_by_the_clock_and_ends_once', () => {
  const ended = vi.fn();
  const ticker = new Ticker(10, ended);
  ticker.start();
  vi.advanceTimersByTime(4_000);
  expect(ticker.remaining).toBeCloseTo(6, 1);
  vi.advanceTimersByTime(20_000);
  expect(ticker.remaining).toBe(0);
  expect(ticker.running).toBe(false);
  expect(ended).toHaveBeenCalledOnce();
});

it('a_pause_keeps_what_is_left', () => {
  const ended = vi.fn();
  const ticker = new Ticker(10, ended);
  ticker.start();
  vi.advanceTimersByTime(3_100);
  ticker.pause();
  vi.advanceTimersByTime(60_000);
  expect(ticker.remaining).toBeCloseTo(6.9, 1);
  ticker.start();
  vi.advanceTimersByTime(7_100);
  expect(ended).toHaveBeenCalledOnce();
});

it('a_stopped_ticker_never_ends', () => {
  const ended = vi.fn();
  const ticker = new Ticker(1, ended);
  ticker.start();
  ticker.stop();
  vi.advanceTimersByTime(5_000);
  expect(ended).not.toHaveBeenCalled();
});

it('what_begins_where_another_ended_is_not_late_however_late_it_was_told', () => {
  const inTime = setTimeout;
  vi.stubGlobal('setTimeout', (act: () => void, wait: number) => inTime(act, wait + 40));
  const began = performance.now();
  const told: number[] = [];
  const next = new Ticker(10);
  const first = new Ticker(10, (at) => {
    told.push(at - began, performance.now() - began);
    next.start(at);
  });
  first.start();
  vi.advanceTimersByTime(12_000);
  vi.unstubAllGlobals();
  expect(told[0]).toBeCloseTo(10_000, 3);
  expect(told[1]).toBeGreaterThan(10_000);
  expect(next.elapsed()).toBeCloseTo(2_000, 3);
  next.pause();
  vi.advanceTimersByTime(5_000);
  expect(next.elapsed()).toBeCloseTo(2_000, 3);
});

it('what_ended_during_a_long_sleep_is_not_caught_up_with', () => {
  const ticker = new Ticker(10);
  ticker.start(performance.now() - 3_600_000);
  expect(ticker.elapsed()).toBe(0);
  vi.advanceTimersByTime(9_000);
  expect(ticker.running).toBe(true);
  ticker.stop();
});
