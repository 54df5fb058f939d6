// Decorations for the text that is seen, where the line one writes on shows all of its marks.
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';

export type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

export interface Span {
  from: number;
  to: number;
}

/** Decorations for the syntax inside `spans`; `writtenOn` tells which positions are on the line one writes on. */
export type Shapes = (
  state: EditorState,
  spans: readonly Span[],
  writtenOn: (position: number) => boolean,
) => DecorationSet;

export function inView(view: EditorView, shapes: Shapes): DecorationSet {
  const { doc, selection } = view.state;
  const lines = view.hasFocus ? selection.ranges.map((range) => doc.lineAt(range.head)) : [];
  return shapes(view.state, view.visibleRanges, (position) =>
    lines.some((here) => here.from <= position && position <= here.to),
  );
}

export const changesShapes = (update: ViewUpdate): boolean =>
  update.docChanged ||
  update.viewportChanged ||
  update.selectionSet ||
  update.focusChanged ||
  syntaxTree(update.startState) !== syntaxTree(update.state);
