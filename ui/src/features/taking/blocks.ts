// Blocks of plain words.
import type { Block, Inline } from '$host/generated/wire';

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
