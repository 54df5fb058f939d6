// Facts about marking hits: the same words that the search finds, where they stand in the text.
import { expect, it } from 'vitest';
import { hitsIn, wordsOf } from './hits';

const found = (text: string, typed: string) =>
  hitsIn(text, wordsOf(typed)).map(({ from, to }) => text.slice(from, to));

it.each([
  ['Grey again, greyer', 'grey', ['Grey', 'grey']],
  ['the outgrey one', 'grey', []],
  ['Café and cafe', 'cafè', ['Café', 'cafe']],
  ['rain on the window', 'win rai', ['rai', 'win']],
  ['İstanbul grey', 'grey', ['grey']],
  ['anything', ' - " ', []],
])('in %j looking for %j', (text, typed, expected) => expect(found(text, typed)).toEqual(expected));
