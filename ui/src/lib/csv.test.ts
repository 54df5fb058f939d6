import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes_what_would_break_a_row_and_nothing_else', () => {
  expect(csvOf([['plain', 'a, b', 'say "so"', 'two\nlines', '']])).toBe(
    '\uFEFFplain,"a, b","say ""so""","two\nlines",\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@now', '\tx'])('never_lets_a_spreadsheet_run_%j', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
});
