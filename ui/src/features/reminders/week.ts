// The seven days from today: when something may come. Nothing of the past, and never more than the core says.
import type { QuietHours, ReminderOutlook, ReminderRules, Timing } from '$host/generated/wire';
import { addDays, clockAt, weekdayOf } from '$lib/civil';
import type { Reminders } from '$state/reminders.svelte';

export const dayLength = 24 * 60;
/** How long a fixed time stays open. */
const fixedOpenFor = 60;

/** A part of a day, in minutes after midnight. */
export interface Stretch {
  from: number;
  until: number;
}

export interface Bar extends Stretch {
  outlook: ReminderOutlook;
  /** A fixed time is named by its minute, a drawn moment by its window. */
  isTime: boolean;
}

export interface WeekDay {
  on: string;
  isOff: boolean;
  bars: Bar[];
}

/** What quiet hours take of a day. */
export function quietStretches(quiet: readonly QuietHours[]): Stretch[] {
  return quiet.flatMap(({ from_minute: from, until_minute: until }) =>
    from < until
      ? [{ from, until }]
      : [
          { from, until: dayLength },
          { from: 0, until },
        ].filter((part) => part.from < part.until),
  );
}

/** What quiet hours leave of a stretch. */
export function without(stretch: Stretch, taken: readonly Stretch[]): Stretch[] {
  return taken.reduce<Stretch[]>(
    (left, { from, until }) =>
      left
        .flatMap((part) => [
          { from: part.from, until: Math.min(part.until, from) },
          { from: Math.max(part.from, until), until: part.until },
        ])
        .filter((part) => part.from < part.until),
    [stretch],
  );
}

function stretchesOf(timing: Timing): Stretch[] {
  if (timing.when !== 'at') return [{ from: timing.from_minute, until: timing.until_minute }];
  return timing.minutes.map((from) => ({ from, until: Math.min(from + fixedOpenFor, dayLength) }));
}

/** What is ahead of the first moment that the core names, on one day. */
function barsOf(
  outlook: ReminderOutlook,
  on: string,
  days: Pick<Reminders, 'clock' | 'zone'>,
  rules: ReminderRules,
): Bar[] {
  if (outlook.next_at === null) return [];
  const next = clockAt(new Date(outlook.next_at), days.zone);
  if (on < next.on) return [];
  const { timing } = outlook.reminder;
  const isTime = timing.when === 'at';
  const quiet = quietStretches(rules.quiet_hours);
  return stretchesOf(timing)
    .flatMap((stretch) => (isTime ? without(stretch, quiet).slice(0, 1) : without(stretch, quiet)))
    .filter(({ from, until }) => on > next.on || (isTime ? from >= next.minute : until > next.minute))
    .map((stretch) => {
      const isOver = on === days.clock.on && !isTime;
      return {
        ...stretch,
        from: isOver ? Math.max(stretch.from, days.clock.minute) : stretch.from,
        outlook,
        isTime,
      };
    });
}

function isOffOn(on: string, rules: ReminderRules): boolean {
  return rules.weekdays_off[weekdayOf(on)] === true || rules.dates_off.includes(on);
}

export function weekOf(
  list: readonly ReminderOutlook[],
  rules: ReminderRules,
  days: Pick<Reminders, 'clock' | 'zone'>,
): WeekDay[] {
  return Array.from({ length: 7 }, (_, away) => {
    const on = addDays(days.clock.on, away);
    const bars = list
      .filter(({ coming }) => coming[away])
      .flatMap((outlook) => barsOf(outlook, on, days, rules))
      .sort((a, b) => a.from - b.from || a.until - b.until);
    return { on, isOff: isOffOn(on, rules), bars };
  });
}
