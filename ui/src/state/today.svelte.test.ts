import { readdirSync, readFileSync } from 'node:fs';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgain, onNewDay, today } from './today.svelte';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-23T22:40:00'));
});
afterEach(() => vi.useRealTimers());

it('the_day_turns_at_midnight_for_what_is_on_the_screen', () => {
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => void seen.push(today.on));
  });
  flushSync();
  vi.advanceTimersByTime(79 * 60_000);
  flushSync();
  expect(seen).toEqual(['2026-11-23']);
  vi.advanceTimersByTime(60_000);
  flushSync();
  expect(seen).toEqual(['2026-11-23', '2026-11-24']);
  stop();
});

it.each([
  ['focus', () => window.dispatchEvent(new Event('focus'))],
  ['pageshow', () => window.dispatchEvent(new Event('pageshow'))],
  ['visibilitychange', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['pointerdown', () => window.dispatchEvent(new Event('pointerdown'))],
  ['keydown', () => window.dispatchEvent(new Event('keydown'))],
])('after_sleep_without_a_timer_it_is_seen_at_%s', (_, wake) => {
  const begin = vi.fn();
  const stop = onNewDay(begin);
  wake();
  expect(begin).not.toHaveBeenCalled();
  vi.setSystemTime(new Date('2026-11-24T07:30:00'));
  wake();
  expect(begin).toHaveBeenCalledOnce();
  stop();
});

it('nobody_is_called_after_they_stopped', () => {
  const again = vi.fn();
  lookAgain(again)();
  window.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(120_000);
  expect(again).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('what_the_clock_decides_on_a_page_is_asked_here_and_nowhere_else', () => {
  // These compare moments as they happen, and show none of it.
  const mayAsk = [
    'lib/civil.ts',
    'state/today.svelte.ts',
    'state/check-ins.svelte.ts',
    'state/journal-line.svelte.ts',
  ];
  const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) => /\bdayNow\b|new Date\(\)/.test(readFileSync(`src/${path}`, 'utf8')));
  expect(asking.sort()).toEqual(mayAsk.sort());
});
