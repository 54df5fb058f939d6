import { expect, it } from 'vitest';
import { placeAmong } from './reading-place';

it('the_place_is_the_first_part_that_is_still_on_the_screen', () => {
  expect(placeAmong([-200, -20, 80, 900, 1500], 0, 600)).toBe(2);
});

it('at_the_beginning_and_at_the_end_there_is_no_place_to_come_back_to', () => {
  expect(placeAmong([100, 700, 1500], 0, 600)).toBeUndefined();
  expect(placeAmong([-900, -300, 500], 0, 600)).toBeUndefined();
  expect(placeAmong([], 0, 600)).toBeUndefined();
});
