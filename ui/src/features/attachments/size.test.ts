// Facts about how the length of a file is said.
import { expect, it } from 'vitest';
import { sizeInWords } from './size';

it.each([
  [1, '1 kB'],
  [1_499, '1 kB'],
  [240_000, '240 kB'],
  [3_240_000, '3.2 MB'],
  [64 * 2 ** 20, '67.1 MB'],
])('%d bytes are %s', (bytes, said) => expect(sizeInWords(bytes)).toBe(said));
