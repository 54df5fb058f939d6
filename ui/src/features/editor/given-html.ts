// What is pasted or let go of as HTML alone, as some programs give it: its words go into the text.
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { wordsOfHtml } from '$lib/html-words';

/** The words of what brings no plain text. */
function wordsIn(given: DataTransfer | null): string {
  if (!given || given.files.length > 0 || given.types.includes('text/plain')) return '';
  return wordsOfHtml(given.getData('text/html'));
}

/** A list, a table and the like begin on a line of their own. */
const beginsBlock = /^(?:#{1,6} |> |[-+*] |\d+\. |\| |```|---$)/m;

function put(view: EditorView, words: string, from: number, to: number, userEvent: string): boolean {
  const line = view.state.doc.lineAt(from);
  const isBegun = line.text.slice(0, from - line.from).trim() !== '';
  const insert = isBegun && beginsBlock.test(words.split('\n', 1)[0] ?? '') ? `\n\n${words}` : words;
  view.dispatch({
    changes: { from, to, insert },
    selection: EditorSelection.cursor(from + insert.length),
    scrollIntoView: true,
    userEvent,
  });
  return true;
}

export const givenHtml = EditorView.domEventHandlers({
  paste(event, view) {
    const words = wordsIn(event.clipboardData);
    if (!words || view.state.readOnly) return false;
    event.preventDefault();
    const { from, to } = view.state.selection.main;
    return put(view, words, from, to, 'input.paste');
  },
  drop(event, view) {
    const words = wordsIn(event.dataTransfer);
    if (!words || view.state.readOnly) return false;
    event.preventDefault();
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
    view.focus();
    return put(view, words, at, at, 'input.drop');
  },
});
