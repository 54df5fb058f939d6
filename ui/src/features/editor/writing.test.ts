// Facts about the editor's keys: they do the same on every layout, also where the web view gives no number for them.
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { startWriting } from './writing';

let view: EditorView | undefined;
afterEach(() => view?.destroy());

function write(text: string) {
  const state = startWriting(text, { label: () => '', placeholder: '' }, []);
  view = new EditorView({ state, parent: document.body });
  view.dispatch({ selection: { anchor: 0, head: text.length } });
  return view;
}

function press(at: EditorView, key: string, code: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey: true, bubbles: true, cancelable: true },
    ...more,
  });
  at.contentDOM.dispatchEvent(event);
  return event;
}

it.each([
  ['ru', 'и', 'ш', 'я'],
  ['il', 'נ', 'ן', 'ז'],
  ['gr', 'β', 'ι', 'ζ'],
  ['ar', 'لا', 'ه', 'ئ'],
  ['fr', 'b', 'i', 'z'],
  ['de', 'b', 'i', 'z'],
])('bold_italic_and_undo_on_the_layout_%s', (_, bold, italic, undo) => {
  const text = write('word');
  const places = _ === 'fr' ? 'KeyW' : _ === 'de' ? 'KeyY' : 'KeyZ';
  expect(press(text, bold, 'KeyB').defaultPrevented).toBe(true);
  expect(text.state.doc.toString()).toBe('**word**');
  press(text, undo, places);
  expect(text.state.doc.toString()).toBe('word');
  press(text, italic, 'KeyI');
  expect(text.state.doc.toString()).toBe('*word*');
});

it('alt_gr_writes_and_shapes_nothing', () => {
  const text = write('word');
  press(text, 'и', 'KeyB', { altKey: true });
  expect(text.state.doc.toString()).toBe('word');
});
