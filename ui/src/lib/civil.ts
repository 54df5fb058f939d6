// Civil days and times of day, as on the wire and in fields: "YYYY-MM-DD", minutes after midnight, "HH:MM".

const two = (part: number) => String(part).padStart(2, '0');

/** The civil day of an instant, here. */
export function dayOf(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

export function dayNow(): string {
  return dayOf(new Date());
}

/** Its midnight in UTC: for reckoning, not for clocks. */
export const utc = (on: string) => Date.parse(`${on}T00:00:00Z`);

export function addDays(on: string, days: number): string {
  return new Date(utc(on) + days * 86_400_000).toISOString().slice(0, 10);
}

export function dayBefore(on: string): string {
  return addDays(on, -1);
}

export function daysBetween(from: string, until: string): number {
  return Math.round((utc(until) - utc(from)) / 86_400_000);
}

/** Monday is 0, as on the wire. */
export function weekdayOf(on: string): number {
  return (new Date(utc(on)).getUTCDay() + 6) % 7;
}

/** A real day, written out. */
export function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(utc(typed))) return false;
  // Some browsers take the 31st of February for a day in March.
  return addDays(typed, 0) === typed;
}

export interface ClockFace {
  on: string;
  minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const fields = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const options = { ...fields, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en', { ...options, timeZone: zone });
  } catch {
    // A name that only the core knows: then the clock of this page is the nearest.
    made = new Intl.DateTimeFormat('en', options);
  }
  clocks.set(zone, made);
  return made;
}

/** What a clock and a calendar show in `zone`, an IANA name. */
export function clockAt(instant: Date | number, zone: string): ClockFace {
  const part = Object.fromEntries(
    clockIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    on: `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}

/** `HH:MM`; the end of the day is 00:00, as in a time field. */
export function timeText(minute: number): string {
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Minutes after midnight; an end at 00:00 means the end of the day. */
export function minuteOf(time: string, edge: 'from' | 'until'): number | undefined {
  const found = /^(\d\d):(\d\d)/.exec(time);
  if (!found) return undefined;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return minute === 0 && edge === 'until' ? 24 * 60 : minute;
}
