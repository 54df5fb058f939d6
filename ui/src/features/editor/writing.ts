// What an open entry's text can do: everything the editor needs besides the page it stands on.
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { ensureSyntaxTree } from '@codemirror/language';
import { deleteMarkupBackward } from '@codemirror/lang-markdown';
import {
  Annotation,
  EditorSelection,
  EditorState,
  Prec,
  Transaction,
  type Extension,
} from '@codemirror/state';
import { EditorView, keymap, placeholder, runScopeHandlers } from '@codemirror/view';
import { keyByPlace } from '$lib/keys';
import { directions } from './direction';
import { tick, toggles } from './formats';
import { givenHtml } from './given-html';
import { hits } from './hits';
import { writingLanguage } from './language';
import { goOn, nestingKeys } from './lists';
import { liveMarks } from './live-marks';
import { wholeSigns } from './signs';
import { tables } from './tables';
import { writingLook } from './theme';

interface Words {
  /** What the text is called by those who listen. */
  label: () => string;
  placeholder: string;
}

/** With Ctrl, a key counts by its place where it prints no Latin letter. By itself the editor asks for a number that not
 *  every web view gives. */
const byPlace = Prec.highest(
  EditorView.domEventHandlers({
    keydown(event, view) {
      const { code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
      const key = keyByPlace(event);
      if (key === undefined || isComposing || altKey || !(ctrlKey || metaKey)) return false;
      const meant = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey });
      return runScopeHandlers(view, meant, 'editor');
    },
  }),
);

export function startWriting(text: string, words: Words, page: Extension): EditorState {
  return EditorState.create({
    doc: text,
    // One writes on where one left off.
    selection: EditorSelection.cursor(text.replace(/\r\n/g, '\n').length),
    extensions: [
      page,
      byPlace,
      history(),
      wholeSigns,
      writingLanguage,
      // Tab is left to the page: it leads out of the text.
      keymap.of([
        { key: 'Mod-b', run: toggles.bold, preventDefault: true },
        { key: 'Mod-i', run: toggles.italic, preventDefault: true },
        { key: 'Mod-Enter', run: tick },
        { key: 'Enter', run: goOn },
        { key: 'Backspace', run: deleteMarkupBackward },
        ...standardKeymap,
        ...historyKeymap,
      ]),
      nestingKeys,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of(() => ({
        'aria-label': words.label(),
        tabindex: '0',
        spellcheck: 'true',
        autocorrect: 'on',
        autocapitalize: 'sentences',
      })),
      placeholder(words.placeholder),
      directions,
      liveMarks,
      tables,
      hits,
      givenHtml,
      writingLook,
    ],
  });
}

/** How long the text is read before it is first shown, and in each frame from then on, in milliseconds. */
const firstSlice = 50;
const slice = 6;

/**
 * Reads the text as far as one writes on: most entries before they are shown, a long one a little in each frame. By
 * itself the editor would read there at the first keys, which would wait for it. Gives the way to stop.
 */
export function readAhead(view: EditorView): () => void {
  let next = 0;
  const read = (time: number) => {
    const { state, viewport } = view;
    if (ensureSyntaxTree(state, Math.max(viewport.to, state.selection.main.head), time)) view.dispatch({});
    else next = requestAnimationFrame(() => read(slice));
  };
  read(firstSlice);
  return () => cancelAnimationFrame(next);
}

/** On a change that did not come from the person: it is on disk already and no step of undo. */
export const fromElsewhere = Annotation.define<boolean>();

/** Shows a text that was changed elsewhere, touching only what differs, so that the cursor stays where it was. */
export function showText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  const next = text.replace(/\r\n?/g, '\n');
  if (now === next) return;
  let from = 0;
  while (from < now.length && from < next.length && now[from] === next[from]) from++;
  let [to, nextTo] = [now.length, next.length];
  while (to > from && nextTo > from && now[to - 1] === next[nextTo - 1]) {
    to--;
    nextTo--;
  }
  view.dispatch({
    changes: { from, to, insert: next.slice(from, nextTo) },
    annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)],
  });
}
