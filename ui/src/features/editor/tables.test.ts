// Facts about tables while they are written: what is a cell and what a mark, and how wide each column stands.
import { expect, it } from 'vitest';
import { writingLanguage } from './language';
import { tableShapes } from './tables';
import { readState } from './test-state';

/**
 * The text with each cell in angle brackets and the marks between them left out, the styles of the cells and of the
 * lines, and what is out of the way.
 */
function shaped(text: string, writtenOn?: number, span = { from: 0, to: text.length }) {
  const state = readState({ doc: text, extensions: writingLanguage });
  const shapes = tableShapes(state, [span], (position) => position === writtenOn);
  let cells = '';
  const styles: string[] = [];
  const lines: string[] = [];
  const hidden: string[] = [];
  for (const at = shapes.iter(); at.value; at.next()) {
    const { from, to } = at;
    const { spec } = at.value;
    const style = (spec.attributes?.style ?? spec.widget?.style) as string | undefined;
    if (style !== undefined) {
      styles.push(style);
      cells += `<${text.slice(from, to)}>`;
    } else if (from === to) {
      lines.push(spec.class as string);
      if (spec.class !== 'cm-table-written') cells += '\n';
    } else if (!spec.class) hidden.push(`${from}: ${text.slice(from, to)}`);
  }
  return { cells: cells.trim(), styles, lines, hidden };
}

it.each([
  ['Before.\n\n| day | felt |\n|:-:|--:|\n| Mo | 2 |\n\nAfter.', '< day >< felt >\n<:-:><--:>\n< Mo >< 2 >'],
  // Pipes at the ends may be left out.
  ['a | b\n--- | ---\nc | d', '<a >< b>\n<--- >< --->\n<c >< d>'],
  // A pipe after a backslash is a letter.
  ['|a\\|b|c|\n|-|-|\n|\\\\|d|', '<a\\|b><c>\n<-><->\n<\\\\><d>'],
  // An empty cell has its place; what has no column has none.
  ['|a|b|\n|-|-|\n||c|\n|d|e|f|\n|g|', '<a><b>\n<-><->\n<><c>\n<d><e>\n<g>'],
  ['> |a|b|\n> |-|-|\n> |c|d|', '<a><b>\n<-><->\n<c><d>'],
  ['- |a|b|\n  |-|-|\n  |c|d|', '<a><b>\n<-><->\n<c><d>'],
  ['a | b', ''],
  ['|a|\nb', ''],
])('the cells of %j', (text, cells) => expect(shaped(text).cells).toBe(cells));

it('cells_are_as_wide_as_the_widest_of_their_column', () => {
  const widths = (text: string) =>
    shaped(text)
      .styles.slice(0, 2)
      .map((style) => style.split(';')[0]);
  expect(widths('|a|b|\n|-|-|\n|Monday|2|')).toEqual(['width: 3.64em', 'width: 1.04em']);
  expect(widths('|雪が|b|\n|-|-|')).toEqual(['width: 2.60em', 'width: 1.04em']);
  // A wide one gives way to the others in a narrow window, and goes on below in its cell.
  expect(widths(`|a|b|\n|-|-|\n|${'long '.repeat(20)}|2|`)).toEqual([
    'width: min(15.60em, (99% - 4.68em) * 1.000)',
    'width: 1.04em',
  ]);
  // Many all give way.
  expect(widths(`|${'seven 7|'.repeat(6)}\n|${'-|'.repeat(6)}`)[0]).toBe(
    'width: min(4.16em, (99% - 9.88em) * 0.167)',
  );
});

it('text_stands_at_the_side_that_the_colons_say', () => {
  expect(
    shaped('|a|b|c|d|\n|-|:-|-:|:-:|')
      .styles.slice(0, 4)
      .map((style) => style.split('text-align: ')[1]),
  ).toEqual(['start', 'start', 'end', 'center']);
});

it('the_row_one_writes_on_shows_its_marks', () => {
  const text = '|a|\n|-|\n|b|';
  expect(shaped(text, text.indexOf('|b')).lines).toEqual([
    'cm-table cm-table-head',
    'cm-table cm-table-rule',
    'cm-table',
    'cm-table-written',
  ]);
});

it('spaces_around_are_out_of_the_way_but_where_one_writes', () => {
  expect(shaped('| a |\n|-|\n|  |\n| b |').hidden).toEqual(['1:  ', '3:  ', '16:  ', '18:  ']);
  expect(shaped('| a |\n|-|\n|  |\n| b |', 15).hidden).toEqual(['1:  ', '3:  ']);
});

it('only_what_is_seen_is_shaped_and_a_long_table_stands_as_it_was_typed', () => {
  const text = (rows: number) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(rows)}`;
  expect(shaped(text(100), undefined, { from: 300, to: 312 }).lines).toHaveLength(3);
  expect(shaped(text(5_000)).lines).toEqual([]);
});
