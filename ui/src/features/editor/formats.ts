// The quiet toolbar's commands for people who know no Markdown, and what holds at the cursor.
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from './shaping';

export type Format = 'heading' | 'bold' | 'italic' | 'list' | 'task' | 'quote';

export interface AtCursor {
  formats: ReadonlySet<Format>;
  /** The address of the link one is in. */
  address: string | null;
}

const inline = {
  bold: { node: 'StrongEmphasis', mark: '**' },
  italic: { node: 'Emphasis', mark: '*' },
} as const;

/** How a line begins: quote marks, then indentation, then a heading's or a list item's mark, and a box to tick. */
const lineStart = /^((?: {0,3}>[ \t]?)*)([ \t]*)(#{1,6}[ \t]+|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;

function startOf(text: string) {
  const [whole = '', quote = '', indent = '', mark = ''] = lineStart.exec(text) ?? [];
  const isTask = mark.trimEnd().endsWith(']');
  return {
    whole,
    quote,
    indent,
    mark,
    isHeading: mark.startsWith('#'),
    isTask,
    isItem: /^[^#]/.test(mark) && !isTask,
  };
}

/** How a line begins that may be one of a list; the bullet is its mark without a box. */
export function itemStart(text: string): { quote: string; indent: string; bullet: string } {
  const { quote, indent, mark, isHeading } = startOf(text);
  const bullet = isHeading ? '' : (/^(?:[-*+]|\d+[.)])[ \t]/.exec(mark)?.[0] ?? '');
  return { quote, indent, bullet };
}

/** The nodes around a position, seen from both sides of it. */
function around(state: EditorState, position: number): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, side);
    for (; node; node = node.parent) nodes.push(node);
  }
  return nodes;
}

export function atCursor(state: EditorState): AtCursor {
  const { head } = state.selection.main;
  const nodes = around(state, head);
  const formats = new Set<Format>();
  for (const { name } of nodes) {
    if (name === inline.bold.node) formats.add('bold');
    if (name === inline.italic.node) formats.add('italic');
  }
  const start = startOf(state.doc.lineAt(head).text);
  if (start.isHeading) formats.add('heading');
  if (start.isItem) formats.add('list');
  if (start.isTask) formats.add('task');
  if (start.quote) formats.add('quote');
  const address = nodes.find((node) => node.name === 'URL') ?? linkAddress(nodes);
  return { formats, address: address ? state.sliceDoc(address.from, address.to) : null };
}

function linkAddress(nodes: readonly SyntaxNode[]): SyntaxNode | null {
  return nodes.find((node) => node.name === 'Link')?.getChild('URL') ?? null;
}

function toggleInline(format: 'bold' | 'italic'): StateCommand {
  const { node: name, mark } = inline[format];
  return ({ state, dispatch }) => {
    const result = state.changeByRange((range) => {
      const inside = around(state, range.from).find((node) => node.name === name && node.to >= range.to);
      if (range.empty && state.sliceDoc(range.head, range.head + mark.length) === mark) {
        const { head } = range;
        // At the end of what was emphasised: writing goes on after it. Between two marks: both go.
        if (inside) return { range: EditorSelection.cursor(head + mark.length) };
        if (state.sliceDoc(head - mark.length, head) === mark) {
          const from = head - mark.length;
          return {
            changes: { from, to: head + mark.length },
            range: EditorSelection.cursor(from),
          };
        }
      }
      if (inside) {
        const marks = inside.getChildren('EmphasisMark').map(({ from, to }) => ({ from, to }));
        const changes = state.changes(marks);
        return { changes, range: range.map(changes) };
      }
      const word = range.empty ? state.wordAt(range.head) : null;
      const isInWord = word && word.from < range.head && range.head < word.to;
      const wanted = isInWord ? word : range;
      if (wanted.empty) {
        const at = wanted.from;
        return {
          changes: { from: at, insert: mark + mark },
          range: EditorSelection.cursor(at + mark.length),
        };
      }
      // Each line for itself: emphasis does not reach over an empty line, nor around a list mark.
      const wraps: ChangeSpec[] = [];
      for (let at = wanted.from; at <= wanted.to;) {
        const line = state.doc.lineAt(at);
        const first = line.from + startOf(line.text).whole.length;
        let from = Math.max(first, wanted.from);
        let to = Math.min(line.to, wanted.to);
        while (from < to && /\s/.test(state.sliceDoc(from, from + 1))) from++;
        while (from < to && /\s/.test(state.sliceDoc(to - 1, to))) to--;
        if (from < to) wraps.push({ from, insert: mark }, { from: to, insert: mark });
        at = line.to + 1;
      }
      const changes = state.changes(wraps);
      const from = changes.mapPos(range.from, 1);
      const to = range.empty ? from : Math.max(from, changes.mapPos(range.to, -1));
      return { changes, range: range.empty ? range.map(changes, 1) : EditorSelection.range(from, to) };
    });
    dispatch(state.update(result, { scrollIntoView: true, userEvent: 'input.format' }));
    return true;
  };
}

/** What a line begins with when a format is put on it or taken away. */
const lineFormats = {
  heading: {
    holds: (text: string) => startOf(text).isHeading,
    put: (text: string) => `${startOf(text).quote}## `,
    takeAway: (text: string) => startOf(text).quote,
  },
  list: {
    holds: (text: string) => startOf(text).isItem,
    put: (text: string) => `${startOf(text).quote}${startOf(text).indent}- `,
    takeAway: (text: string) => startOf(text).quote,
  },
  task: {
    holds: (text: string) => startOf(text).isTask,
    put: (text: string) => `${startOf(text).quote}${startOf(text).indent}- [ ] `,
    takeAway: (text: string) => startOf(text).quote,
  },
  quote: {
    holds: (text: string) => startOf(text).quote !== '',
    put: (text: string) => `> ${startOf(text).whole}`,
    takeAway: (text: string) => startOf(text).whole.slice(startOf(text).quote.length),
  },
};

function toggleLines(format: keyof typeof lineFormats): StateCommand {
  const { holds, put, takeAway } = lineFormats[format];
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main;
    const lines = [];
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      lines.push(line);
      at = line.to + 1;
    }
    // Empty lines between paragraphs stay empty.
    const written = lines.length === 1 ? lines : lines.filter((line) => line.text.trim());
    const begin = written.every((line) => holds(line.text)) ? takeAway : put;
    const changes = state.changes(
      written.map(({ from, text }) => ({
        from,
        to: from + startOf(text).whole.length,
        insert: begin(text),
      })),
    );
    const selection = state.selection.map(changes, 1);
    dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: 'input.format' }));
    return true;
  };
}

export const toggles: Record<Format, StateCommand> = {
  heading: toggleLines('heading'),
  bold: toggleInline('bold'),
  italic: toggleInline('italic'),
  list: toggleLines('list'),
  task: toggleLines('task'),
  quote: toggleLines('quote'),
};

/** Ticks the task of a line, or takes its tick away. Whether there is one. */
export function tick(
  { state, dispatch }: Parameters<StateCommand>[0],
  position = state.selection.main.head,
): boolean {
  const { from, to } = state.doc.lineAt(position);
  let box: number | undefined;
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (node.name === 'TaskMarker') box = node.from + 1;
    },
  });
  if (box === undefined) return false;
  const insert = state.sliceDoc(box, box + 1) === ' ' ? 'x' : ' ';
  dispatch(state.update({ changes: { from: box, to: box + 1, insert }, userEvent: 'input.format' }));
  return true;
}
