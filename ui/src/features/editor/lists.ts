// Lists by the keyboard: an item becomes a part of the one above it, and comes out again; the next item has a box where
// the last one had.
import { syntaxTree } from '@codemirror/language';
import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { countColumn, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state';
import { itemStart } from './formats';
import { EditorView } from '@codemirror/view';
import type { SyntaxNode } from './shaping';

const isItem = (node: SyntaxNode | null): node is SyntaxNode => node?.name === 'ListItem';

/** The items that begin on the lines of the selection, without those inside of one another. */
function chosenItems(state: EditorState): SyntaxNode[] {
  const { from, to } = state.selection.main;
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const items: SyntaxNode[] = [];
  syntaxTree(state).iterate({
    from: first.from,
    to: last.to,
    enter({ name, node }) {
      if (name !== 'ListItem' || node.from < first.from) return true;
      items.push(node);
      return false;
    },
  });
  if (items.length > 0) return items;
  // On a further line of an item.
  let around: SyntaxNode | null = syntaxTree(state).resolveInner(from, -1);
  while (around && around.name !== 'ListItem') around = around.parent;
  return around ? [around] : [];
}

/** Where the mark of an item stands, and where its words begin, in columns after the marks of a quote. */
function columns(state: EditorState, item: SyntaxNode): { mark: number; words: number; number: string } {
  const { indent, bullet } = itemStart(state.doc.lineAt(item.from).text);
  const mark = countColumn(indent, state.tabSize);
  return { mark, words: mark + bullet.length, number: /^\d+/.exec(bullet)?.[0] ?? '' };
}

/** What stands before a node, past the marks of a quote. */
function before(node: SyntaxNode | null): SyntaxNode | null {
  let found = node?.prevSibling ?? null;
  while (found?.name === 'QuoteMark') found = found.prevSibling;
  return found;
}

/** The item above, in the same list or in one that another kind of mark ended. */
function itemAbove(item: SyntaxNode): SyntaxNode | null {
  const above = before(item);
  if (isItem(above)) return above;
  const list = before(item.parent);
  const last = list && /^(?:Bullet|Ordered)List$/.test(list.name) ? list.lastChild : null;
  return isItem(last) ? last : null;
}

/** Each line of an item, further or nearer by so many columns. */
function shifted(state: EditorState, item: SyntaxNode, by: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  for (let at = item.from; at <= item.to;) {
    const line = state.doc.lineAt(at);
    at = line.to + 1;
    const { quote, indent } = itemStart(line.text);
    if (!line.text.slice(quote.length).trim()) continue;
    const width = Math.max(countColumn(indent, state.tabSize) + by, 0);
    const from = line.from + quote.length;
    changes.push({ from, to: from + indent.length, insert: ' '.repeat(width) });
  }
  return changes;
}

/** The numbers of the ordered lists around, one after the other again. */
function renumbered(state: EditorState, from: number, to: number, begun: ReadonlySet<number>): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter({ name, node }) {
      if (name !== 'OrderedList') return;
      let next: number | undefined;
      for (const item of node.getChildren('ListItem')) {
        const line = state.doc.lineAt(item.from);
        const { number } = columns(state, item);
        if (!number) continue;
        const wanted = next ?? (begun.has(line.number) ? 1 : Number(number));
        next = wanted + 1;
        const start = line.from + line.text.indexOf(number);
        if (String(wanted) !== number)
          changes.push({ from: start, to: start + number.length, insert: String(wanted) });
      }
    },
  });
  return changes;
}

function move(
  step: (state: EditorState, item: SyntaxNode, chosen: readonly SyntaxNode[]) => number,
): StateCommand {
  return ({ state, dispatch }) => {
    const items = chosenItems(state);
    const [first] = items;
    if (!first) return false;
    const changes = items.flatMap((item) => {
      const by = step(state, item, items);
      return by === 0 ? [] : shifted(state, item, by);
    });
    // There is nothing to do, and the key is for nothing else.
    if (changes.length === 0) return true;
    const moved = state.update({ changes });
    let [from, to] = [first.from, state.selection.main.to];
    for (let list = first.parent; list && /List|ListItem/.test(list.name); list = list.parent)
      [from, to] = [Math.min(from, list.from), Math.max(to, list.to)];
    const begun = new Set(items.map((item) => state.doc.lineAt(item.from).number));
    const numbers = moved.state.update({
      changes: renumbered(moved.state, from, moved.changes.mapPos(to, 1), begun),
    });
    const all = moved.changes.compose(numbers.changes);
    const selection = state.selection.map(all, 1);
    dispatch(state.update({ changes: all, selection, scrollIntoView: true, userEvent: 'input.format' }));
    return true;
  };
}

/** An item, or those that are selected, become parts of the item above. */
export const nest = move((state, item, chosen) => {
  let above = itemAbove(item);
  while (above && chosen.some(({ from }) => from === above?.from)) above = itemAbove(above);
  return above ? columns(state, above).words - columns(state, item).mark : 0;
});

/** They come out of the item that they are parts of. */
export const unnest = move((state, item) => {
  const around = item.parent?.parent ?? null;
  return isItem(around) ? columns(state, around).mark - columns(state, item).mark : 0;
});

const goOnAsIs = insertNewlineContinueMarkupCommand({ nonTightLists: false });
/** A numbered item with a box: up to its number, and up to its words. */
const numberedTask = /^((?:\s*>)*\s*\d+[.)][ \t]+)\[[ xX]\](?:[ \t]+|$)/;

/** The next item at Enter, its box included; an empty one ends the list. */
export const goOn: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  const line = state.doc.lineAt(main.head);
  const [whole, start] = numberedTask.exec(line.text) ?? [];
  const isAfterBox = whole !== undefined && main.head >= line.from + whole.length;
  if (!start || !isAfterBox || !main.empty || ranges.length > 1) return goOnAsIs({ state, dispatch });
  const box = line.from + start.length;
  const isEmpty = line.text.length === whole.length;
  // An empty one goes without its box as any other does.
  const first = isEmpty ? state.update({ changes: { from: box, to: line.to } }) : undefined;
  return goOnAsIs({
    state: first?.state ?? state,
    dispatch(second) {
      const { head } = second.newSelection.main;
      const third = isEmpty ? undefined : second.state.update({ changes: { from: head, insert: '[ ] ' } });
      const parts = [first, second, third].flatMap((part) => (part ? [part.changes] : []));
      const changes = parts.reduce((all, part) => all.compose(part));
      const anchor = head + (third ? '[ ] '.length : 0);
      dispatch(state.update({ changes, selection: { anchor }, scrollIntoView: true, userEvent: 'input' }));
    },
  });
};

/** The brackets, or the keys beside P where a layout has something else: only on some can brackets be typed without AltGr. */
function nestingCommand({ code, key }: KeyboardEvent): StateCommand | undefined {
  if (key === ']' || (code === 'BracketRight' && key !== '[')) return nest;
  return key === '[' || code === 'BracketLeft' ? unnest : undefined;
}

export const nestingKeys = EditorView.domEventHandlers({
  keydown(event, view) {
    if (event.isComposing || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return false;
    const command = nestingCommand(event);
    if (!command?.(view)) return false;
    event.preventDefault();
    return true;
  },
});
