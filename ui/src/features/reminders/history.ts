// What became of earlier reminders, by day and in calm words.
import type { ReminderLog } from '$host/generated/wire';
import { clockAt } from '$lib/civil';
import { sentencesText } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { clockText } from './in-words';

export interface HistoryDay {
  on: string;
  lines: ReminderLog[];
}

/** Lines come newest first; a day stands where its newest line does. */
export function byDay(lines: readonly ReminderLog[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const line of lines) {
    const day = days.find(({ on }) => on === line.on);
    if (day) day.lines.push(line);
    else days.push({ on: line.on, lines: [line] });
  }
  return days;
}

/** "It came at 10:40. You opened it." */
export function fateSentence(
  { status, reason, at, asks_quiet, closes_at }: ReminderLog,
  zone: string,
  now: Date,
): string {
  if (status === 'held' || status === 'passed') {
    // One that could not be shown waits only while its window is open.
    const isWaiting = status === 'held' && now < new Date(closes_at);
    return isWaiting
      ? m.reminder_status_held({ reason: reason ?? 'none' })
      : m.reminder_status_passed({ reason: reason ?? 'none' });
  }
  const time = clockText(clockAt(new Date(at), zone).minute);
  const came = asks_quiet ? m.reminder_status_asked({ time }) : m.reminder_status_shown({ time });
  return sentencesText([came, status !== 'shown' && m[`reminder_status_${status}`]()]);
}
