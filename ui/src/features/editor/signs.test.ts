// Facts about keys in a text of signs that are made of several characters.
import {
  cursorCharLeft,
  cursorCharRight,
  deleteCharBackward,
  deleteCharForward,
  selectCharLeft,
} from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { wholeSigns } from './signs';

const signs = {
  family: '👨‍👩‍👧‍👦',
  heart: '❤️‍🔥',
  flag: '🇩🇪',
  hand: '👍🏽',
  keycap: '1️⃣',
  accent: 'e\u0301',
  jamo: '\u1112\u1161\u11ab',
  joined: 'क्षि',
  thai: 'ที่',
};

let view: EditorView | undefined;
afterEach(() => view?.destroy());

/** What stands there after a command, with the cursor as "|" and what is selected before a "<". */
function after(doc: string, anchor: number, ...commands: Command[]): string {
  view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor }, extensions: wholeSigns }),
  });
  for (const command of commands) command(view);
  const { from, to, empty } = view.state.selection.main;
  const text = view.state.doc.toString();
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`;
}

describe.each(Object.entries(signs))('%s', (_, sign) => {
  const text = `a${sign}b`;
  const end = 1 + sign.length;
  it('goes as one by Backspace and by Delete', () => {
    expect(after(text, end, deleteCharBackward)).toBe('a|b');
    expect(after(text, 1, deleteCharForward)).toBe('a|b');
    expect(after(`x\n${sign}`, 2 + sign.length, deleteCharBackward)).toBe('x\n|');
  });

  it('is passed over as one, and selected as one', () => {
    expect(after(text, 1, cursorCharRight)).toBe(`a${sign}|b`);
    expect(after(text, end, cursorCharLeft)).toBe(`a|${sign}b`);
    expect(after(text, end, selectCharLeft)).toBe(`a<${sign}>b`);
    expect(after(sign + sign, sign.length, cursorCharRight)).toBe(`${sign}${sign}|`);
  });

  it('never has the cursor inside, wherever it is set by a press', () => {
    for (let at = 2; at < end; at++)
      expect(
        after(
          text,
          0,
          (here) => (here.dispatch({ selection: { anchor: at }, userEvent: 'select.pointer' }), true),
        ),
      ).toBe(`a${sign}|b`);
  });
});

it('plain letters and lines go one by one', () => {
  expect(after('ab', 2, deleteCharBackward)).toBe('a|');
  expect(after('a\nb', 2, deleteCharBackward)).toBe('a|b');
  expect(after('a\nb', 1, deleteCharForward)).toBe('a|b');
  expect(after('🇩🇪🇱🇹', 8, deleteCharBackward, deleteCharBackward)).toBe('|');
});
