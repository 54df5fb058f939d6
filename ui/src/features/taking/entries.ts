// Entries as blocks to be set on pages, and as Markdown that other programs read.
import type { Block, Entry, Inline, Manuscript } from '$host/generated/wire';
import type * as Read from '$lib/markdown';
import { asTyped, readMarkdown } from '$lib/markdown';
import { dateName, language, rowText, weekdayName } from '$lib/locale';
import { m } from '$lib/messages';
import { isCalled } from '$lib/references';
import type { TakenPicture } from '$state/taken-pictures';
import { heading, paragraph } from './blocks';
import { spanName } from './levels';

/** Longer texts, and longer paragraphs, are not read for marks, which could take long: they stand as they were typed. */
const longest = { text: 500_000, paragraph: 50_000 };

function blocksOf(text: string): Read.Block[] {
  const typed = text.split(/\n\s*\n/);
  const isLong = text.length > longest.text || typed.some(({ length }) => length > longest.paragraph);
  return isLong ? typed.filter((part) => part.trim()).map(asTyped) : readMarkdown(text);
}

/** The picture that is called so, if it is taken along. */
type FindPicture = (name: string) => TakenPicture | undefined;

/** The blocks of a text, its headings below those around it. A picture that is not taken along is told in words. */
export function entryBlocks(text: string, highest: number, find: FindPicture = () => undefined): Block[] {
  const onPaper = (block: Read.Block): Block[] => {
    switch (block.kind) {
      case 'heading': {
        const level = Math.min(block.level + highest - 1, 6);
        return [{ kind: 'heading', level, inside: inlines(block.inside) }];
      }
      case 'paragraph':
        return withPictures(block.inside, find);
      case 'quote':
        return [{ kind: 'quote', inside: block.inside.flatMap(onPaper) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => item.flatMap(onPaper)) }];
      case 'table': {
        const rows = block.rows.map((row) => row.map(inlines));
        return [{ kind: 'table', head: block.head.map(inlines), rows }];
      }
      default:
        return [block];
    }
  };
  return blocksOf(text).flatMap(onPaper);
}

const inlines = (inside: readonly Read.Inline[]): Inline[] => inside.map(inline);

function inline(piece: Read.Inline): Inline {
  if (piece.kind === 'kept') return { kind: 'emphasis', inside: [{ kind: 'text', text: piece.words }] };
  return 'inside' in piece ? { ...piece, inside: inlines(piece.inside) } : piece;
}

/** A paragraph ends where a picture stands, and goes on below it. */
function withPictures(inside: readonly Read.Inline[], find: FindPicture): Block[] {
  const found: Block[] = [];
  let words: Inline[] = [];
  const end = () => {
    const last = words.at(-1);
    if (last?.kind === 'text') words = [...words.slice(0, -1), { ...last, text: last.text.trimEnd() }];
    const isBlank = words.every((one) => one.kind === 'text' && one.text === '');
    if (!isBlank) found.push({ kind: 'paragraph', inside: words });
    words = [];
  };
  for (const piece of inside) {
    const picture = piece.kind === 'kept' ? find(piece.name) : undefined;
    if (piece.kind === 'kept' && picture?.jpeg) {
      end();
      found.push({ kind: 'picture', jpeg: picture.jpeg, words: piece.words || wordsFor(picture) });
    } else if (piece.kind === 'text' && words.length === 0)
      words.push({ ...piece, text: piece.text.trimStart() });
    else words.push(inline(piece));
  }
  end();
  return found;
}

/** What is read aloud in its place. */
const wordsFor = ({ caption, name }: TakenPicture): string => caption || name;

/** A picture below the text, with what was said of it. */
export function pictureBlocks(picture: TakenPicture): Block[] {
  const { jpeg, caption } = picture;
  if (!jpeg) return [paragraph(wordsFor(picture))];
  return [{ kind: 'picture', jpeg, words: wordsFor(picture) }, ...(caption ? [paragraph(caption)] : [])];
}

/** "Tuesday 3 November 2026", as the journal says it. */
export const dayName = (on: string): string => `${weekdayName(on)} ${dateName(on)}`;

const tagLine = ({ tags }: Entry): Block[] =>
  tags.length > 0 ? [paragraph(m.taking_tags({ tags: rowText(tags) }))] : [];

/** Entries one by one, by day, the earliest first. */
export class EntryPages {
  readonly #blocks: Block[] = [];
  #first: string | undefined;
  #last: string | undefined;

  /** `pictures` are those that go along with it: where they stand in the text, or below it. */
  add(entry: Entry, pictures: readonly TakenPicture[] = []): void {
    if (entry.on !== this.#last) this.#blocks.push(heading(2, dayName(entry.on)));
    else this.#blocks.push({ kind: 'rule' });
    this.#first ??= entry.on;
    this.#last = entry.on;
    if (entry.title) this.#blocks.push(heading(3, entry.title));
    const below = new Set(pictures);
    const blocks = entryBlocks(entry.text, entry.title ? 4 : 3, (name) => {
      const picture = pictures.find((one) => isCalled(one, name));
      if (picture) below.delete(picture);
      return picture;
    });
    this.#blocks.push(...blocks, ...[...below].flatMap(pictureBlocks), ...tagLine(entry));
  }

  finish(): Manuscript {
    const [from, until] = [this.#first, this.#last];
    const one = from === until;
    return {
      title: one && from ? dayName(from) : m.taking_entries_title(),
      lead: one || !from || !until ? '' : spanName({ from, until }),
      language,
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
