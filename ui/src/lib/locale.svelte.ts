// How days, times, lists and numbers are written: one form everywhere. Words and numbers are those of the language that the
// program speaks; the order of a date, the clock and the week are as the system has them, or as was chosen. A test reads the
// sources for places that go their own way.
import { addDays, utc, weekdayOf } from './civil';
import { formatIn } from './date-format';

/** What there is to choose. None of it is said where it is as the system has it. */
export interface Formats {
  date_order: 'day_month' | 'month_day' | null;
  hour_cycle: 'h12' | 'h23' | null;
  /** Monday is 0, as on the wire. */
  first_weekday: number | null;
}

/** What the system says, with the locale of its dates, a tag such as `de-AT`. */
export type SystemFormats = Formats & { locale: string | null };

const unsaid: Formats = { date_order: null, hour_cycle: null, first_weekday: null };
/** Where no system can be asked, a browser knows its language. */
let system = $state.raw<SystemFormats>({ ...unsaid, locale: navigator.language });
let chosen = $state.raw(unsaid);

export function useSystemFormats(formats: SystemFormats): void {
  system = formats;
}

export function useChosenFormats(formats: Formats): void {
  chosen = formats;
}

/** The language that the program speaks, as a tag. */
export const language = () => document.documentElement.lang || 'en';

/** Where dates are written so, in a language that is at home in several places. */
const regionOf = { day_month: 'GB', month_day: 'US' } as const;
type Order = keyof typeof regionOf;
type HourCycle = NonNullable<Formats['hour_cycle']>;

const inOrder = (order: Order) => new Intl.Locale(language(), { region: regionOf[order] }).baseName;

function readLocale(tag: string | null): Intl.Locale {
  try {
    return new Intl.Locale(tag ?? '');
  } catch {
    return new Intl.Locale(inOrder('day_month'));
  }
}

/** That of the system, whatever language it speaks. */
const home = $derived(readLocale(system.locale));

const formatOf = (options: Intl.DateTimeFormatOptions, tag = locale) => formatIn(tag, options);

function orderOf(parts: readonly Intl.DateTimeFormatPart[]): Order {
  const first = parts.find(({ type }) => type === 'day' || type === 'month');
  return first?.type === 'month' ? 'month_day' : 'day_month';
}

/** The language of the program: as it is written in the system's region where that speaks it, or else in the same order. */
const locale: string = $derived.by(() => {
  const order = chosen.date_order ?? system.date_order;
  if (!order && home.language === new Intl.Locale(language()).language) return home.baseName;
  return inOrder(
    order ?? orderOf(formatOf({ day: 'numeric', month: 'long' }, home.baseName).formatToParts(0)),
  );
});

const hourCycle: HourCycle = $derived.by(() => {
  const said = chosen.hour_cycle ?? system.hour_cycle;
  if (said) return said;
  const own = formatOf({ hour: 'numeric' }, home.baseName).resolvedOptions().hourCycle;
  return own === 'h11' || own === 'h12' ? 'h12' : 'h23';
});

/** Monday is 1. Older web views have it as a property. */
type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

const firstWeekday: number = $derived.by(() => {
  const said = chosen.first_weekday ?? system.first_weekday;
  if (said !== null) return said;
  const week: WithWeek = home;
  const own = (week.getWeekInfo?.() ?? week.weekInfo)?.firstDay ?? 1;
  return (own + 6) % 7;
});

/** The days of a week as it is read. Monday is 0, as on the wire. */
export const weekOrder = () => Array.from({ length: 7 }, (_, place) => (firstWeekday + place) % 7);

/** The first day of the week that a day is in. */
export const startOfWeek = (on: string) => addDays(on, -((weekdayOf(on) - firstWeekday + 7) % 7));

/** Thin spaces are in few typefaces. */
const plain = (text: string) => text.replaceAll(/[\u2009\u202f]/g, ' ');

const named = (options: Intl.DateTimeFormatOptions) => (on: string) =>
  formatOf({ timeZone: 'UTC', ...options }).format(utc(on));

/** "3 November 2026" */
export const dateName = named({ day: 'numeric', month: 'long', year: 'numeric' });
/** "3 November" */
export const dayAndMonth = named({ day: 'numeric', month: 'long' });
/** "November" */
export const monthAlone = named({ month: 'long' });
/** "November 2026" */
export const monthName = named({ month: 'long', year: 'numeric' });
/** "Tuesday" */
export const weekdayName = named({ weekday: 'long' });

