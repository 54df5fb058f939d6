// Facts about the order on a shelf and about turning through ideas.
import { expect, it } from 'vitest';
import { byEffort, someFrom } from './activities.svelte';

it('what_asks_least_comes_first_and_open_ended_comes_last_of_its_kind', () => {
  const rungs = [
    { name: 'film', energy: 'some' as const, minutes: 120 },
    { name: 'a', energy: 'low' as const, minutes: null },
    { name: 'b', energy: 'low' as const, minutes: null },
    { name: 'step', energy: 'low' as const, minutes: 3 },
    { name: 'sound', energy: 'none' as const, minutes: 10 },
  ];
  expect(byEffort(rungs).map(({ name }) => name)).toEqual(['sound', 'step', 'a', 'b', 'film']);
});

it('ideas_go_round_and_none_is_shown_twice_at_once', () => {
  expect(someFrom(['a', 'b', 'c', 'd'], 3, 3)).toEqual(['d', 'a', 'b']);
  expect(someFrom(['a', 'b'], 1, 3)).toEqual(['b', 'a']);
  expect(someFrom([], 4, 3)).toEqual([]);
});
