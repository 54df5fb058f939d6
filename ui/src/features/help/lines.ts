// How helplines are offered: what cannot wait first; fewer of them on request; and what is open, in words.
import type { HelplineKind, HelplineNeed, HelplineNow, OpenNow } from '$host/generated/wire';
import { clockTime, monthName, weekdayAndTime } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { today } from '$state/today.svelte';

export type Shelf = 'urgent' | 'talk' | 'find';

const shelfOf: Record<HelplineKind, Shelf> = {
  crisis: 'urgent',
  urgent_mental_health: 'urgent',
  emergency: 'urgent',
  listening: 'talk',
  support: 'talk',
  information: 'find',
  directory: 'find',
};
const shelves: Shelf[] = ['urgent', 'talk', 'find'];

export function onShelves(lines: readonly HelplineNow[]): { shelf: Shelf; lines: HelplineNow[] }[] {
  return shelves
    .map((shelf) => ({ shelf, lines: lines.filter((line) => shelfOf[line.kind] === shelf) }))
    .filter(({ lines }) => lines.length > 0);
}

export const ways = ['phone', 'sms', 'chat'] as const;
export type Way = (typeof ways)[number];

export interface Wish {
  need: HelplineNeed | 'any';
  ways: Way[];
  language: string;
  /** Leaves out what is known to be closed. */
  openNow: boolean;
}

export const anyLine = (): Wish => ({ need: 'any', ways: [], language: '', openNow: false });

export const isAny = (wish: Wish) =>
  wish.need === 'any' && wish.ways.length === 0 && wish.language === '' && !wish.openNow;

/** A directory leads on to other lines: it fits every wish. */
const leadsOn = (line: HelplineNow) => line.kind === 'directory';
const isFor = (line: HelplineNow, need: Wish['need']) => need === 'any' || line.needs.includes(need);

function waysOf(line: HelplineNow, wish: Wish): Way[] {
  return ways.filter((way) => line[way] && (wish.ways.length === 0 || wish.ways.includes(way)));
}

function fits(line: HelplineNow, wish: Wish): boolean {
  // A line for anyone is for young people and veterans too.
  if (!isFor(line, wish.need) && !line.needs.includes('anyone')) return false;
  if (wish.language && !line.speaks.includes(wish.language)) return false;
  if (wish.ways.length === 0 && !wish.openNow) return true;
  return waysOf(line, wish).some((way) => !wish.openNow || line.now[way]?.is !== 'closed');
}

/** What fits, those made for this need first; then those whose hours are known to be open. */
export function wished(lines: readonly HelplineNow[], wish: Wish): HelplineNow[] {
  const rank = (line: HelplineNow) =>
    (isFor(line, wish.need) ? 0 : 2) +
    (wish.openNow && !waysOf(line, wish).some((way) => line.now[way]?.is === 'open') ? 1 : 0);
  return lines
    .filter((line) => leadsOn(line) || fits(line, wish))
    .map((line, at) => ({ line, at }))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.at - b.at)
    .map(({ line }) => line);
}

const seen = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What there is to choose from among these lines; nothing where there is no choice. */
export function choices(lines: readonly HelplineNow[]) {
  const own = lines.filter((line) => !leadsOn(line));
  const atLeastTwo = <T>(values: T[]) => (values.length > 1 ? values : []);
  return {
    needs: atLeastTwo(seen(own.flatMap((line) => line.needs))),
    ways: atLeastTwo(ways.filter((way) => own.some((line) => line[way]))),
    languages: atLeastTwo(seen(own.flatMap((line) => line.speaks)).sort()),
    isWorthIt: own.length > 1,
    hasOwn: own.length > 0,
  };
}

/** As much of a wish as these lines leave to choose. */
export function within(wish: Wish, lines: readonly HelplineNow[]): Wish {
  const { needs, ways, languages, isWorthIt } = choices(lines);
  if (!isWorthIt) return anyLine();
  return {
    need: wish.need !== 'any' && needs.includes(wish.need) ? wish.need : 'any',
    ways: wish.ways.filter((way) => ways.includes(way)),
    language: languages.includes(wish.language) ? wish.language : '',
    openNow: wish.openNow,
  };
}

/** `2026-11` as "November 2026". */
export function monthText(month: string): string {
  return monthName(`${month}-01`);
}

/** Times are those of this computer; a day is named when it is not today. */
export function openText(now: OpenNow, here = today.now): string {
  const time = (at: string) => {
    const moment = new Date(at);
    // What lasts until midnight lasts until the end of a day, not the start of the next.
    const isNear = moment.getTime() - here.getTime() < 24 * 60 * 60_000;
    return isNear ? clockTime(moment) : weekdayAndTime(moment);
  };
  if (now.is === 'unknown') return m.help_open_unknown();
  if (now.is === 'closed') return m.help_closed({ time: time(now.opens_at) });
  return now.until === null ? m.help_open_always() : m.help_open_until({ time: time(now.until) });
}
