// Facts about pictures among the words: which are the entry's own, and what is written for them.
import { expect, it } from 'vitest';
import type { Attachment } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { KeptPicture, pictureLine, readPicture, renamed } from './kept-pictures';
import { writingLanguage } from './language';
import { shapes } from './live-marks';
import { readState } from './test-state';

const uid = (byte: string): string => byte.repeat(16);

function pictures(doc: string, writtenOn = () => false) {
  const extensions = [writingLanguage, readPicture.of(() => Promise.resolve(undefined))];
  const state = readState({ doc, extensions });
  const shown: [string, string][] = [];
  const hidden: string[] = [];
  shapes(state, [{ from: 0, to: doc.length }], writtenOn).between(0, doc.length, (from, to, { spec }) => {
    const widget: unknown = spec.widget;
    if (widget instanceof KeptPicture) shown.push([widget.name, widget.words]);
    else if (!spec.class) hidden.push(doc.slice(from, to));
  });
  return { shown, hidden };
}

it('a picture of the entry is shown, and its marks show on the line one writes on alone', () => {
  // By its uid; from before there were uids, by its number.
  for (const name of [uid('3f'), '12']) {
    const text = `Here.\n\n![the lake](kept:${name})\n`;
    expect(pictures(text)).toEqual({ shown: [[name, 'the lake']], hidden: [`![the lake](kept:${name})`] });
    expect(pictures(text, () => true)).toEqual({ shown: [[name, 'the lake']], hidden: [] });
  }
});

it.each([
  '![x](https://example.org/pixel.png)',
  '![x](kept:12.png)',
  '![x](kept:-1)',
  '![x](kept:99999999999999999999)',
  '![x](kept:3F3F3F3F3F3F3F3F3F3F3F3F3F3F3F3F)',
  '![x](KEPT:12)',
  '![x](javascript:kept:12)',
  '[x](kept:12)',
  '`![x](kept:12)`',
  '![x][kept]\n\n[kept]: kept:12',
])('%j is not one', (text) => expect(pictures(text).shown).toEqual([]));

it.each(['the lake', 'a [b] c', 'ends with \\', '] (', 'two\nlines', '', '*x* `y`'])(
  'what is said of it, %j, comes back as it was',
  (words) => {
    expect(pictures(pictureLine(idOf(uid('07')), words)).shown).toEqual([
      [uid('07'), words.replaceAll('\n', ' ')],
    ]);
  },
);

it('another picture takes the place of one, and of no other', () => {
  const one = (id: number) => ({ id, uid: uid(`0${id}`) }) as Attachment;
  const text = `![a](kept:1) ![b](kept:11) ![c](kept:${uid('01')})`;
  const changes = renamed(text, one(1), one(5));
  const changed = readState({ doc: text }).update({ changes }).state.doc.toString();
  expect(changed).toBe(`![a](kept:${uid('05')}) ![b](kept:11) ![c](kept:${uid('05')})`);
});
