import { describe, expect, it } from 'vitest';
import type { Pace, Reminder, ReminderOutlook, Reminders as Wire } from '$host/generated/wire';
import { everyDay, first } from '$state/reminders.svelte';
import { nextSentence, paceSentence, pauseSentence } from './next-in-words';

const rules = {
  is_on: true,
  most_a_day: 1,
  quiet_hours: [],
  weekdays_off: everyDay,
  dates_off: [],
  waits: true,
};
const zone = 'Europe/Berlin';
const clock = { on: '2026-11-23', minute: 540 };
const now = (patch: Partial<Wire> = {}, pausedUntil: string | null = null) => ({
  clock,
  zone,
  pausedUntil,
  value: { rules, ...patch } as Wire,
});
const steady: Pace = { pace: 'steady' };
const outlook = (next_at: string | null, patch: Partial<Reminder> = {}, pace: Pace = steady) =>
  ({ reminder: { ...first, id: 1, changed_at: '', ...patch }, next_at, pace }) as ReminderOutlook;

describe('the next time in words', () => {
  it('is a day and the window, never the minute of a drawn moment', () => {
    const next = nextSentence(outlook('2026-11-24T09:37:00Z'), now());
    expect(next).toBe('Next: tomorrow, between 10:00 and 12:00.');
    expect(next).not.toContain('37');
  });

  it('names a fixed time, in the zone where the person is', () => {
    const timing = { when: 'at', minutes: [540] } as const;
    expect(
      nextSentence(outlook('2026-11-24T08:00:00Z', { timing: { ...timing, minutes: [540] } }), now()),
    ).toBe('Next: tomorrow at 09:00.');
  });

  it.each([
    ['2026-11-23T10:01:00Z', 'today,'],
    ['2026-11-27T10:01:00Z', 'on Friday,'],
    ['2026-11-30T10:01:00Z', 'on Monday next week,'],
    ['2026-12-24T10:01:00Z', 'on 24 December,'],
  ])('%s is %s', (at, day) => expect(nextSentence(outlook(at), now())).toContain(day));

  it('says why nothing is ahead', () => {
    const off = { rules: { ...rules, is_on: false } };
    expect(nextSentence(outlook(null, { is_on: false }), now())).toBe('It is off.');
    expect(nextSentence(outlook(null), now(off))).toBe('All reminders are off.');
    expect(nextSentence(outlook(null, {}, { pace: 'asleep' }), now())).toBe('It sleeps until you wake it.');
    expect(nextSentence(outlook(null), now())).toContain('Nothing is ahead');
    expect(nextSentence(outlook(null), now({}, 'until_resumed'))).toBe('Quiet until you start them again.');
  });
});

describe('its pace in words', () => {
  it('is said only when it has changed', () => {
    expect(paceSentence(steady)).toBeUndefined();
    expect(paceSentence({ pace: 'asleep' })).toBeUndefined();
    expect(paceSentence({ pace: 'halved', unanswered: 2, skips_next: true })).toBe(
      'Quieter now: the last two were left alone, so every second one stays away.',
    );
    expect(paceSentence({ pace: 'asks_next', unanswered: 5, skips_next: false })).toContain(
      'the next one asks',
    );
  });
});

describe('a pause in words', () => {
  const quiet = (until: string) => pauseSentence(until, { clock, zone });

  it('has a time, a day or no end', () => {
    expect(quiet('2026-11-23T14:40:00Z')).toBe('Quiet until 15:40.');
    expect(quiet('2026-11-23T23:00:00Z')).toBe('Quiet until tomorrow.');
    expect(quiet('2026-11-24T17:00:00Z')).toBe('Quiet until tomorrow, 18:00.');
    expect(quiet('2026-12-02T23:00:00Z')).toBe('Quiet until Thursday 3 December.');
    expect(quiet('until_resumed')).toBe('Quiet until you start them again.');
  });
});