/** Some web views set a comma behind the weekday even where the day comes first. */
const withWeekday = (options: Intl.DateTimeFormatOptions) => (on: string) => {
  const parts = formatOf({ timeZone: 'UTC', ...options }).formatToParts(utc(on));
  const isDayFirst = orderOf(parts) === 'day_month';
  return parts.map(({ value }) => (isDayFirst ? value.replace(/^, /, ' ') : value)).join('');
};

/** "Tue 3 Nov" */
export const shortDate = withWeekday({ weekday: 'short', day: 'numeric', month: 'short' });
/** "Tuesday 3 November" */
export const weekdayAndDay = withWeekday({ weekday: 'long', day: 'numeric', month: 'long' });
const withYear = withWeekday({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** "Tuesday 3 November 2026"; the year of today goes without saying. */
export const weekdayAndDate = (on: string, today = '') =>
  on.slice(0, 4) === today.slice(0, 4) ? weekdayAndDay(on) : withYear(on);

/** "Mon" to "Sun", or in full: by their numbers on the wire. */
export function weekdayNames(length: 'short' | 'long'): string[] {
  const format = formatOf({ timeZone: 'UTC', weekday: length });
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(1970, 0, 5 + day)));
}

const range = (options: Intl.DateTimeFormatOptions) => (from: string, until: string) =>
  plain(formatOf({ timeZone: 'UTC', ...options }).formatRange(utc(from), utc(until)));

/** "21 October – 3 November 2026" */
export const dateRange = range({ day: 'numeric', month: 'long', year: 'numeric' });
/** "2 – 8 Nov" */
export const shortRange = range({ day: 'numeric', month: 'short' });

const clockOf = (hourCycle: HourCycle) =>
  ({ hour: hourCycle === 'h12' ? 'numeric' : '2-digit', minute: '2-digit', hourCycle }) as const;
const clock = $derived(clockOf(hourCycle));

/** "09:05" or "9:05 am", here or in a zone. It stays on one line. */
export const clockTime = (moment: Date | number, zone?: string) =>
  plain(formatOf({ ...clock, timeZone: zone }).format(moment)).replaceAll(' ', '\u00a0');

/** "Tuesday 09:05" */
export const weekdayAndTime = (moment: Date) => plain(formatOf({ weekday: 'long', ...clock }).format(moment));

/** The same for minutes after midnight. */
export const timeOfDay = (minute: number) => clockTime(minute * 60_000, 'UTC');

const parted = (type: Intl.ListFormatType, parts: readonly string[]) =>
  new Intl.ListFormat(locale, { type }).format(parts);

/** "a, b and c" */
export const listText = (parts: readonly string[]) => parted('conjunction', parts);

/** Some of them may not be there. */
type Parts = readonly (string | false | null | undefined)[];
const there = (parts: Parts) => parts.filter((part): part is string => Boolean(part));

/** "a, b, c" */
export const rowText = (parts: Parts) => parted('unit', there(parts));
/** "a · b": short facts side by side. */
export const factsText = (parts: Parts) => there(parts).join(' · ');
/** Whole sentences, one after the other. */
export const sentencesText = (parts: Parts) => there(parts).join(' ');

/** "1.5" */
export function numberText(number: number, mostDigits: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: mostDigits }).format(number);
}

/** "1.5 MB" */
export function amountText(number: number, unit: 'kilobyte' | 'megabyte', mostDigits: number): string {
  const form = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: mostDigits } as const;
  return new Intl.NumberFormat(language(), form).format(number);
}

/** A day and a time in every form that can be chosen. A language that writes its dates in one order has that one twice. */
export function samples() {
  const at = Date.UTC(1970, 10, 3, 14, 30);
  const written = (options: Intl.DateTimeFormatOptions, tag?: string) =>
    plain(formatOf({ timeZone: 'UTC', ...options }, tag).format(at));
  const day = (order: Order) => written({ day: 'numeric', month: 'long' }, inOrder(order));
  const time = (cycle: HourCycle) => written(clockOf(cycle));
  return { day_month: day('day_month'), month_day: day('month_day'), h23: time('h23'), h12: time('h12') };
}
