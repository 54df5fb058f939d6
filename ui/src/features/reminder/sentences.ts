// The reminder in words: when it may come, when it comes next, how long it is quiet. Never the exact minute of a nudge.
import { m } from '$lib/messages';
import { everyDay, weekdays, type Days } from '$state/reminders.svelte';

const dayNames = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Monday is 0, as on the wire. */
export function dayName(day: number): string {
  // The fifth of January 1970 was a Monday.
  return dayNames.format(new Date(Date.UTC(1970, 0, 5 + day)));
}

/** `HH:MM`; the end of the day is 00:00, as in a time field. */
export function timeText(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Minutes after midnight; an end at 00:00 means the end of the day. */
export function minuteOf(time: string, edge: 'from' | 'until'): number | undefined {
  const found = /^(\d\d):(\d\d)/.exec(time);
  if (!found) return undefined;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return minute === 0 && edge === 'until' ? 24 * 60 : minute;
}

const sameDays = (a: Days, b: Days) => a.every((chosen, day) => chosen === b[day]);
const weekend = weekdays.map((chosen) => !chosen) as Days;

function daysText(days: Days): string {
  if (sameDays(days, everyDay)) return m.reminder_on_every_day();
  if (sameDays(days, weekdays)) return m.reminder_on_weekdays();
  if (sameDays(days, weekend)) return m.reminder_on_weekends();
  const chosen = days.flatMap((isChosen, day) => (isChosen ? [dayName(day)] : []));
  return m.reminder_on_days({ days: lists.format(chosen) });
}

interface Window {
  days: Days;
  from_minute: number;
  until_minute: number;
}

const times = (window: Window) => ({
  from: timeText(window.from_minute),
  until: window.until_minute === 24 * 60 ? m.reminder_midnight() : timeText(window.until_minute),
});

/** "On weekdays, some time between 10:00 and 12:00." Nothing while there is no such window. */
export function windowSentence(window: Window): string | undefined {
  if (!window.days.includes(true) || window.until_minute <= window.from_minute) return undefined;
  return m.reminder_sentence({ days: daysText(window.days), ...times(window) });
}

function daysBetween(now: Date, then: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return (midnight(then) - midnight(now)) / 86_400_000;
}

function dayText(now: Date, then: Date): string {
  const away = daysBetween(now, then);
  if (away === 0) return m.reminder_today();
  if (away === 1) return m.reminder_tomorrow();
  const name = dayName((then.getDay() + 6) % 7);
  return away < 7 ? m.reminder_that_day({ day: name }) : m.reminder_next_week({ day: name });
}

/** "Next: tomorrow, between 10:00 and 12:00." */
export function nextSentence(window: Window, at: string, now: Date): string {
  return m.reminder_next({ day: dayText(now, new Date(at)), ...times(window) });
}

/** Until when it is quiet. */
export function pauseSentence(pausedUntil: string, now: Date): string {
  if (pausedUntil === 'until_resumed') return m.reminder_paused_open();
  const until = new Date(pausedUntil);
  const isTomorrow = daysBetween(now, until) === 1 && until.getHours() === 0 && until.getMinutes() === 0;
  if (isTomorrow) return m.reminder_paused_tomorrow();
  return m.reminder_paused_until({ time: timeText(until.getHours() * 60 + until.getMinutes()) });
}
