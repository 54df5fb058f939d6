import { describe, expect, it } from 'vitest';
import { addDays, clockAt, dayBefore, daysBetween, isDay, minuteOf, timeText, weekdayOf } from './civil';

describe('civil days', () => {
  it('are counted over months, years and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayBefore('2028-03-01')).toBe('2028-02-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('have a weekday, Monday first', () => {
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weekdayOf('2026-11-29')).toBe(6);
  });

  it('are real or none', () => {
    expect(isDay('2026-11-23')).toBe(true);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('')).toBe(false);
  });
});

it('a_clock_shows_what_it_shows_where_the_person_is', () => {
  const at = new Date('2026-11-23T23:30:00Z');
  expect(clockAt(at, 'UTC')).toEqual({ on: '2026-11-23', minute: 23 * 60 + 30 });
  expect(clockAt(at, 'Europe/Berlin')).toEqual({ on: '2026-11-24', minute: 30 });
  expect(clockAt(at, 'Pacific/Kiritimati')).toEqual({ on: '2026-11-24', minute: 13 * 60 + 30 });
});

it('a_zone_that_only_the_core_knows_is_no_reason_to_stop', () => {
  expect(clockAt(new Date('2026-11-23T12:00:00Z'), 'Nowhere/Known').on).toMatch(/^2026-11-2\d$/);
});

it('times_in_a_field_go_to_minutes_and_back', () => {
  expect(minuteOf('09:05', 'from')).toBe(545);
  expect(timeText(545)).toBe('09:05');
  expect(minuteOf('00:00', 'from')).toBe(0);
  expect(minuteOf('00:00', 'until')).toBe(1440);
  expect(timeText(1440)).toBe('00:00');
  expect(minuteOf('', 'from')).toBeUndefined();
});
