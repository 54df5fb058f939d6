// The order in which helplines are offered: what cannot wait, then someone to talk to, then where to look further.
import type { Helpline, HelplineKind } from '$host/generated/wire';

export type Shelf = 'urgent' | 'talk' | 'find';

const shelfOf: Record<HelplineKind, Shelf> = {
  crisis: 'urgent',
  urgent_mental_health: 'urgent',
  listening: 'talk',
  support: 'talk',
  information: 'find',
  directory: 'find',
};
const shelves: Shelf[] = ['urgent', 'talk', 'find'];

export function onShelves(lines: readonly Helpline[]): { shelf: Shelf; lines: Helpline[] }[] {
  return shelves
    .map((shelf) => ({ shelf, lines: lines.filter((line) => shelfOf[line.kind] === shelf) }))
    .filter(({ lines }) => lines.length > 0);
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11` as "November 2026". */
export function monthText(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}
