import { expect, it } from 'vitest';
import { breathAt, hasShape, isCounted } from './pace';

it('a_breath_goes_in_for_four_and_out_for_six', () => {
  expect(breathAt(0)).toEqual({ phase: 'in', left: 4, size: 0 });
  expect(breathAt(3.5)).toMatchObject({ phase: 'in', left: 1 });
  expect(breathAt(4)).toEqual({ phase: 'out', left: 6, size: 1 });
  expect(breathAt(10)).toEqual({ phase: 'in', left: 4, size: 0 });
});

it('only_steps_that_count_ask_to_breathe_along', () => {
  expect(isCounted('In while you count to four. Out while you count to six.')).toBe(true);
  expect(isCounted('Look at the shape. You do not have to breathe with it.')).toBe(false);
  expect(hasShape([{ text: 'Look at the shape.' }])).toBe(true);
  expect(hasShape([{ text: 'Tap left, then right.' }])).toBe(false);
});
