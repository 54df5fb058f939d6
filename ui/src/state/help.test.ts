import { expect, it } from 'vitest';
import { guessCountry } from './help.svelte';

const known = ['GB', 'LT', 'US', 'ZZ'];

it('the_region_of_the_first_known_language_is_the_guess', () => {
  expect(guessCountry(['lt-LT', 'en-US'], known)).toBe('LT');
  expect(guessCountry(['fr-XX', 'en-gb'], known)).toBe('GB');
  expect(guessCountry(['zh-Hant-TW', 'sr-Latn-US'], known)).toBe('US');
});

it('a_language_alone_is_no_guess', () => {
  expect(guessCountry(['en', 'lt'], known)).toBe('ZZ');
  expect(guessCountry([], known)).toBe('ZZ');
});

it('before_the_countries_are_known_it_is_elsewhere', () => {
  expect(guessCountry(['en-US'], [])).toBe('ZZ');
});
