// Facts about months: where they begin, how long they are, and how they stand in weeks.
import { expect, it } from 'vitest';
import { addMonths, spanOf, weeksOf } from './month';

it.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -24, '2024-11'],
])('from %s by %i months to %s', (from, count, to) => expect(addMonths(from, count)).toBe(to));

it.each([
  ['2024-02', '2024-02-29'],
  ['2026-02', '2026-02-28'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', (month, until) => expect(spanOf(month)).toEqual({ from: `${month}-01`, until }));

it.each(['2026-02', '2026-11', '2027-02', '2024-09'])(
  'every day of %s stands once, in whole weeks',
  (month) => {
    const weeks = weeksOf(month);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    const days = weeks.flat().filter((on) => on !== undefined);
    expect([days[0], days.at(-1)]).toEqual(Object.values(spanOf(month)));
    expect(new Set(days).size).toBe(days.length);
  },
);

it('weeks_begin_on_monday', () => {
  expect(weeksOf('2026-11')[0]?.indexOf('2026-11-01')).toBe(6);
});
