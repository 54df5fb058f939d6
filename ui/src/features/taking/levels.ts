// Check-ins as a small table: one row for a day, or for a week when there are many days. Days without one are not
// spoken of.
import type { CheckIn } from '$host/generated/wire';
import { addDays, daysBetween } from '$lib/civil';
import { dateRange, rowText, shortDate, shortRange, startOfWeek } from '$lib/locale.svelte';
import { m } from '$lib/messages';

export interface DaySpan {
  from: string;
  until: string;
}

/** With more days than this, a row is a week. */
const mostDays = 16;

/** "21 October – 3 November 2026" */
export const spanName = ({ from, until }: DaySpan): string => dateRange(from, until);

/** "2", "2–5", and "can't tell" where that was an answer too. */
function levels(given: readonly (number | null)[], cantTell: boolean): string {
  const known = given.filter((level) => level !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = known.length === 0 ? [] : [low === high ? String(low) : `${low}–${high}`];
  return rowText([...range, ...(cantTell ? [m.taking_cant_tell()] : [])]) || '–';
}

function row(name: string, checkIns: readonly CheckIn[]): string[] {
  const felt = checkIns.map(({ feel }) => (feel === null || feel === 'cant_tell' ? null : feel.level));
  return [
    name,
    levels(
      felt,
      checkIns.some(({ feel }) => feel === 'cant_tell'),
    ),
    levels(
      checkIns.map(({ energy }) => energy),
      false,
    ),
    levels(
      checkIns.map(({ comfort }) => comfort),
      false,
    ),
  ];
}

/** Whether it has a number, or "can't tell". */
export const rates = ({ feel, energy, comfort }: CheckIn) =>
  feel !== null || energy !== null || comfort !== null;

/** Rows of day or week, feel, energy, comfort; the latest first, so that what is latest stays if the page is full. */
export function levelRows(checkIns: readonly CheckIn[], span: DaySpan): string[][] {
  const byWeek = daysBetween(span.from, span.until) >= mostDays;
  const groups = new Map<string, CheckIn[]>();
  for (const checkIn of checkIns.filter(rates)) {
    const start = byWeek ? startOfWeek(checkIn.on) : checkIn.on;
    groups.set(start, [...(groups.get(start) ?? []), checkIn]);
  }
  const name = (start: string) => {
    if (!byWeek) return shortDate(start);
    const [from, until] = [start, addDays(start, 6)];
    return shortRange(from < span.from ? span.from : from, until > span.until ? span.until : until);
  };
  return [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).map(([start, those]) => row(name(start), those));
}
