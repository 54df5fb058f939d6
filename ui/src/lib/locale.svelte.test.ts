// Facts about how days, times, lists and numbers are written: in one form, and in one place.
import { expect, it } from 'vitest';
import {
  amountText,
  clockTime,
  dateName,
  dateRange,
  listText,
  shortDate,
  shortRange,
  weekdayNames,
} from './locale';

const sources: Record<string, string> = import.meta.glob(
  ['../**/*.ts', '../**/*.svelte', '!../**/*.test.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
/** Plurals and numbers inside strings; the parts of a clock, which nobody reads; where a sign ends. */
const others = ['./locale.ts', './messages.ts', './civil.ts', './graphemes.ts'];

it('no_place_but_one_writes_a_day_a_time_or_a_list', () => {
  const own = Object.entries(sources).filter(
    ([file, text]) => !others.includes(file) && /\bIntl\.|toLocale(Date|Time)?String|'en(-GB)?'/.test(text),
  );
  expect(own.map(([file]) => file)).toEqual([]);
  expect(Object.keys(sources).length).toBeGreaterThan(200);
});

it('writes_each_in_one_form', () => {
  expect(dateName('2026-11-03')).toBe('3 November 2026');
  expect(shortDate('2026-11-03')).toBe('Tue 3 Nov');
  expect(dateRange('2026-10-21', '2026-11-03')).toBe('21 October – 3 November 2026');
  expect(shortRange('2026-11-02', '2026-11-08')).toBe('2 – 8 Nov');
  expect(clockTime(Date.UTC(2026, 10, 3, 0, 5), 'UTC')).toBe('00:05');
  expect(clockTime(Date.UTC(2026, 10, 3, 23, 5), 'Asia/Tokyo')).toBe('08:05');
  expect(weekdayNames('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(listText(['tea', 'soup', 'bread'])).toBe('tea, soup and bread');
  expect(amountText(1.52, 'megabyte', 1)).toBe('1.5 MB');
});
