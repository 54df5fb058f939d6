// Facts about moments to come.
import { expect, it } from 'vitest';
import { nextEvening, timeOf } from './slots';

it.each([
  ['2026-11-03T09:00', '2026-11-03', true],
  ['2026-11-03T18:29', '2026-11-03', true],
  ['2026-11-03T18:30', '2026-11-04', false],
  ['2026-12-31T23:59', '2027-01-01', false],
])('at %s the evening one means is that of %s', (now, on, isToday) => {
  expect(nextEvening(new Date(now))).toEqual({ on, minute: 1140, isToday });
});

it('a_moment_is_where_the_clock_here_shows_it', () => {
  expect(timeOf({ on: '2026-11-03', minute: 1140 })).toBe(new Date('2026-11-03T19:00').getTime());
});
