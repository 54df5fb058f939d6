import { describe, expect, it } from 'vitest';
import { directionOf, isolated, unisolated } from './direction';
import { message } from './messages';

const [fsi, pdi, pdf, rlo] = ['\u2068', '\u2069', '\u202c', '\u202e'];
const sentence = (what: string) => message('own_remove', { what });

it.each([
  ['- שלום tea', 'rtl'],
  ['3. 2026 مرحبا', 'rtl'],
  ['tea שלום', 'ltr'],
  ['“日本” שלום', 'ltr'],
  ['12:30 – 14:00', undefined],
  ['', undefined],
])('%j runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

describe('a person’s words in a sentence', () => {
  it.each(['tea', '', 'a – b', 'Dvořák', 'e\u0301', '日本', '👨‍👩‍👧‍👦', 'tea\nand rain', 'दिन'])(
    'that run from left to right stay as they are: %j',
    (words) => {
      expect(isolated(words)).toBe(words);
    },
  );

  it.each(['שלום', 'مرحبا', 'the שלום', 'ߒߞߏ', 'ܫܠܡܐ', '𞤀𞤣', 'a\u200fb', '\u061c', 'ﺍ'])(
    'that run the other way are kept apart: %j',
    (words) => {
      expect(sentence(words)).toBe(`Remove “${fsi}${words}${pdi}”`);
    },
  );

  it.each([
    ['an override that is left open', `${rlo}gnp`, `${rlo}gnp${pdf}`],
    ['an end of nothing', `a${pdi}b${pdf}c`, 'abc'],
    ['ends before the beginning', `${pdi}${pdi}${rlo}x`, `${rlo}x${pdf}`],
    ['an isolate that is left open', '\u2067x', `\u2067x${pdi}`],
    ['an embedding left open in an isolate', `\u2066${rlo}x${pdi}y`, `\u2066${rlo}x${pdf}${pdi}y`],
    [
      'an embedding closed from inside an isolate',
      `${rlo}\u2066x${pdf}y${pdi}`,
      `${rlo}\u2066xy${pdi}${pdf}`,
    ],
    ['many of them', rlo.repeat(200), rlo.repeat(200) + pdf.repeat(200)],
  ])('that have %s end where they end', (_, words, kept) => {
    // Of controls alone nothing may be left.
    expect(isolated(words)).toBe(`${fsi}${kept}${pdi}`);
  });

  it('are kept apart line by line, since an isolate ends with its line', () => {
    expect(isolated(`א\n${rlo}b\n\nc`)).toBe(`${fsi}א${pdi}\n${fsi}${rlo}b${pdf}${pdi}\n\n${fsi}c${pdi}`);
  });

  it('that begin with a mark bring their own base', () => {
    expect(sentence('\u0338tea')).toBe('Remove “\u00a0\u0338tea”');
    expect(sentence('\u0338'.repeat(40))).toBe(`Remove “\u00a0${'\u0338'.repeat(40)}”`);
    expect(sentence('\u05bcא')).toBe(`Remove “${fsi}\u00a0\u05bcא${pdi}”`);
  });

  it('can be had as they were typed, for a sentence that goes into their text', () => {
    expect(unisolated(message('flicker_entry', { word: 'חם' }))).toBe('חם.');
  });
});
