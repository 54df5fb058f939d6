// A waiting reminder in words: neutral by kind, or the person's own; and its answers, as a notice calls them.
import type { Answer, LatestAnswer, WaitingReminder } from '$host/generated/wire';
import { clockTime } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { today } from '$state/today.svelte';

export function textOf({ about, words }: WaitingReminder): string {
  return words ?? m[`today_waiting_${about.about}`]();
}

/** On the page that they would open, own words can only be seen. */
const isSeen = ({ about }: WaitingReminder, answer: Answer) =>
  about.about === 'own_words' && answer === 'open';

export function answerLabel(waiting: WaitingReminder, answer: Answer): string {
  return isSeen(waiting, answer) ? m.today_answer_seen() : m[`native_answer_${answer}`]();
}

/** Said once, right after an answer. */
export function answeredText(waiting: WaitingReminder, answer: Answer): string {
  if (answer === 'same_as_last') return m.check_in_kept();
  return m.today_answered({ answer: isSeen(waiting, answer) ? 'seen' : answer });
}

/** "Answered at 10:05: not now." Nothing once its day is over. */
export function latestText({ answer, at }: LatestAnswer, now = today.now): string | undefined {
  const moment = new Date(at);
  if (moment.toDateString() !== now.toDateString()) return undefined;
  const time = clockTime(moment);
  return m.today_answered_at({ time, answer });
}

/** The answers that need no other place. */
export function answersInPlace(waiting: WaitingReminder): Answer[] {
  return waiting.answers.filter((answer) => answer !== 'open' || isSeen(waiting, answer));
}
