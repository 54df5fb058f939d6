// How writing looks. It stands in a shadow root, where only the tokens reach, so all of its style is here.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const listStep = 1.5;

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'var(--leading)', overflowX: 'hidden' },
  '.cm-content': {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: 'calc(var(--measure) + 2 * var(--space-5))',
    padding: 'var(--space-4) var(--space-5) var(--space-8)',
    // In the column of all that stands around the text, by the room there is, so that a scrollbar moves nothing.
    marginInlineStart: 'max(0px, (100cqw - var(--measure) - 2 * var(--space-5)) / 2)',
    caretColor: 'var(--accent)',
  },
  '.cm-line': { padding: '0' },
  '.cm-line::selection, .cm-line ::selection': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-placeholder': { color: 'var(--text-muted)' },

  '.cm-heading': {
    fontWeight: 'var(--weight-strong)',
    lineHeight: 'var(--leading-tight)',
    paddingTop: '0.35em',
  },
  '.cm-heading-1': { fontSize: '1.5em' },
  '.cm-heading-2': { fontSize: '1.25em' },
  '.cm-heading-3': { fontSize: '1.1em' },

  '.cm-quote': {
    paddingInlineStart: 'var(--space-4)',
    borderInlineStart: '3px solid var(--line-strong)',
    color: 'var(--text-muted)',
  },
  '.cm-list-mark': {
    display: 'inline-block',
    minWidth: `${listStep}em`,
    textIndent: '0',
    color: 'var(--text-muted)',
  },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [
      `.cm-item-${depth}`,
      { paddingInlineStart: `${depth * listStep}em`, textIndent: `${-listStep}em` },
    ]),
  ),
  '.cm-box': {
    fontSize: 'inherit',
    width: '1em',
    height: '1em',
    margin: '0',
    marginInlineEnd: `${listStep - 1}em`,
    verticalAlign: '-0.1em',
    accentColor: 'var(--accent)',
    cursor: 'pointer',
  },
  '.cm-ticked': { color: 'var(--text-muted)' },
  '.cm-table': { borderBottom: 'var(--line-width) solid var(--line)' },
  '.cm-table-head': { fontWeight: 'var(--weight-strong)' },
  // The marks keep their place, so that the columns stay where they are when the marks show.
  '.cm-pipe': { opacity: '0' },
  '.cm-table-written .cm-pipe': { opacity: '1' },
  '.cm-table-rule:not(.cm-table-written)': { height: '2px', overflow: 'hidden', opacity: '0' },
  '.cm-cell': {
    display: 'inline-block',
    boxSizing: 'content-box',
    padding: '0.1em 0.4em',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  // In a quote the line that runs beside it needs its room as well.
  '.cm-quote.cm-item': { paddingInlineStart: `calc(var(--space-4) + ${listStep}em)` },
  '.cm-rule': {
    display: 'inline-block',
    width: '100%',
    borderTop: 'var(--line-width) solid var(--line-strong)',
    verticalAlign: 'middle',
  },
  // A line of its own, and no more: it fills the one that its marks stand on.
  '.cm-picture': {
    display: 'inline-block',
    width: '100%',
    verticalAlign: 'top',
    color: 'var(--text-muted)',
    fontSize: 'var(--type-small)',
  },
  '.cm-picture img': {
    display: 'block',
    maxWidth: '100%',
    maxHeight: '22em',
    borderRadius: 'var(--radius)',
    filter: 'brightness(var(--picture-light))',
  },
  '.cm-code-block': {
    padding: '0 var(--space-3)',
    backgroundColor: 'var(--surface-hover)',
    fontFamily: 'var(--font-mono)',
    fontSize: '0.9em',
  },
  '.cm-link': { color: 'var(--accent)', textDecoration: 'underline', textUnderlineOffset: '0.2em' },
  // As the search marks its hits in the list beside it.
  mark: {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
    textDecoration: 'underline 2px var(--accent)',
    textUnderlineOffset: '0.2em',
  },
});

const highlights = HighlightStyle.define([
  { tag: tags.strong, fontWeight: 'var(--weight-strong)' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.92em' },
  { tag: tags.processingInstruction, color: 'var(--text-muted)', fontWeight: 'normal', fontStyle: 'normal' },
]);

export const writingLook = [look, syntaxHighlighting(highlights)];
