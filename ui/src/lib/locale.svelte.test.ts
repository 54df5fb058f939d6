// Facts about how days, times, lists and numbers are written: in one form, and in one place.
import { afterEach, describe, expect, it } from 'vitest';
import {
  amountText,
  clockTime,
  dateName,
  dateRange,
  dayAndMonth,
  listText,
  samples,
  shortDate,
  shortRange,
  startOfWeek,
  timeOfDay,
  useChosenFormats,
  useSystemFormats,
  weekdayAndDate,
  weekdayAndTime,
  weekdayNames,
  weekOrder,
  type Formats,
} from './locale.svelte';

const unsaid: Formats = { date_order: null, hour_cycle: null, first_weekday: null };
const systemIn = (locale: string | null, more: Partial<Formats> = {}) =>
  useSystemFormats({ ...unsaid, ...more, locale });

afterEach(() => {
  systemIn('en-GB');
  useChosenFormats(unsaid);
});

const sources: Record<string, string> = import.meta.glob(
  ['../**/*.ts', '../**/*.svelte', '!../**/*.test.ts', '!../test-setup.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
/** Plurals and numbers inside strings; the parts of a clock, which nobody reads; where a sign ends; tags of languages. */
const others = ['locale.svelte', 'date-format', 'messages', 'civil', 'graphemes', 'pseudo'].map(
  (name) => `./${name}.ts`,
);

it('no_place_but_one_writes_a_day_a_time_or_a_list', () => {
  const own = Object.entries(sources).filter(
    ([file, text]) =>
      !others.includes(file) && /\bIntl\.|toLocale(Date|Time)?String|'en(-[A-Z]{2})?'/.test(text),
  );
  expect(own.map(([file]) => file)).toEqual([]);
  expect(Object.keys(sources).length).toBeGreaterThan(200);
});

it('writes_each_in_one_form', () => {
  expect(dateName('2026-11-03')).toBe('3 November 2026');
  expect(shortDate('2026-11-03')).toBe('Tue 3 Nov');
  expect(weekdayAndDate('2026-11-03')).toBe('Tuesday 3 November 2026');
  expect(weekdayAndDate('2026-11-03', '2026-01-01')).toBe('Tuesday 3 November');
  expect(dateRange('2026-10-21', '2026-11-03')).toBe('21 October – 3 November 2026');
  expect(shortRange('2026-11-02', '2026-11-08')).toBe('2 – 8 Nov');
  expect(clockTime(Date.UTC(2026, 10, 3, 0, 5), 'UTC')).toBe('00:05');
  expect(clockTime(Date.UTC(2026, 10, 3, 23, 5), 'Asia/Tokyo')).toBe('08:05');
  expect(timeOfDay(9 * 60 + 5)).toBe('09:05');
  expect(weekdayAndTime(new Date(2026, 10, 3, 14, 30))).toBe('Tuesday 14:30');
  expect(weekdayNames('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(listText(['tea', 'soup', 'bread'])).toBe('tea, soup and bread');
  expect(amountText(1.52, 'megabyte', 1)).toBe('1.5 MB');
});

describe('a system has its own', () => {
  it.each([
    ['en-US', 'November 3', 'Tuesday, November 3, 2026', '2:30\u00a0PM', 6],
    ['en-GB', '3 November', 'Tuesday 3 November 2026', '14:30', 0],
    // The words are those of the program, in whatever language the system speaks.
    ['de-AT', '3 November', 'Tuesday 3 November 2026', '14:30', 0],
    ['es-US', '3 November', 'Tuesday 3 November 2026', '2:30\u00a0pm', 6],
    ['zh-TW', 'November 3', 'Tuesday, November 3, 2026', '2:30\u00a0PM', 6],
    ['ar-EG', '3 November', 'Tuesday 3 November 2026', '2:30\u00a0pm', 5],
    ['en-CA', 'November 3', 'Tuesday, November 3, 2026', '2:30\u00a0p.m.', 6],
    [null, '3 November', 'Tuesday 3 November 2026', '14:30', 0],
    ['no language', '3 November', 'Tuesday 3 November 2026', '14:30', 0],
  ])('%s', (locale, day, date, time, first) => {
    systemIn(locale);
    expect(dayAndMonth('2026-11-03')).toBe(day);
    expect(weekdayAndDate('2026-11-03')).toBe(date);
    expect(timeOfDay(14 * 60 + 30)).toBe(time);
    expect(weekOrder()[0]).toBe(first);
  });

  it('and_what_was_set_there_besides_counts_for_more', () => {
    systemIn('en-US', { date_order: 'day_month', hour_cycle: 'h23', first_weekday: 0 });
    expect(dayAndMonth('2026-11-03')).toBe('3 November');
    expect(timeOfDay(5)).toBe('00:05');
    expect(weekOrder()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

it('what_is_chosen_counts_for_most', () => {
  systemIn('en-GB', { date_order: 'day_month', hour_cycle: 'h23', first_weekday: 0 });
  useChosenFormats({ date_order: 'month_day', hour_cycle: 'h12', first_weekday: 6 });
  expect(dateName('2026-11-03')).toBe('November 3, 2026');
  expect(shortDate('2026-11-03')).toBe('Tue, Nov 3');
  expect(timeOfDay(5)).toBe('12:05\u00a0AM');
  expect(weekOrder()).toEqual([6, 0, 1, 2, 3, 4, 5]);
  expect(['2026-11-01', '2026-11-03', '2026-11-07'].map(startOfWeek)).toEqual(Array(3).fill('2026-11-01'));
});

it('shows_what_there_is_to_choose', () => {
  const { day_month, month_day, h23, h12 } = samples();
  expect([day_month, month_day, h23, h12]).toEqual(['3 November', 'November 3', '14:30', '2:30 pm']);
});
