import { expect, it } from 'vitest';
import { clockText } from './durations';

it.each([
  [0, '0:00'],
  [-3, '0:00'],
  [0.2, '0:01'],
  [59.01, '1:00'],
  [65, '1:05'],
  [3599.5, '1:00:00'],
  [3725, '1:02:05'],
])('%d seconds read as %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
