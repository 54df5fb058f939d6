// Facts about marking hits: the same words that the search finds, where they stand in the text.
import { expect, it } from 'vitest';
import type { Clause } from '$host/generated/wire';
import { hitsIn } from './hits';

const seek = (words: string[], is_start = true, is_not = false): Clause => ({
  typed: '',
  is_not,
  seeks: { what: 'words', words, is_start },
});
const part = (text: string): Clause => ({ typed: text, is_not: false, seeks: { what: 'part', text } });
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
  ['今日は雨でした', [part('雨で')], ['雨で']],
  ['grey day', [seek(['grey', 'day'], false), seek(['gr'])], ['grey day']],
  ['anything', [], []],
])('in %j', (text, clauses, expected) => expect(found(text, clauses)).toEqual(expected));
