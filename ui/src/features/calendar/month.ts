// Months as a calendar shows them. A month is "YYYY-MM".
import { addDays, daysBetween } from '$lib/civil';
import { startOfWeek } from '$lib/locale.svelte';

export const monthOf = (on: string) => on.slice(0, 7);

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Its first and its last day. */
export function spanOf(month: string): { from: string; until: string } {
  return { from: `${month}-01`, until: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** Its days in weeks; undefined stands for days of other months. */
export function weeksOf(month: string): (string | undefined)[][] {
  const { from, until } = spanOf(month);
  const cells: (string | undefined)[] = Array.from(
    { length: daysBetween(startOfWeek(from), from) },
    () => undefined,
  );
  for (let on = from; on <= until; on = addDays(on, 1)) cells.push(on);
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
