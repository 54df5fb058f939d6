// Facts about counting words.
import { expect, it } from 'vitest';
import { countWords } from './words';

it.each([
  ['', 0],
  [' \n- \n> **', 0],
  ['The kettle was loud.', 4],
  ["It's a half-open door, don’t ask", 6],
  ['12 cups; 3,5 litres', 5],
  ['cafe\u0301 au lait', 3],
  ['今日は雨', 4],
  ['שלום עולם', 2],
])('%j has %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});
