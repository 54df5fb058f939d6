import { afterEach, describe, expect, it, vi } from 'vitest';

const signs: [string, string][] = [
  ['a letter', 'a'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a heart on fire', '❤️‍🔥'],
  ['a flag', '🇩🇪'],
  ['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a skin tone', '👍🏽'],
  ['a family of skin tones', '🧑🏿‍🤝‍🧑🏻'],
  ['a keycap', '1️⃣'],
  ['a letter and its accent', 'e\u0301'],
  ['many marks', `a${'\u0301\u0338\u0327'.repeat(10)}`],
  ['an astral letter', '𝒜'],
  ['an end of line', '\r\n'],
];
const inScripts: [string, string][] = [
  ['Hangul in parts', '\u1112\u1161\u11ab'],
  ['Devanagari', 'नि'],
  ['Devanagari joined', 'क्षि'],
  ['Devanagari joined twice', 'स्त्री'],
  ['Bengali joined', 'ক্ষ'],
  ['Thai', 'กำ'],
  ['Thai with marks', 'ที่'],
  ['Tamil', 'கை'],
];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function fresh(hasSegmenter: boolean) {
  vi.resetModules();
  if (!hasSegmenter) vi.stubGlobal('Intl', {});
  return import('./graphemes');
}

describe.each([
  ['read by the platform', true, [...signs, ...inScripts]],
  ['read without it', false, signs],
])('%s', (_, hasSegmenter, all) => {
  it.each(all)('%s is one sign', async (_, sign) => {
    const { beginning, isInsideSign, signAfter, signBefore } = await fresh(hasSegmenter);
    const text = `x${sign}y`;
    expect(signAfter(text, 1)).toBe(1 + sign.length);
    expect(signBefore(text, 1 + sign.length)).toBe(1);
    for (let at = 2; at < 1 + sign.length; at++) {
      expect(isInsideSign(text, at), `inside at ${at}`).toBe(true);
      expect(signBefore(text, at)).toBe(1);
      expect(signAfter(text, at)).toBe(1 + sign.length);
      expect(beginning(text, at)).toBe('x');
    }
    expect(isInsideSign(text, 1)).toBe(false);
    expect(isInsideSign(text, 1 + sign.length)).toBe(false);
    expect(beginning(text, 1 + sign.length)).toBe(`x${sign}`);
  });

  it('two flags are two, and the ends of a text are ends', async () => {
    const { isInsideSign, signAfter, signBefore } = await fresh(hasSegmenter);
    expect(signAfter('🇩🇪🇱🇹', 4)).toBe(8);
    expect(signBefore('🇩🇪🇱🇹', 8)).toBe(4);
    expect([signBefore('a', 0), signAfter('a', 1), signAfter('', 0)]).toEqual([0, 1, 0]);
    expect([isInsideSign('e\u0301', 0), isInsideSign('e\u0301', 2)]).toEqual([false, false]);
  });
});

it('signs in a long text are the same', async () => {
  const { signAfter, signBefore } = await fresh(true);
  for (const [, sign] of [...signs, ...inScripts]) {
    const text = `${'plain words '.repeat(1_000)}${sign}${'and more '.repeat(1_000)}`;
    expect(signAfter(text, 12_000)).toBe(12_000 + sign.length);
    expect(signBefore(text, 12_000 + sign.length)).toBe(12_000);
  }
  expect(signBefore(`a${'b'.repeat(10_000)}`, 9_000)).toBe(8_999);
});

it('consonants without a virama, or of scripts that do not join, stay two', async () => {
  const { signAfter } = await fresh(true);
  expect(signAfter('कष', 0)).toBe(1);
  expect(signAfter('क्a', 0)).toBe(2);
  expect(signAfter('க்ஷ', 0)).toBe(2);
});

it('a beginning has whole signs, and is the text itself where that fits', async () => {
  const { beginning } = await fresh(true);
  expect(beginning('👍🏽👍🏽', 7)).toBe('👍🏽');
  expect(beginning('👍🏽', 3)).toBe('');
  expect(beginning('tea', 3)).toBe('tea');
  expect(beginning('tea', 0)).toBe('');
  expect(beginning('tea', -1)).toBe('');
});

it('a capital is made of the first letter, with all that is on it', async () => {
  const { capitalised } = await fresh(true);
  expect(capitalised('warm')).toBe('Warm');
  expect(capitalised('e\u0301te\u0301')).toBe('E\u0301te\u0301');
  expect(capitalised('𐐨x')).toBe('𐐀x');
  expect(capitalised('')).toBe('');
});
