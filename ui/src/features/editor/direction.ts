// Each line of a text runs as its first letter does, whatever marks are hidden in it; the rows of a table run alike.
import { syntaxTree } from '@codemirror/language';
import type { Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { directionOf } from '$lib/direction';
import { shaping, type Shapes } from './shaping';
import { tableHolders, tableIn, type Table } from './tables';

const runs = (dir: string) => Decoration.line({ attributes: { dir } });
const lines = { auto: runs('auto'), ltr: runs('ltr'), rtl: runs('rtl') };

export const lineDirections: Shapes = (state, spans) => {
  const found: Range<Decoration>[] = [];
  const { doc } = state;
  for (const span of spans) {
    const tables: Table[] = [];
    syntaxTree(state).iterate({
      ...span,
      enter({ name, node }) {
        const table = name === 'Table' ? tableIn(doc, node) : undefined;
        if (table) tables.push(table);
        return tableHolders.has(name);
      },
    });
    for (let at = span.from; at <= span.to;) {
      const line = doc.lineAt(at);
      const table = tables.find(({ from, to }) => from <= line.to && line.from <= to);
      found.push(lines[table ? (directionOf(table.text) ?? 'ltr') : 'auto'].range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(found, true);
};

export const directions = [EditorView.perLineTextDirection.of(true), shaping(lineDirections)];
