// Entries as a file: what is asked of the core, which knows the entries and not the words around them.
import type { ChosenEntry, ExportWords } from '$host/generated/wire';
import { dateName, language, weekdayName } from '$lib/locale';
import { m } from '$lib/messages';
import { spanName } from './levels';

/** "Tuesday 3 November 2026", as the journal says it. */
export const dayName = (on: string): string => `${weekdayName(on)} ${dateName(on)}`;

/** What stands around entries that are in the order of their days. */
export function exportWords(chosen: readonly ChosenEntry[]): ExportWords {
  const days = [...new Set(chosen.map(({ on }) => on))];
  const [from, until] = [days[0], days.at(-1)];
  const isOne = from === until;
  return {
    title: isOne && from ? dayName(from) : m.taking_entries_title(),
    lead: isOne || !from || !until ? '' : spanName({ from, until }),
    language,
    days: Object.fromEntries(days.map((on) => [on, dayName(on)])),
    tags: m.taking_tags({ tags: '{tags}' }),
  };
}
