// Text shaped where it is seen: what every kind of shape needs, and the plugin that keeps them up to date.
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

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

export const hidden = Decoration.replace({});

/** Stands where the text has a mark, or nothing. Its text goes by its class. */
export class Shape extends WidgetType {
  constructor(
    readonly className: string,
    readonly text = '',
    readonly style = '',
  ) {
    super();
  }
  override eq(other: Shape): boolean {
    return other.className === this.className && other.style === this.style;
  }
  override toDOM(): HTMLElement {
    const shape = document.createElement('span');
    shape.className = this.className;
    shape.textContent = this.text;
    shape.style.cssText = this.style;
    return shape;
  }
}

function inView(view: EditorView, shapes: Shapes): DecorationSet {
  const { doc, selection } = view.state;
  const lines = view.hasFocus ? selection.ranges.map((range) => doc.lineAt(range.head)) : [];
  return shapes(view.state, view.visibleRanges, (position) =>
    lines.some((here) => here.from <= position && position <= here.to),
  );
}

const isStale = (update: ViewUpdate): boolean =>
  update.docChanged ||
  update.viewportChanged ||
  update.selectionSet ||
  update.focusChanged ||
  update.transactions.some(({ reconfigured }) => reconfigured) ||
  syntaxTree(update.startState) !== syntaxTree(update.state);

/** `into` is `EditorView.outerDecorations` where a shape stays one piece, whatever is marked inside it. */
export function shaping(shapes: Shapes, into = EditorView.decorations): Extension {
  return ViewPlugin.fromClass(
    class {
      shown = Decoration.none;
      /** Those of the shapes that run their own way. */
      isolates = Decoration.none;
      constructor(view: EditorView) {
        this.shape(view);
      }
      update(update: ViewUpdate): void {
        if (isStale(update)) this.shape(update.view);
      }
      shape(view: EditorView): void {
        this.shown = inView(view, shapes);
        this.isolates = this.shown.update({ filter: (_, __, { spec }) => spec.bidiIsolate !== undefined });
      }
    },
    {
      provide: (plugin) => [
        into.of((view) => view.plugin(plugin)?.shown ?? Decoration.none),
        EditorView.bidiIsolatedRanges.of((view) => view.plugin(plugin)?.isolates ?? Decoration.none),
      ],
    },
  );
}
