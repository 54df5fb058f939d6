// A stored check-in as one plain line, and the moment it was given in.
import type { CheckIn, Feel } from '$host/generated/wire';
import { clockAt } from '$lib/civil';
import { clockTime, factsText, weekdayAndDate } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { today } from '$state/today.svelte';

export function feelInWords(feel: Feel): string {
  return feel === 'cant_tell' ? m.check_in_cant_tell_line() : m.check_in_feel_line({ level: feel.level });
}

export function inWords({ feel, energy, comfort, words, body, note }: CheckIn): string {
  const facts = factsText([
    feel !== null && feelInWords(feel),
    energy !== null && m.check_in_energy_line({ level: energy }),
    comfort !== null && m.check_in_comfort_line({ level: comfort }),
    ...words,
    ...body,
    note.trim(),
  ]);
  return facts || m.check_in_nothing_given();
}

/** The moment as it was where it was lived: "Today, 14:20", "Tuesday 3 November, 9:05". */
export function whenText({ at, zone }: Pick<CheckIn, 'at' | 'zone'>, now = today.now): string {
  const moment = new Date(at);
  const [day, nowOn] = [clockAt(moment, zone).on, clockAt(now, zone).on];
  const time = clockTime(moment, zone);
  if (day === nowOn) return m.check_in_when_today({ time });
  return m.check_in_when({ date: weekdayAndDate(day, nowOn), time });
}
