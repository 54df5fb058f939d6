import { expect, it } from 'vitest';
import type { LibraryItem } from '$host/generated/wire';
import { fits, isFiltered, lengthOf, noFilter } from './library.svelte';

const item = {
  title: 'Six slow breaths',
  kind: 'breathe',
  minutes: 1,
  energy: 'low',
  topics: ['breathing', 'stress'],
} as LibraryItem;

it('without_a_filter_everything_fits', () => {
  expect(fits(item, noFilter)).toBe(true);
  expect(isFiltered(noFilter)).toBe(false);
});

it('every_typed_word_is_looked_for_in_the_title', () => {
  expect(fits(item, { ...noFilter, words: ' SLOW six ' })).toBe(true);
  expect(fits(item, { ...noFilter, words: 'slow walk' })).toBe(false);
});

it('what_asks_less_energy_than_there_is_fits', () => {
  expect(fits(item, { ...noFilter, energy: 'none' })).toBe(false);
  expect(fits(item, { ...noFilter, energy: 'low' })).toBe(true);
  expect(fits(item, { ...noFilter, energy: 'some' })).toBe(true);
});

it('kind_topic_and_length_all_have_to_fit', () => {
  expect(fits(item, { ...noFilter, kinds: ['read', 'breathe'], topic: 'stress', length: '1' })).toBe(true);
  expect(fits(item, { ...noFilter, kinds: ['breathe'], topic: 'grief' })).toBe(false);
});

it('minutes_fall_into_the_three_lengths', () => {
  expect([1, 2, 3, 6, 8, 15].map(lengthOf)).toEqual(['1', '1', '5', '5', '15', '15']);
});
