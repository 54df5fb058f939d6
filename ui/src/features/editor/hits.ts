// Marks what a search looked for inside the open entry, by the rule the search itself follows:
// each word typed is the start of a word, case and accents aside.
import { StateEffect, StateField, type Range } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

/** Without case and accents, character for character, so that positions stay true. */
function fold(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, (unit) => unit.toLowerCase().normalize('NFD').charAt(0) || unit);
}

const words = /[\p{L}\p{N}\p{M}]+/gu;

export function wordsOf(typed: string): string[] {
  return fold(typed).match(words) ?? [];
}

/** Where the words looked for begin words of the text. */
export function hitsIn(text: string, looked: readonly string[]): { from: number; to: number }[] {
  if (looked.length === 0) return [];
  const hits: { from: number; to: number }[] = [];
  for (const { 0: word, index } of fold(text).matchAll(words)) {
    const length = Math.max(0, ...looked.map((start) => (word.startsWith(start) ? start.length : 0)));
    if (length > 0) hits.push({ from: index, to: index + length });
  }
  return hits;
}

export const lookFor = StateEffect.define<string>();

const looked = StateField.define<readonly string[]>({
  create: () => [],
  update: (value, { effects }) =>
    effects.reduce((latest, effect) => (effect.is(lookFor) ? wordsOf(effect.value) : latest), value),
});

const hit = Decoration.mark({ tagName: 'mark' });

function hitsInView(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const text = view.state.sliceDoc(from, to);
    for (const at of hitsIn(text, view.state.field(looked))) {
      found.push(hit.range(from + at.from, from + at.to));
    }
  }
  return Decoration.set(found);
}

/** The first hit, or null. Reads line by line and stops there. */
export function firstHit(view: EditorView): number | null {
  const sought = view.state.field(looked);
  if (sought.length === 0) return null;
  for (let number = 1; number <= view.state.doc.lines; number++) {
    const line = view.state.doc.line(number);
    const [first] = hitsIn(line.text, sought);
    if (first) return line.from + first.from;
  }
  return null;
}

export const hits = [
  looked,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hitsInView(view);
      }
      update(update: ViewUpdate): void {
        const isStale =
          update.docChanged ||
          update.viewportChanged ||
          update.startState.field(looked) !== update.state.field(looked);
        if (isStale) this.decorations = hitsInView(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
