// Entries as blocks to be set on pages, and as Markdown that other programs read.
import type { Block, Entry, Manuscript } from '$host/generated/wire';
import { readMarkdown } from '$lib/markdown';
import { m } from '$lib/messages';
import { heading, paragraph } from './blocks';
import { spanName } from './levels';

/** Longer texts, and longer paragraphs, are not read for marks, which could take long: they stand as they were typed. */
const longest = { text: 500_000, paragraph: 50_000 };

function blocksOf(text: string): Block[] {
  const typed = text.split(/\n\s*\n/);
  const isLong = text.length > longest.text || typed.some(({ length }) => length > longest.paragraph);
  return isLong ? typed.filter((part) => part.trim()).map(paragraph) : readMarkdown(text);
}

/** The blocks of a text, its headings below those around it. */
export function entryBlocks(text: string, highest: number): Block[] {
  const lower = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, level: Math.min(block.level + highest - 1, 6) };
      case 'quote':
        return { ...block, inside: block.inside.map(lower) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(lower)) };
      default:
        return block;
    }
  };
  return blocksOf(text).map(lower);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
/** "Tuesday 3 November 2026", as the journal says it. */
export const dayName = (on: string): string => dayFormat.format(new Date(`${on}T00:00:00Z`)).replace(',', '');

const tagLine = ({ tags }: Entry): Block[] =>
  tags.length > 0 ? [paragraph(m.taking_tags({ tags: tags.join(', ') }))] : [];

/** Entries one by one, by day, the earliest first. */
export class EntryPages {
  readonly #blocks: Block[] = [];
  #first: string | undefined;
  #last: string | undefined;

  add(entry: Entry): void {
    if (entry.on !== this.#last) this.#blocks.push(heading(2, dayName(entry.on)));
    else this.#blocks.push({ kind: 'rule' });
    this.#first ??= entry.on;
    this.#last = entry.on;
    if (entry.title) this.#blocks.push(heading(3, entry.title));
    this.#blocks.push(...entryBlocks(entry.text, entry.title ? 4 : 3), ...tagLine(entry));
  }

  finish(): Manuscript {
    const [from, until] = [this.#first, this.#last];
    const one = from === until;
    return {
      title: one && from ? dayName(from) : m.taking_entries_title(),
      lead: one || !from || !until ? '' : spanName({ from, until }),
      language: 'en-GB',
      foot: '',
      // The day of one day is its title already.
      blocks: one ? this.#blocks.slice(1) : this.#blocks,
    };
  }
}

/** Front matter that Markdown programs read: day, zone, tags. JSON strings are YAML strings. */
export function entryMarkdown({ on, zone, title, tags, is_starred, text }: Entry): string {
  const front = [
    ...(title ? [`title: ${JSON.stringify(title)}`] : []),
    `date: ${on}`,
    `zone: ${JSON.stringify(zone)}`,
    ...(tags.length > 0 ? [`tags: [${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`] : []),
    ...(is_starred ? ['starred: true'] : []),
  ];
  return `---\n${front.join('\n')}\n---\n\n${text.trimEnd()}\n`;
}
