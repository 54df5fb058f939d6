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
