// Facts about saying a search in plain words, and about taking a part out of it.
import { expect, it } from 'vitest';
import type { Clause, Seeks } from '$host/generated/wire';
import { inWords, isPlain, without } from './in-words';

const clause = (typed: string, seeks: Seeks): Clause => ({ typed, is_not: typed.startsWith('-'), seeks });
const words = (typed: string, is_start = true) => clause(typed, { what: 'words', words: [], is_start });
const days = (from: string | null, until: string | null) => clause('on:', { what: 'days', from, until });

it.each([
  [words('grey'), 'beginning with “grey”'],
  [words('"grey day"', false), 'exactly “grey day”'],
  [words('-"grey day"', false), 'not exactly “grey day”'],
  [words('−“grey day”', false), 'exactly “grey day”'],
  [clause('tag:rai', { what: 'tag', name: 'rai', is_start: true }), 'a tag beginning with “rai”'],
  [clause('tag:"rain"', { what: 'tag', name: 'rain', is_start: false }), 'the tag “rain”'],
  [clause('-starred:', { what: 'starred' }), 'not starred'],
  [clause('has:picture', { what: 'has', attached: 'picture' }), 'with a picture'],
  [clause('-has:s', { what: 'has', attached: 'sound' }), 'not with a sound'],
  [days('2026-11-03', '2026-11-03'), 'on 3 November 2026'],
  [days('2026-02-01', '2026-02-28'), 'in February 2026'],
  [days('2026-01-01', '2026-12-31'), 'in 2026'],
  [days(null, '2026-11-02'), 'until 2 November 2026'],
  [days('2027-01-01', null), 'from 1 January 2027 on'],
])('%j is said as %j', (one, said) => expect(inWords(one)).toBe(said));

it('one_part_is_taken_out_and_the_rest_stays_as_it_was_typed', () => {
  const clauses = ['grey', '-rain', 'grey'].map((typed) => words(typed));
  const typed = ' grey  -rain grey';
  expect([0, 1, 2].map((index) => without(typed, clauses, index))).toEqual([
    '-rain grey',
    'grey grey',
    'grey  -rain',
  ]);
});

it('a_word_is_plain_and_what_is_left_out_is_not', () => {
  expect([isPlain(words('grey')), isPlain(words('-grey')), isPlain(words('"grey"', false))]).toEqual([
    true,
    false,
    false,
  ]);
});
