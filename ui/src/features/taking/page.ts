// The page to take along, put together from what was given in these days. Private text is on it only when it was
// picked by hand.
import type {
  ActivityLog,
  Block,
  CheckIn,
  Entry,
  PlanLine,
  HelpPart,
  Manuscript,
} from '$host/generated/wire';
import { dateName, factsText, language, rowText } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import { heading, paragraph, plainTable, textList } from './blocks';
import { levelRows, rates, spanName, type DaySpan } from './levels';

/** The parts in their order: one's own words come first. */
export const pageParts = [
  ...(['say', 'questions', 'noticed', 'medicines', 'prescriber', 'note'] as const satisfies HelpPart[]),
  ...(['words', 'body', 'doings', 'levels', 'factors'] as const),
] as const;
export type PagePart = (typeof pageParts)[number];

export interface PageSource {
  span: DaySpan;
  lines: readonly PlanLine[];
  checkIns: readonly CheckIn[];
  doings: readonly ActivityLog[];
  /** What was ticked as being around it, each with the note there is. */
  factors: readonly string[];
  /** Picked by hand. */
  entries: readonly Entry[];
}

/** More of one kind than this says little more. */
const most = 10;

/** "numb (6), heavy (3)" */
function oftenest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const leading = [...counts]
    .sort(([a, times], [b, others]) => others - times || a.localeCompare(b))
    .slice(0, most);
  return rowText(leading.map(([what, n]) => m.taking_times({ what, n })));
}

/** "Migraine: since May" */
export function factorText({
  key,
  name,
  note,
}: {
  key: string;
  name?: string | undefined;
  note: string;
}): string {
  const said = name ?? (key === 'unknown' ? m.help_factor_unknown() : m.help_factor_other());
  return note ? factsText([said, note]) : said;
}

const lineText = ({ person, text }: PlanLine) => rowText([person?.name, person?.reach, text]);

const listed = (text: string): Block[] => (text ? [paragraph(text)] : []);

function levelsTable({ checkIns, span }: PageSource): Block[] {
  const rows = levelRows(checkIns, span);
  if (rows.length === 0) return [];
  const head = [m.taking_levels_when(), m.taking_levels_felt(), m.check_in_energy(), m.check_in_comfort()];
  return [paragraph(m.taking_levels_basis({ n: checkIns.filter(rates).length })), plainTable(head, rows)];
}

/** What a part has to say; nothing when nothing was given. */
export function partBlocks(part: PagePart, source: PageSource): Block[] {
  switch (part) {
    case 'words':
      return listed(oftenest(source.checkIns.flatMap(({ words }) => words)));
    case 'body':
      return listed(oftenest(source.checkIns.flatMap(({ body }) => body)));
    case 'doings': {
      const done = source.doings.filter(({ outcome }) => outcome === 'done' || outcome === 'part_of_it');
      return listed(oftenest(done.map(({ title }) => title)));
    }
    case 'levels':
      return levelsTable(source);
    case 'factors':
      return source.factors.length > 0 ? [textList([...source.factors])] : [];
    default: {
      const lines = source.lines.filter((line) => line.part === part).map(lineText);
      return lines.length > 0 ? [textList(lines)] : [];
    }
  }
}

export const partName = (part: PagePart | HelpPart): string =>
  part === 'words' || part === 'body' || part === 'doings' || part === 'levels' || part === 'factors'
    ? m[`taking_part_${part}`]()
    : m[`help_part_${part}`]();

export function composePage(source: PageSource, parts: readonly PagePart[]): Manuscript {
  const blocks = parts.flatMap((part) => {
    const inside = partBlocks(part, source);
    return inside.length > 0 ? [heading(2, partName(part)), ...inside] : [];
  });
  const picked = source.entries.flatMap((entry) => [
    heading(3, dateName(entry.on)),
    { kind: 'markdown' as const, text: entry.text, highest: 4 },
  ]);
  return {
    title: m.taking_page_title(),
    lead: m.taking_page_lead({ days: spanName(source.span) }),
    language: language(),
    foot: '',
    blocks: [...blocks, ...(picked.length > 0 ? [heading(2, m.taking_part_entries()), ...picked] : [])],
  };
}

/** A plan as it is read, with what stands at the foot of each of its pages. */
export const composePlan = (
  parts: readonly { part: HelpPart; lines: readonly PlanLine[] }[],
  { title, lead, foot }: Pick<Manuscript, 'title' | 'lead' | 'foot'>,
): Manuscript => ({
  title,
  lead,
  foot,
  language: language(),
  blocks: parts.flatMap(({ part, lines }) => [heading(2, partName(part)), textList(lines.map(lineText))]),
});
