// Blocks of plain words, and which way blocks run.
import type { Block, Inline } from '$host/generated/wire';
import { directionOf } from '$lib/direction';

const plain = (text: string): Inline[] => [{ kind: 'text', text }];

export const heading = (level: number, text: string): Block => ({
  kind: 'heading',
  level,
  inside: plain(text),
});

export const paragraph = (text: string): Block => ({ kind: 'paragraph', inside: plain(text) });

export const textList = (lines: readonly string[]): Block => ({
  kind: 'list',
  start: null,
  items: lines.map((line) => [paragraph(line)]),
});

export const plainTable = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head: head.map(plain),
  rows: rows.map((row) => row.map(plain)),
});

const direction = (inside: readonly Inline[]): ReturnType<typeof directionOf> =>
  first(inside, (piece) =>
    'inside' in piece ? direction(piece.inside) : directionOf('text' in piece ? piece.text : ''),
  );

/** As its first letter does. */
export function blockDirection(block: Block): ReturnType<typeof directionOf> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return direction(block.inside);
    case 'quote':
      return directionOfBlocks(block.inside);
    case 'list':
      return first(block.items, directionOfBlocks);
    case 'table':
      return first([block.head, ...block.rows].flat(), direction);
    case 'code':
    case 'markdown':
      return directionOf(block.text);
    case 'picture':
      return directionOf(block.words);
    case 'rule':
      return undefined;
  }
}

export const directionOfBlocks = (blocks: readonly Block[]): ReturnType<typeof directionOf> =>
  first(blocks, blockDirection);

function first<Each, Found>(all: readonly Each[], look: (one: Each) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
