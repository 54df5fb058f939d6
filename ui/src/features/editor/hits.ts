// Marks what a search looked for inside the open entry, by the rule the search itself follows (`snippet.rs`):
// the words of a part stand one after the other, the last may go on, as text is folded.
import { StateEffect, StateField, type Range } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import type { Clause } from '$host/generated/wire';
import { tokens, type Token } from '$lib/fold';

interface Place {
  from: number;
  to: number;
}

/** Where what is looked for stands in a text, in order and without overlap. */
export function hitsIn(text: string, clauses: readonly Clause[]): Place[] {
  const sought = clauses.flatMap(({ is_not, seeks }) => (!is_not && seeks.what === 'words' ? [seeks] : []));
  if (sought.length === 0) return [];
  const there = tokens(text);
  const found = sought.flatMap(({ words, is_start }) => wordsAt(there, words, is_start));
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  return found.filter(({ from, to }) => {
    const isApart = from >= end;
    if (isApart) end = to;
    return isApart;
  });
}

function wordsAt(there: readonly Token[], sought: readonly string[], isStart: boolean): Place[] {
  const found: Place[] = [];
  const last = sought.length - 1;
  there.forEach((first, at) => {
    const fits = sought.every((word, step) => {
      const stands = there[at + step]?.text;
      return step === last && isStart ? stands?.startsWith(word) : stands === word;
    });
    const end = there[at + last];
    if (fits && end) found.push({ from: first.from, to: end.to });
  });
  return found;
}

export const lookFor = StateEffect.define<readonly Clause[]>();

const looked = StateField.define<readonly Clause[]>({
  create: () => [],
  update: (value, { effects }) =>
    effects.reduce((latest, effect) => (effect.is(lookFor) ? effect.value : latest), value),
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

/** The first hit, or null. */
export function firstHit(view: EditorView): number | null {
  return hitsIn(view.state.doc.toString(), view.state.field(looked))[0]?.from ?? null;
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
