// Facts about the one identity of text: the page reads every case as the core does.
import { expect, it } from 'vitest';
import cases from './fold-cases.json';
import { fold, isBlank, tokens } from './fold';

it('every_letter_is_folded_as_in_the_core', () => {
  const differing = Object.entries(cases.letters).flatMap(([folded, letters]) =>
    [...letters].filter((letter) => fold(letter) !== folded).map((letter) => [letter, fold(letter), folded]),
  );
  expect(differing).toEqual([]);
  expect(Object.keys(cases.letters).length).toBeGreaterThan(1_000);
});

it.each(cases.texts)('is cut and folded as in the core: $text', (one) => {
  expect(fold(one.text)).toBe(one.folded);
  expect(tokens(one.text).map(({ from, to, text }) => [from, to, text])).toEqual(one.tokens);
  expect(isBlank(one.text)).toBe(one.is_blank);
});

it('no_letter_that_stays_as_it_is_in_the_core_changes_here', () => {
  const changed = new Set(Object.values(cases.letters).join(''));
  const differing: string[] = [];
  for (let code = 0x80; code < 0x2000; code++) {
    const letter = String.fromCodePoint(code);
    // Two came into Unicode after the tables of some web views.
    if (code === 0x1c89 || code === 0x1c8a) continue;
    if (/\p{Alphabetic}/u.test(letter) && !changed.has(letter) && fold(letter) !== letter)
      differing.push(letter);
  }
  expect(differing).toEqual([]);
});
