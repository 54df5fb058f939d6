// Facts about typing tags: what fits, and what becomes of commas and marks.
import { expect, it } from 'vitest';
import { fitting, withTyped } from './completion';

const inUse = ['Café', 'garden', 'the garden', 'rain', 'Rainy walk'];

it.each([
  ['', []],
  [' # ', []],
  ['cafe', ['Café']],
  ['RAI', ['Rainy walk']],
  ['gar', ['garden', 'the garden']],
  ['#the', ['the garden']],
])('%j offers %j to an entry about rain', (typed, expected) =>
  expect(fitting(typed, inUse, ['rain'])).toEqual(expected),
);

it('what_stands_between_commas_is_one_tag_each_and_none_comes_twice', () => {
  expect(withTyped(['rain'], ' #walk,Rain, the  garden ,,')).toEqual(['rain', 'walk', 'the garden']);
});
