// Entries as a file: what is asked of the core, which knows the entries and not the words around them.
import type { ChosenEntry, ExportWords } from '$host/generated/wire';
import { language, weekdayAndDate } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { spanName } from './levels';

/** What stands around entries that are in the order of their days. */
export function exportWords(chosen: readonly ChosenEntry[]): ExportWords {
  const days = [...new Set(chosen.map(({ on }) => on))];
  const [from, until] = [days[0], days.at(-1)];
  const isOne = from === until;
  return {
    title: isOne && from ? weekdayAndDate(from) : m.taking_entries_title(),
    lead: isOne || !from || !until ? '' : spanName({ from, until }),
    language: language(),
    days: Object.fromEntries(days.map((on) => [on, weekdayAndDate(on)])),
    tags: m.taking_tags({ tags: '{tags}' }),
  };
}
