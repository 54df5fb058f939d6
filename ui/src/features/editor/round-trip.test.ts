// A property: what comes into the editor goes out of it as it was, whatever it is, also after a word more.
import { expect, it } from 'vitest';
import { exhaustingTexts, hostileTexts } from '$lib/hostile-texts';
import { startWriting } from './writing';

const words = { label: () => '', placeholder: '' };
const state = (text: string) => startWriting(text, words, []);

/** The same numbers every time, so that a failure can be looked at (mulberry32). */
function numbers(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const parts = [
  ...['#', '##  ', '*', '**', '_', '~~', '`', '```\n', '> ', '- ', '1. ', '  ', '\t', '\n', '\n\n', '---\n'],
  ...[
    '[a](b)',
    '![',
    '](',
    '<b>',
    '&amp;',
    '\\',
    '|',
    'word',
    ' ',
    'e\u0301',
    '日本',
    'שלום',
    '👩‍👧',
    '\u2028',
  ],
  ...['\ud83d', '\udc69', '\u202e', '\u0085', '\u00a0', '\u200b'],
];

it('any_text_comes_out_of_the_editor_as_it_went_in', () => {
  const number = numbers(20_261_126);
  for (let turn = 0; turn < 2_000; turn++) {
    const text = Array.from({ length: number(30) }, () => parts[number(parts.length)]).join('');
    expect(state(text).doc.toString()).toBe(text);
  }
});

it('one_more_word_changes_nothing_else', () => {
  const number = numbers(7);
  for (let turn = 0; turn < 500; turn++) {
    const text = Array.from({ length: number(30) }, () => parts[number(parts.length)]).join('');
    const at = number(text.length + 1);
    const after = state(text).update({ changes: { from: at, insert: 'more' } }).state;
    expect(after.doc.toString()).toBe(`${text.slice(0, at)}more${text.slice(at)}`);
  }
});

it('ends_of_lines_from_other_systems_become_plain_ones_and_nothing_else_changes', () => {
  expect(state('a\r\nb\rc\n').doc.toString()).toBe('a\nb\nc\n');
});

it.each([
  ...Object.entries(exhaustingTexts),
  ...Object.entries(hostileTexts).map(([name, texts]) => [name, texts.join('\n\n')] as const),
])('text of the kind “%s” comes out as it went in', (_, text) => {
  expect(state(text).doc.toString()).toBe(text);
});
