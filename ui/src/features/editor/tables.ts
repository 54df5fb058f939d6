// Tables while they are written: the cells of a column are as wide as its widest. Not a letter of the text is changed.
import { syntaxTree } from '@codemirror/language';
import type { Range, Text } from '@codemirror/state';
import { Decoration, Direction, EditorView } from '@codemirror/view';
import { directionOf } from '$lib/direction';
import { hidden, Shape, shaping, type Shapes, type Span, type SyntaxNode } from './shaping';

/** In letters. Longer tables stand as they were typed. */
const longest = 20_000;
/** In letters. What is longer goes on below, inside its cell. */
const widestColumn = 30;
const narrowColumn = 12;
/** What a letter takes on average, or a little more, whatever its weight. */
const em = (letters: number): string => `${(letters * 0.52).toFixed(2)}em`;

interface Row extends Span {
  kind: 'TableHeader' | 'TableDelimiter' | 'TableRow';
}

export interface Table extends Span {
  text: string;
}

/** A table that is short enough to be shaped. */
export function tableIn(doc: Text, { from, to }: Span): Table | undefined {
  return to - from > longest ? undefined : { from, to, text: doc.sliceString(from, to) };
}

/** The rows of a table, each without the marks of a quote around it. */
function rowsOf(table: SyntaxNode): Row[] {
  const rows: Row[] = [];
  let quoteTo = 0;
  for (let node = table.firstChild; node; node = node.nextSibling)
    if (node.name === 'QuoteMark') quoteTo = node.to;
    else rows.push({ kind: node.name as Row['kind'], from: Math.max(node.from, quoteTo), to: node.to });
  return rows;
}

/** Where the cells of a row stand. A pipe after a backslash is a letter; those at both ends of the row part nothing. */
function cellsOf(doc: Text, { from: start, to }: Span): Span[] {
  const row = doc.sliceString(start, to);
  const pipes = [...row.matchAll(/\\.|\|/g)].filter(([found]) => found === '|').map(({ index }) => index);
  let from = start;
  const cells = [...pipes, row.length].map((end) => {
    const cell = { from, to: start + end };
    from = cell.to + 1;
    return cell;
  });
  const isBlank = (cell: Span) => doc.sliceString(cell.from, cell.to).trim() === '';
  return cells.filter((cell, at) => (at > 0 && at < pipes.length) || !isBlank(cell));
}

/** In letters of one width; those of Chinese, Japanese and Korean, and pictures, are twice as wide. */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/gu;
const widthOf = (text: string): number => [...text.replace(wide, 'ww')].length;

function sideOf(rule = ''): string {
  if (!rule.trim().endsWith(':')) return 'start';
  return rule.trim().startsWith(':') ? 'center' : 'end';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** How the cells of each column stand. In a narrow window the wide ones give way, and all of them if there are many. */
function columnStyles(rows: readonly string[][]): string[] {
  const [head = [], rule = []] = rows;
  const widths = head.map((_, column) =>
    Math.min(Math.max(...rows.map((row) => widthOf(row[column] ?? ''))) + 1, widestColumn),
  );
  const narrow = sum(widths.filter((width) => width <= narrowColumn));
  const givesWay = (width: number) => width > narrowColumn || narrow > widestColumn;
  const wide = sum(widths.filter(givesWay));
  // Beside a cell there is a pipe, and as much again on either side.
  const room = `(99% - ${em(sum(widths) - wide + 3 * widths.length + 1)})`;
  return widths.map((width, column) => {
    const size = givesWay(width) ? `min(${em(width)}, ${room} * ${(width / wide).toFixed(3)})` : em(width);
    return `width: ${size}; text-align: ${sideOf(rule[column])}`;
  });
}

/** What a table may stand in. */
export const tableHolders = new Set(['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem']);

const lines = {
  TableHeader: Decoration.line({ class: 'cm-table cm-table-head' }),
  TableDelimiter: Decoration.line({ class: 'cm-table cm-table-rule' }),
  TableRow: Decoration.line({ class: 'cm-table' }),
};
const written = Decoration.line({ class: 'cm-table-written' });
const pipe = Decoration.mark({ class: 'cm-pipe' });

/** Out of the way, so that cells with and without them stand alike. A cell of nothing else keeps them. */
function spacesAround(doc: Text, { from, to }: Span): Range<Decoration>[] {
  const text = doc.sliceString(from, to);
  if (!text.trim()) return [];
  const [start, end] = [from + text.search(/\S/), from + text.trimEnd().length];
  return [...(from < start ? [hidden.range(from, start)] : []), ...(end < to ? [hidden.range(end, to)] : [])];
}

export const tableShapes: Shapes = (state, spans, writtenOn) => {
  const { doc } = state;
  const found: Range<Decoration>[] = [];
  const shape = (table: SyntaxNode, span: Span) => {
    const whole = tableIn(doc, table);
    if (!whole) return;
    const direction = directionOf(whole.text);
    const rows = rowsOf(table).map((row) => ({ ...row, cells: cellsOf(doc, row) }));
    const styles = columnStyles(
      rows.map(({ cells }) => cells.map(({ from, to }) => doc.sliceString(from, to))),
    );
    for (const row of rows) {
      if (row.to < span.from || row.from > span.to) continue;
      const start = doc.lineAt(row.from).from;
      found.push(lines[row.kind].range(start));
      const isWritten = writtenOn(row.from);
      if (isWritten) found.push(written.range(start));
      let at = row.from;
      row.cells.forEach(({ from, to }, column) => {
        if (at < from) found.push(pipe.range(at, from));
        at = to;
        const style = styles[column];
        if (style === undefined) return;
        const own = directionOf(doc.sliceString(from, to)) ?? direction;
        const isTurned = direction === 'rtl' || own === 'rtl';
        // An empty cell has no letter to be made as wide as its column.
        const cell =
          from === to
            ? Decoration.widget({ widget: new Shape('cm-cell', '', style), side: 1 })
            : Decoration.mark({
                class: 'cm-cell',
                // The right side that was asked for stays the right one.
                attributes: isTurned && own ? { style: style.replace(/end$/, 'right'), dir: own } : { style },
                ...(isTurned && { bidiIsolate: own === 'rtl' ? Direction.RTL : Direction.LTR }),
              });
        found.push(cell.range(from, to));
        if (!isWritten) found.push(...spacesAround(doc, { from, to }));
      });
      if (at < row.to) found.push(pipe.range(at, row.to));
    }
  };
  for (const span of spans)
    syntaxTree(state).iterate({
      ...span,
      enter({ name, node }) {
        if (name === 'Table') shape(node, span);
        return tableHolders.has(name);
      },
    });
  return Decoration.set(found, true);
};

export const tables = shaping(tableShapes, EditorView.outerDecorations);
