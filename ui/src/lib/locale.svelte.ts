// How days, times, lists and numbers are written: one form everywhere. English for now: the day before the month, the
// clock to 24, the week from Monday. A test reads the sources for places that go their own way.

export const language = 'en-GB';

const utc = (on: string) => new Date(`${on}T00:00:00Z`);

const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });

const named = (options: Intl.DateTimeFormatOptions) => {
  const format = dayFormat(options);
  return (on: string) => format.format(utc(on));
};

/** "3 November 2026" */
export const dateName = named({ day: 'numeric', month: 'long', year: 'numeric' });
/** "3 November" */
export const dayAndMonth = named({ day: 'numeric', month: 'long' });
/** "November" */
export const monthAlone = named({ month: 'long' });
/** "November 2026" */
export const monthName = named({ month: 'long', year: 'numeric' });
const short = named({ weekday: 'short', day: 'numeric', month: 'short' });
/** "Tue 3 Nov": some web views put a comma there. */
export const shortDate = (on: string) => short(on).replace(',', '');
/** "Tuesday" */
export const weekdayName = named({ weekday: 'long' });

/** "Mon" to "Sun", or in full: the week as it is read. */
export function weekdayNames(length: 'short' | 'long'): string[] {
  const format = dayFormat({ weekday: length });
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(1970, 0, 5 + day))));
}

/** With plain spaces: a thin one is in few typefaces. */
const range = (options: Intl.DateTimeFormatOptions) => {
  const format = dayFormat(options);
  return (from: string, until: string) => format.formatRange(utc(from), utc(until)).replaceAll('\u2009', ' ');
};

/** "21 October – 3 November 2026" */
export const dateRange = range({ day: 'numeric', month: 'long', year: 'numeric' });
/** "2 – 8 Nov" */
export const shortRange = range({ day: 'numeric', month: 'short' });

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** "09:05", here or in a zone. */
export function clockTime(moment: Date | number, zone?: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    clock = new Intl.DateTimeFormat(language, { ...form, timeZone: zone });
    clocks.set(zone, clock);
  }
  return clock.format(moment);
}

const lists = new Intl.ListFormat(language, { type: 'conjunction' });
/** "a, b and c" */
export const listText = (parts: readonly string[]) => lists.format(parts);

/** Some of them may not be there. */
type Parts = readonly (string | false | null | undefined)[];
const there = (parts: Parts) => parts.filter((part): part is string => Boolean(part));

const rows = new Intl.ListFormat(language, { type: 'unit' });
/** "a, b, c" */
export const rowText = (parts: Parts) => rows.format(there(parts));
/** "a · b": short facts side by side. */
export const factsText = (parts: Parts) => there(parts).join(' · ');
/** Whole sentences, one after the other. */
export const sentencesText = (parts: Parts) => there(parts).join(' ');

/** "1.5" */
export function numberText(number: number, mostDigits: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: mostDigits }).format(number);
}

/** "1.5 MB" */
export function amountText(number: number, unit: 'kilobyte' | 'megabyte', mostDigits: number): string {
  const form = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: mostDigits } as const;
  return new Intl.NumberFormat(language, form).format(number);
}
