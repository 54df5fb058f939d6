// All reminders in one sentence or two, for other places.
import { m } from '$lib/messages';
import type { Reminders } from '$state/reminders.svelte';
import { sentencesText } from '$lib/locale.svelte';
import { nextSentence, pauseSentence } from './next-in-words';

export function summaryOf(reminders: Reminders): string {
  if (reminders.list.length === 0) return m.reminder_summary_none();
  if (!reminders.isAnyOn) return m.reminder_summary_all_off();
  if (reminders.pausedUntil !== null) return pauseSentence(reminders.pausedUntil, reminders);
  const on = reminders.list.filter(({ reminder }) => reminder.is_on);
  const soonest = on
    .filter(({ next_at }) => next_at !== null)
    .sort((a, b) => Date.parse(a.next_at ?? '') - Date.parse(b.next_at ?? ''))[0];
  const said = m.reminder_summary_on({ n: on.length });
  return sentencesText([said, soonest && nextSentence(soonest, reminders)]);
}
