// Facts about which way lines run while they are written.
import { expect, it } from 'vitest';
import { lineDirections } from './direction';
import { writingLanguage } from './language';
import { shapes } from './live-marks';
import { tableShapes } from './tables';
import { readState } from './test-state';

function written(text: string) {
  const state = readState({ doc: text, extensions: writingLanguage });
  return state;
}

function directions(text: string, spans = [{ from: 0, to: text.length }]): unknown[] {
  const found: unknown[] = [];
  for (const at = lineDirections(written(text), spans, () => false).iter(); at.value; at.next())
    found.push(at.value.spec.attributes.dir);
  return found;
}

it('every_line_is_left_to_its_own_letters_empty_ones_too', () => {
  expect(directions('שלום\n\n- tea\n\n> אחד')).toEqual(['auto', 'auto', 'auto', 'auto', 'auto']);
});

it('the_rows_of_a_table_run_alike', () => {
  const rows = '|-|-|\n| tea | שלום |';
  expect(directions(`| יום | tea |\n${rows}\n\nx`)).toEqual(['rtl', 'rtl', 'rtl', 'auto', 'auto']);
  expect(directions(`| tea | יום |\n${rows}`)).toEqual(['ltr', 'ltr', 'ltr']);
  expect(directions('| 1 | 2 |\n|-|-|')).toEqual(['ltr', 'ltr']);
});

it('a_cell_runs_its_own_way_where_that_is_another', () => {
  const cells = (text: string) => {
    const found: unknown[] = [];
    const state = written(text);
    tableShapes(state, [{ from: 0, to: text.length }], () => false).between(
      0,
      text.length,
      (_, __, { spec }) => {
        if (spec.class === 'cm-cell') found.push(spec.attributes.dir);
      },
    );
    return found;
  };
  expect(cells('|a|b|\n|-|-|\n|1||')).toEqual(Array(5).fill(undefined));
  expect(cells('|יום|b|\n|-|-|\n|1|c.|')).toEqual(['rtl', 'ltr', 'rtl', 'rtl', 'rtl', 'ltr']);
  expect(cells('|a|יום|\n|-|-:|\n|c|1|')).toEqual([
    undefined,
    'rtl',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('the_letter_in_a_box_is_not_the_first_of_its_line', () => {
  const text = '- [x] שלום';
  const found: unknown[] = [];
  shapes(written(text), [{ from: 0, to: text.length }], () => true).between(
    0,
    text.length,
    (from, to, { spec }) => {
      if (spec.attributes?.dir) found.push(text.slice(from, to), spec.attributes.dir);
    },
  );
  expect(found).toEqual(['[x]', 'ltr']);
});
