// Days as people name them, and entries gathered under them. A day is "YYYY-MM-DD", as on the wire.
import type { EntrySummary } from '$host/generated/wire';
import { dayBefore, dayOf } from '$lib/civil';
import { clockTime, weekdayAndDate } from '$lib/locale.svelte';
import { m } from '$lib/messages';

export { dayBefore, dayOf };

export interface Day {
  on: string;
  entries: EntrySummary[];
}

/** Entries already come by day, newest first. */
export function byDay(entries: readonly EntrySummary[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.on === entry.on) last.entries.push(entry);
    else days.push({ on: entry.on, entries: [entry] });
  }
  return days;
}

/** "Today", "Yesterday", or the day in full. */
export function dayLabel(on: string, today: string): string {
  if (on === today) return m.journal_today();
  if (on === dayBefore(today)) return m.journal_yesterday();
  return weekdayAndDate(on, today);
}

/** When an entry was begun; nothing when that was on another day than it belongs to. */
export function timeWithin(entry: Pick<EntrySummary, 'on' | 'created_at'>): string | undefined {
  const at = new Date(entry.created_at);
  return dayOf(at) === entry.on ? clockTime(at) : undefined;
}
