import { expect, it } from 'vitest';
import type { LibraryFilter } from '$host/generated/wire';
import { isNarrowed, loosen, noFilter } from './library.svelte';

it('words_alone_do_not_count_as_a_choice', () => {
  expect(isNarrowed(noFilter)).toBe(false);
  expect(isNarrowed({ ...noFilter, typed: 'slow' })).toBe(false);
  expect(isNarrowed({ ...noFilter, need: 'sleep' })).toBe(true);
  expect(isNarrowed({ ...noFilter, kinds: ['move'] })).toBe(true);
  expect(isNarrowed({ ...noFilter, favourites: true })).toBe(true);
});

it('one_part_is_let_go_of_and_the_rest_stays', () => {
  const filter: LibraryFilter = { ...noFilter, typed: 'slow', kinds: ['move'], favourites: true };
  loosen(filter, 'kinds');
  expect(filter).toEqual({ ...noFilter, typed: 'slow', favourites: true });
  loosen(filter, 'typed');
  loosen(filter, 'favourites');
  expect(filter).toEqual(noFilter);
});
