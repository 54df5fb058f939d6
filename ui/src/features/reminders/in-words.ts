// A reminder in words: on which days, at what times, and what it is about.
import type { About, Days, ReminderDraft, Timing } from '$host/generated/wire';
import {
  dateName,
  dayAndMonth,
  factsText,
  listText,
  rowText,
  timeOfDay,
  weekdayNames,
  weekOrder,
} from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { everyDay, weekdays, type WeekdayFlags } from '$state/reminders.svelte';

/** The name of the activity, routine or library item; nothing if it is not there. */
export type TitleOf = (about: About) => string | undefined;

/** "24 November", with the year when it is not this year's. */
export function dateText(on: string, today: string): string {
  return on.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(on) : dateName(on);
}

export function clockText(minute: number): string {
  return minute === 24 * 60 ? m.reminder_midnight() : timeOfDay(minute);
}

const isSame = (a: WeekdayFlags, b: WeekdayFlags) => a.every((chosen, day) => chosen === b[day]);
const weekend = weekdays.map((chosen) => !chosen) as WeekdayFlags;

function weekdaysText(days: WeekdayFlags): string {
  if (isSame(days, everyDay)) return m.reminder_on_every_day();
  if (isSame(days, weekdays)) return m.reminder_on_weekdays();
  if (isSame(days, weekend)) return m.reminder_on_weekends();
  const names = weekdayNames('long');
  const chosen = weekOrder().flatMap((day) => (days[day] ? [names[day] ?? ''] : []));
  return chosen.length === 0 ? m.reminder_on_no_day() : m.reminder_on_days({ days: listText(chosen) });
}

/** More dates than these are not named one by one. */
const namedDates = 3;

function datesText(all: readonly string[], today: string): string {
  const ahead = all.filter((on) => on >= today);
  if (ahead.length === 0) return all.length === 0 ? m.reminder_on_no_day() : m.reminder_on_past_days();
  const named = ahead.slice(0, namedDates).map((on) => dateText(on, today));
  return ahead.length > namedDates
    ? m.reminder_on_days_and_later({ days: rowText(named) })
    : m.reminder_on_days({ days: listText(named) });
}

export function daysText(days: Days, today: string): string {
  switch (days.on) {
    case 'weekdays':
      return weekdaysText(days.days);
    case 'dates':
      return datesText(days.dates, today);
    case 'every_n_days':
      return days.first > today
        ? m.reminder_on_nth_day_from({ n: days.every, date: dateText(days.first, today) })
        : m.reminder_on_nth_day({ n: days.every });
  }
}

/** A length of time in whole hours or minutes. */
export function lengthText(minutes: number): string {
  return minutes % 60 === 0 ? m.reminder_hours({ n: minutes / 60 }) : m.doing_minutes({ n: minutes });
}

export function timingText(timing: Timing): string {
  if (timing.when === 'at') {
    const times = timing.minutes.map(clockText);
    return times.length === 0 ? m.reminder_at_no_time() : m.reminder_at({ times: listText(times) });
  }
  const window = { from: clockText(timing.from_minute), until: clockText(timing.until_minute) };
  if (timing.when === 'window' || timing.count === 1) return m.reminder_some_time(window);
  const { count, apart_minutes } = timing;
  const isHours = apart_minutes % 60 === 0;
  const unit = isHours ? 'hours' : 'minutes';
  return m.reminder_moments({ ...window, count, unit, apart: isHours ? apart_minutes / 60 : apart_minutes });
}

/** What it is about, by itself. */
export function aboutText(about: About, titleOf: TitleOf, words = ''): string {
  switch (about.about) {
    case 'write':
      return about.prompt.trim()
        ? m.reminder_is_write_from({ prompt: about.prompt.trim() })
        : m.reminder_is_write();
    case 'own_words':
      return words.trim() ? m.reminder_is_words({ words: words.trim() }) : m.reminder_is_own_words();
    case 'activity':
      return titleOf(about) ?? m.reminder_is_no_activity();
    case 'routine':
    case 'practice': {
      const title = titleOf(about);
      return title === undefined
        ? m[`reminder_is_no_${about.about}`]()
        : m[`reminder_is_${about.about}`]({ title });
    }
    default:
      return m[`reminder_is_${about.about}`]();
  }
}

/** "A check-in · On weekdays · Some time between 10:00 and 12:00" */
export function reminderSentence(
  draft: Pick<ReminderDraft, 'about' | 'timing' | 'days' | 'words'>,
  today: string,
  titleOf: TitleOf,
): string {
  const what = aboutText(draft.about, titleOf, draft.words);
  return factsText([what, daysText(draft.days, today), timingText(draft.timing)]);
}
