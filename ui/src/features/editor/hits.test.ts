// Facts about marking hits: the same words that the search finds, where they stand in the text.
import { expect, it } from 'vitest';
import type { Clause } from '$host/generated/wire';
import { hitsIn } from './hits';

const seek = (words: string[], is_start = true, is_not = false): Clause => ({
  typed: '',
  is_not,
  seeks: { what: 'words', words, is_start },
});
const found = (text: string, clauses: Clause[]) =>
  hitsIn(text, clauses).map(({ from, to }) => text.slice(from, to));

it.each([
  ['Grey again, greyer', [seek(['grey'])], ['Grey', 'greyer']],
  ['Grey again, greyer', [seek(['grey'], false)], ['Grey']],
  ['the outgrey one', [seek(['grey'])], []],
  ['Café and cafe', [seek(['cafe'])], ['Café', 'cafe']],
  ['rain on the window', [seek(['win']), seek(['rai'])], ['rain', 'window']],
  ['a grey\nday, a day grey', [seek(['grey', 'day'], false)], ['grey\nday']],
  ['grey rain', [seek(['grey']), seek(['rain'], true, true)], ['grey']],
  ['İstanbul grey', [seek(['grey'])], ['grey']],
  ['今日は雨でした', [seek(['雨', 'で'])], ['雨で']],
  ['cafe\u0301s by the sea and cafés too', [seek(['cafes'])], ['cafe\u0301s', 'cafés']],
  [
    'чай, καλά, 한국, \u1112\u1161\u11ab국',
    [seek(['чаи']), seek(['καλα']), seek(['한국'])],
    ['καλά', '한국', '\u1112\u1161\u11ab국'],
  ],
  [
    'a won\u00adder\u00adful mid\u200bnight',
    [seek(['wonderful']), seek(['midnight'])],
    ['won\u00adder\u00adful', 'mid\u200bnight'],
  ],
  ['新しいUSBを買った', [seek(['usb'])], ['USB']],
  ['ＵＳＢ ｶﾌｪで休む', [seek(['usb']), seek(['カ', 'フ', 'ェ'])], ['ＵＳＢ', 'ｶﾌｪ']],
  ['soup ❤️‍🔥 x😀y', [seek(['❤', '🔥']), seek(['😀'])], ['❤️‍🔥', '😀']],
  ['שָׁלוֹם עולם', [seek(['שלום'])], ['שָׁלוֹם']],
  ['grey day', [seek(['grey', 'day'], false), seek(['gr'])], ['grey day']],
  ['anything', [], []],
])('in %j', (text, clauses, expected) => expect(found(text, clauses)).toEqual(expected));
