import { expect, it } from 'vitest';
import type { CheckIn } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { inWords, whenText } from './in-words';

const empty: CheckIn = {
  id: idOf(1),
  at: '2026-11-23T09:05:00Z',
  on: '2026-11-23',
  zone: 'Europe/Vilnius',
  feel: null,
  energy: null,
  comfort: null,
  words: [],
  body: [],
  note: '',
};

it('an_empty_check_in_still_has_a_line', () => {
  expect(inWords(empty)).not.toBe('');
});

it('zero_is_an_answer_and_cant_tell_is_one_too', () => {
  expect(inWords({ ...empty, feel: { level: 0 }, energy: 0 })).toContain('0');
  expect(inWords({ ...empty, feel: 'cant_tell', words: ['numb'] })).toContain('numb');
  expect(inWords({ ...empty, feel: 'cant_tell' })).not.toBe(inWords(empty));
});

it('the_moment_is_told_in_the_zone_it_was_lived_in', () => {
  expect(whenText(empty, new Date('2026-11-23T21:00:00Z'))).toContain('11:05');
  // Past midnight in Vilnius already.
  expect(whenText(empty, new Date('2026-11-23T22:30:00Z'))).toContain('23 November');
  expect(whenText(empty, new Date('2027-02-01T00:00:00Z'))).toContain('2026');
});
