// When a reminder comes next, how it goes on, and how long all are quiet. Never the minute of a drawn moment.
import type { Pace, ReminderOutlook, Timing } from '$host/generated/wire';
import { clockAt, daysBetween, type ClockFace } from '$lib/civil';
import { weekdayAndDate, weekdayName } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import type { Reminders } from '$state/reminders.svelte';
import { clockText, dateText } from './in-words';

/** Today, tomorrow, a weekday of these days or of next week, or a date. */
function dayOf(on: string, today: string) {
  const away = daysBetween(today, on);
  const day = weekdayName(on);
  if (away === 0) return { when: 'today', day } as const;
  if (away === 1) return { when: 'tomorrow', day } as const;
  if (away < 7) return { when: 'soon', day } as const;
  if (away < 14) return { when: 'next_week', day } as const;
  return { when: 'later', day: dateText(on, today) } as const;
}

/** "Next: tomorrow, between 10:00 and 12:00." */
function nextText(timing: Timing, next: ClockFace, today: string): string {
  const day = dayOf(next.on, today);
  if (timing.when === 'at') return m.reminder_next_at({ ...day, time: clockText(next.minute) });
  const { from_minute, until_minute } = timing;
  return m.reminder_next({ ...day, from: clockText(from_minute), until: clockText(until_minute) });
}

/** When it comes next, or why it does not. */
export function nextSentence(
  { reminder, next_at, pace }: Pick<ReminderOutlook, 'reminder' | 'next_at' | 'pace'>,
  now: Pick<Reminders, 'clock' | 'zone' | 'value' | 'pausedUntil'>,
): string {
  if (!reminder.is_on) return m.reminder_is_off();
  if (!now.value?.rules.is_on) return m.reminder_all_off();
  if (pace.pace === 'asleep') return m.reminder_asleep();
  if (next_at === null) {
    return now.pausedUntil === null ? m.reminder_no_next() : pauseSentence(now.pausedUntil, now);
  }
  return nextText(reminder.timing, clockAt(new Date(next_at), now.zone), now.clock.on);
}

/** How it has changed since it was left alone; nothing while it comes as it was set. */
export function paceSentence(pace: Pace): string | undefined {
  switch (pace.pace) {
    case 'steady':
    case 'asleep':
      return undefined;
    case 'halved':
      return m.reminder_halved({ n: pace.unanswered });
    case 'asks_next':
      return m.reminder_asks_next();
  }
}

/** Until when all are quiet. */
export function pauseSentence(
  pausedUntil: string,
  { clock, zone }: Pick<Reminders, 'clock' | 'zone'>,
): string {
  if (pausedUntil === 'until_resumed') return m.reminder_paused_open();
  const until = clockAt(new Date(pausedUntil), zone);
  const away = daysBetween(clock.on, until.on);
  if (away === 0) return m.reminder_paused_until({ when: clockText(until.minute) });
  const isMidnight = until.minute === 0;
  if (away === 1) {
    return isMidnight
      ? m.reminder_paused_until_tomorrow()
      : m.reminder_paused_until_tomorrow_at({ time: clockText(until.minute) });
  }
  return m.reminder_paused_until({ when: weekdayAndDate(until.on, clock.on) });
}
