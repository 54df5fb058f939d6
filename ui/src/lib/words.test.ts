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
  ['צה״ל, בית־ספר', 2],
  ['می\u200cخواهم', 1],
  ['क्षि क्\u200dष', 2],
  ['\u1112\u1161\u11ab\u1100\u1173\u11af', 1],
  ['ที่นี่', 2],
  ['น้ำ', 1],
  ['が\u304b\u3099', 2],
  ['👨‍👩‍👧‍👦 ❤️‍🔥 🇩🇪', 0],
])('%j has %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});
