import { describe, expect, it } from 'vitest';
import { everyDay, weekdays, type Days } from '$state/reminders.svelte';
import { minuteOf, nextSentence, pauseSentence, timeText, windowSentence } from './sentences';

const morning = { days: weekdays, from_minute: 600, until_minute: 720 };
const on = (...days: number[]) => everyDay.map((_, day) => days.includes(day)) as Days;

describe('the window in words', () => {
  it('names the usual sets of days', () => {
    expect(windowSentence(morning)).toBe('On weekdays, some time between 10:00 and 12:00.');
    expect(windowSentence({ ...morning, days: everyDay })).toBe(
      'Every day, some time between 10:00 and 12:00.',
    );
    expect(windowSentence({ ...morning, days: on(5, 6) })).toBe(
      'On Saturday and Sunday, some time between 10:00 and 12:00.',
    );
  });

  it('names other days one by one', () => {
    expect(windowSentence({ ...morning, days: on(0, 2, 4) })).toBe(
      'On Monday, Wednesday and Friday, some time between 10:00 and 12:00.',
    );
    expect(windowSentence({ ...morning, days: on(3) })).toContain('On Thursday,');
  });

  it('says midnight for the end of the day', () => {
    expect(windowSentence({ ...morning, from_minute: 1200, until_minute: 1440 })).toContain(
      'between 20:00 and midnight',
    );
  });

  it('says nothing about a window that cannot be', () => {
    expect(windowSentence({ ...morning, days: on() })).toBeUndefined();
    expect(windowSentence({ ...morning, until_minute: 600 })).toBeUndefined();
  });
});

describe('the next time in words', () => {
  const now = new Date(2026, 10, 23, 9, 0);

  it('is a day and the window, never the minute', () => {
    const next = nextSentence(morning, new Date(2026, 10, 24, 10, 37).toISOString(), now);
    expect(next).toBe('Next: tomorrow, between 10:00 and 12:00.');
    expect(next).not.toContain('37');
  });

  it('names today, a day of this week, and the same day of the next', () => {
    expect(nextSentence(morning, new Date(2026, 10, 23, 11, 1).toISOString(), now)).toContain('today');
    expect(nextSentence(morning, new Date(2026, 10, 27, 11, 1).toISOString(), now)).toContain('on Friday');
    expect(nextSentence(morning, new Date(2026, 10, 30, 11, 1).toISOString(), now)).toContain(
      'on Monday next week',
    );
  });
});

describe('a pause in words', () => {
  const now = new Date(2026, 10, 23, 14, 40);

  it('has a time, a day or no end', () => {
    expect(pauseSentence(new Date(2026, 10, 23, 15, 40).toISOString(), now)).toBe('Quiet until 15:40.');
    expect(pauseSentence(new Date(2026, 10, 24, 0, 0).toISOString(), now)).toBe('Quiet until tomorrow.');
    expect(pauseSentence('until_resumed', now)).toBe('Quiet until you start it again.');
  });
});

describe('times in a field', () => {
  it('go to minutes and back', () => {
    expect(minuteOf('09:05', 'from')).toBe(545);
    expect(timeText(545)).toBe('09:05');
    expect(minuteOf('00:00', 'from')).toBe(0);
    expect(minuteOf('00:00', 'until')).toBe(1440);
    expect(timeText(1440)).toBe('00:00');
    expect(minuteOf('', 'from')).toBeUndefined();
  });
});
