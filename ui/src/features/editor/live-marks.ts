// Markdown shaped in place: text looks as it is meant, and the marks show only on the line one writes on.
import { syntaxTree } from '@codemirror/language';
import type { Range } from '@codemirror/state';
import { Decoration, Direction, WidgetType, type EditorView } from '@codemirror/view';
import { m } from '$lib/messages';
import { tick } from './formats';
import { keptAt, KeptPicture, readPicture } from './kept-pictures';
import { hidden, Shape, shaping, type Shapes, type Span } from './shaping';

/** A box to tick, where the text has `[ ]` or `[x]`. By keyboard the line is ticked from inside the text. */
class Box extends WidgetType {
  constructor(
    readonly isTicked: boolean,
    readonly words: string,
  ) {
    super();
  }
  override eq(other: Box): boolean {
    return other.isTicked === this.isTicked && other.words === this.words;
  }
  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'cm-box';
    box.checked = this.isTicked;
    box.tabIndex = -1;
    box.setAttribute('aria-label', this.words || m.editor_task_blank());
    // The cursor stays where it is, and the text says what is ticked.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', (event) => {
      event.preventDefault();
      tick(view, view.posAtDOM(box));
    });
    return box;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

const bullet = Decoration.replace({ widget: new Shape('cm-list-mark', '•') });
const rule = Decoration.replace({ widget: new Shape('cm-rule') });
/** The letter in it is not the first one of its line. */
const writtenBox = Decoration.mark({
  class: 'cm-task',
  attributes: { dir: 'ltr' },
  bidiIsolate: Direction.LTR,
});
const mark = (name: string) => Decoration.mark({ class: name });
const line = (name: string) => Decoration.line({ class: name });

const deepestList = 6;

/** Everything but tables. */
export const shapes: Shapes = (state, spans, writtenOn) => {
  const found: Range<Decoration>[] = [];
  const { doc } = state;
  const hide = (from: number, to: number) => from < to && found.push(hidden.range(from, to));
  const isSpace = (position: number) => /^[ \t]$/.test(doc.sliceString(position, position + 1));
  const eachLine = (node: Span, within: Span, name: string) => {
    const last = Math.min(node.to, within.to);
    for (let at = Math.max(node.from, within.from); at <= last;) {
      const here = doc.lineAt(at);
      found.push(line(name).range(here.from));
      at = here.to + 1;
    }
  };

  for (const span of spans) {
    let listDepth = 0;
    syntaxTree(state).iterate({
      ...span,
      enter(node) {
        const { from, to, name } = node;
        const parent = node.node.parent;
        if (name.startsWith('ATXHeading')) {
          found.push(line(`cm-heading cm-heading-${name.slice(-1)}`).range(doc.lineAt(from).from));
        } else if (name === 'HeaderMark' && !writtenOn(from)) {
          if (parent?.from === from) hide(from, isSpace(to) ? to + 1 : to);
          else hide(isSpace(from - 1) ? from - 1 : from, to);
        } else if (name === 'EmphasisMark' || name === 'StrikethroughMark') {
          if (!writtenOn(from)) hide(from, to);
        } else if (name === 'CodeMark' && parent?.name === 'InlineCode') {
          if (!writtenOn(from)) hide(from, to);
        } else if (name === 'Blockquote') {
          eachLine(node, span, 'cm-quote');
        } else if (name === 'QuoteMark' && !writtenOn(from)) {
          hide(from, isSpace(to) ? to + 1 : to);
        } else if (name === 'FencedCode') {
          eachLine(node, span, 'cm-code-block');
        } else if (name === 'HorizontalRule' && !writtenOn(from)) {
          found.push(rule.range(from, to));
        } else if (name === 'BulletList' || name === 'OrderedList') {
          listDepth++;
        } else if (name === 'TaskMarker') {
          const isTicked = doc.sliceString(from + 1, from + 2) !== ' ';
          const here = doc.lineAt(from);
          if (isTicked) found.push(line('cm-ticked').range(here.from));
          if (writtenOn(from)) {
            found.push(writtenBox.range(from, to));
            return;
          }
          const box = new Box(isTicked, doc.sliceString(to, here.to).trim());
          found.push(Decoration.replace({ widget: box }).range(from, isSpace(to) ? to + 1 : to));
        } else if (name === 'ListMark') {
          const start = doc.lineAt(from);
          const textFrom = isSpace(to) ? to + 1 : to;
          found.push(line(`cm-item cm-item-${Math.min(listDepth, deepestList)}`).range(start.from));
          if (!doc.sliceString(start.from, from).trim()) hide(start.from, from);
          const isBullet = parent?.parent?.name === 'BulletList';
          // The box of a task is its mark.
          if (!writtenOn(from) && parent?.getChild('Task')) hide(from, textFrom);
          else if (!writtenOn(from) && isBullet) found.push(bullet.range(from, textFrom));
          else found.push(mark('cm-list-mark').range(from, textFrom));
        } else if (name === 'Link' && node.node.getChild('URL')) {
          const [open, close] = node.node.getChildren('LinkMark');
          if (!open || !close) return;
          if (open.to < close.from) found.push(mark('cm-link').range(open.to, close.from));
          if (writtenOn(from)) return;
          hide(open.from, open.to);
          hide(close.from, to);
        } else if (name === 'Image') {
          const kept = keptAt(state, node.node);
          const read = state.facet(readPicture);
          if (!kept || !read) return;
          // It stays where it is while its line is written on; only its marks come and go.
          const picture = new KeptPicture(kept.name, kept.words, read);
          found.push(Decoration.widget({ widget: picture, side: 1 }).range(to));
          if (!writtenOn(from)) hide(from, to);
        }
      },
      leave(node) {
        if (node.name === 'BulletList' || node.name === 'OrderedList') listDepth--;
      },
    });
  }
  return Decoration.set(found, true);
};

export const liveMarks = shaping(shapes);
