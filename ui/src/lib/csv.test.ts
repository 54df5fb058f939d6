import { expect, it } from 'vitest';
import { fromBase64, utf8ToBase64 } from './base64';
import { csvOf } from './csv';

it('quotes_what_would_break_a_row_and_nothing_else', () => {
  expect(csvOf([['plain', 'a, b', 'say "so"', 'two\nlines', '']])).toBe(
    '\uFEFFplain,"a, b","say ""so""","two\nlines",\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@now', '\tx'])('never_lets_a_spreadsheet_run_%j', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
});

it('takes_bytes_there_and_back', () => {
  const text = `ąčę 🜂 ${'long '.repeat(20_000)}`;
  expect(new TextDecoder().decode(fromBase64(utf8ToBase64(text)))).toBe(text);
});
