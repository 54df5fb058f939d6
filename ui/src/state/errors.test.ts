import { expect, it } from 'vitest';
import wire from '$host/generated/wire.ts?raw';
import { Refused, type Reason } from '$host/client';
import { hasMessage } from '$lib/messages';
import { sentence } from './errors';

/** The values that one field takes in one type of the wire, read from its generated text. */
function valuesOf(type: string, field?: string): string[] {
  const line = wire.split('\n').find((text) => text.startsWith(`export type ${type} =`)) ?? '';
  const pattern = field ? new RegExp(`"${field}": "(\\w+)"`, 'g') : /"(\w+)"/g;
  return [...line.matchAll(pattern)].map((match) => match[1] ?? '');
}

it('every_code_has_a_sentence', () => {
  const codes = valuesOf('CommandError', 'code').filter((code) => code !== 'invalid' && code !== 'trouble');
  const keys = [
    ...codes.map((code) => `error_${code}`),
    'error_unreachable',
    'error_file_unreadable',
    ...valuesOf('Invalid', 'what').map((what) => `error_invalid_${what}`),
    ...valuesOf('Problem').map((problem) => `error_trouble_${problem}`),
  ];
  expect(keys.length).toBeGreaterThan(25);
  expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
});

it('a_sentence_carries_its_numbers', () => {
  const short: Reason = { code: 'invalid', invalid: { what: 'passphrase_too_short', min: 8 } };
  expect(sentence(new Refused(short))).toContain('8');
});

it('every_refusal_brings_the_numbers_of_its_sentence', () => {
  const line = wire.split('\n').find((text) => text.startsWith('export type Invalid =')) ?? '';
  const refusals = [...line.matchAll(/\{ "what": "(\w+)"([^}]*)\}/g)].map(([, what, fields = '']) => ({
    what,
    ...Object.fromEntries([...fields.matchAll(/(\w+): number/g)].map(([, name]) => [name, 7])),
  }));
  expect(refusals.length).toBeGreaterThan(15);
  for (const invalid of refusals) {
    const said = sentence(new Refused({ code: 'invalid', invalid } as Reason));
    expect(said.includes('7')).toBe(Object.keys(invalid).length > 1);
  }
});

it('anything_thrown_gets_a_sentence', () => {
  expect(sentence(new TypeError('fetch failed'))).not.toContain('fetch');
});
