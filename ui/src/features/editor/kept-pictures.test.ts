// Facts about pictures among the words: which are the entry's own, and what is written for them.
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { KeptPicture, pictureLine, readPicture, renumbered } from './kept-pictures';
import { writingLanguage } from './language';
import { shapes } from './live-marks';

function pictures(doc: string, writtenOn = () => false) {
  const extensions = [writingLanguage, readPicture.of(() => Promise.resolve(undefined))];
  const state = EditorState.create({ doc, extensions });
  ensureSyntaxTree(state, doc.length, 1_000);
  const shown: [number, string][] = [];
  const hidden: string[] = [];
  shapes(state, [{ from: 0, to: doc.length }], writtenOn).between(0, doc.length, (from, to, { spec }) => {
    const widget: unknown = spec.widget;
    if (widget instanceof KeptPicture) shown.push([widget.id, widget.words]);
    else if (!spec.class) hidden.push(doc.slice(from, to));
  });
  return { shown, hidden };
}

it('a picture of the entry is shown, and its marks show on the line one writes on alone', () => {
  const text = 'Here.\n\n![the lake](kept:12)\n';
  expect(pictures(text)).toEqual({ shown: [[12, 'the lake']], hidden: ['![the lake](kept:12)'] });
  expect(pictures(text, () => true)).toEqual({ shown: [[12, 'the lake']], hidden: [] });
});

it.each([
  '![x](https://example.org/pixel.png)',
  '![x](kept:12.png)',
  '![x](kept:-1)',
  '![x](kept:99999999999999999999)',
  '![x](KEPT:12)',
  '![x](javascript:kept:12)',
  '[x](kept:12)',
  '`![x](kept:12)`',
  '![x][kept]\n\n[kept]: kept:12',
])('%j is not one', (text) => expect(pictures(text).shown).toEqual([]));

it.each(['the lake', 'a [b] c', 'ends with \\', '] (', 'two\nlines', '', '*x* `y`'])(
  'what is said of it, %j, comes back as it was',
  (words) => {
    expect(pictures(pictureLine(7, words)).shown).toEqual([[7, words.replaceAll('\n', ' ')]]);
  },
);

it('another picture takes the place of one, and of no other', () => {
  const text = '![a](kept:1) ![b](kept:11) ![c](kept:1)';
  const changes = renumbered(text, 1, 5);
  const changed = EditorState.create({ doc: text }).update({ changes }).state.doc.toString();
  expect(changed).toBe('![a](kept:5) ![b](kept:11) ![c](kept:5)');
});
