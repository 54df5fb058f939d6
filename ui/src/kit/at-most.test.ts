import { expect, it } from 'vitest';
import { atMost } from './at-most';

/** A field of at most `most` with `value` in it and the cursor at `caret`, once that was put in. */
function given(most: number, value: string, caret = value.length, isComposing = false) {
  const field = document.createElement('input');
  const read: string[] = [];
  field.addEventListener('input', () => read.push(field.value));
  const end = atMost(most)(field);
  field.value = value;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', { isComposing }));
  return { field, read, end };
}

it('what fits stays', () => {
  expect(given(11, '👨‍👩‍👧‍👦').field.value).toBe('👨‍👩‍👧‍👦');
});

it.each(['👨‍👩‍👧‍👦', '🇩🇪', '👍🏽', 'e\u0301', '1️⃣'])('%s is not cut in two', (sign) => {
  for (let most = 2; most < 2 + sign.length; most++) {
    const { field, read } = given(most, `ab${sign}`);
    expect(field.value).toBe('ab');
    expect(read).toEqual(['ab']);
  }
});

it('what stood after the cursor stays, and the cursor too', () => {
  const { field } = given(6, 'tea 👍🏽 x', 8);
  expect(field.value).toBe('tea  x');
  expect(field.selectionStart).toBe(4);
});

it('nothing is cut before it is composed', () => {
  const { field, read } = given(2, 'abc', 3, true);
  expect(field.value).toBe('abc');
  field.dispatchEvent(new Event('compositionend'));
  expect(field.value).toBe('ab');
  expect(read).toEqual(['abc', 'ab']);
});

it('it ends with its field', () => {
  const { field, end } = given(2, 'ab');
  end?.();
  field.value = 'abc';
  field.dispatchEvent(new InputEvent('input'));
  expect(field.value).toBe('abc');
});
