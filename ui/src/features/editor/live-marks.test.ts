// Facts about Markdown shaped in place: what is hidden, what is styled, and that the line one writes on shows all.
import { expect, it } from 'vitest';
import { writingLanguage } from './language';
import { shapes } from './live-marks';
import { readState } from './test-state';

function shaped(text: string, writtenOn: (position: number) => boolean = () => false) {
  const state = readState({ doc: text, extensions: writingLanguage });
  const hidden: string[] = [];
  const styled: [string, string][] = [];
  shapes(state, [{ from: 0, to: text.length }], writtenOn).between(0, text.length, (from, to, { spec }) => {
    if (spec.class)
      styled.push([spec.class as string, from === to ? state.doc.lineAt(from).text : text.slice(from, to)]);
    else hidden.push(text.slice(from, to));
  });
  return { hidden, styled };
}

it.each([
  ['# Grey', ['# ']],
  ['so **very** *flat*', ['**', '**', '*', '*']],
  ['> said', ['> ']],
  ['a `b` c', ['`', '`']],
  ['~~gone~~', ['~~', '~~']],
  ['- one\n- two', ['- ', '- ']],
  ['see [the sea](https://example.org)', ['[', '](https://example.org)']],
  ['---', ['---']],
  ['- [ ] tea\n- [x] a walk', ['- ', '[ ] ', '- ', '[x] ']],
])('marks of %j are out of the way', (text, marks) => expect(shaped(text).hidden).toEqual(marks));

it.each([
  '# Grey',
  'so **very** *flat*',
  '> said',
  '- one',
  '- [x] tea',
  'see [the sea](https://example.org)',
  '---',
])('all of %j shows on the line one writes on', (text) =>
  expect(shaped(text, () => true).hidden).toEqual([]),
);

it('only_the_line_one_writes_on_shows_its_marks', () => {
  const text = '**one**\n**two**';
  expect(shaped(text, (position) => position > 7).hidden).toEqual(['**', '**']);
});

it.each([
  '[sic] he said',
  'a_snake_b and 2 * 3',
  'text\n---\n',
  'a | b | c',
  'what [x] it [ ] is',
  'H~2~O',
  'so :smile:',
  '    four spaces',
  '<b>bold</b>',
])('nothing of %j is taken for shape that was not meant', (text) => {
  const { hidden, styled } = shaped(text);
  expect(styled).toEqual([]);
  expect(hidden.filter((mark) => mark !== '---')).toEqual([]);
});

it('headings_quotes_lists_and_links_are_styled', () => {
  expect(shaped('## Grey\n\n> said\n> so\n\n1. one\n   - deep\n\n[sea](https://example.org)').styled).toEqual(
    [
      ['cm-heading cm-heading-2', '## Grey'],
      ['cm-quote', '> said'],
      ['cm-quote', '> so'],
      ['cm-item cm-item-1', '1. one'],
      ['cm-list-mark', '1. '],
      ['cm-item cm-item-2', '   - deep'],
      ['cm-link', 'sea'],
    ],
  );
});

it('tasks_are_styled', () => {
  expect(shaped('- [ ] tea\n- [x] a walk').styled).toEqual([
    ['cm-item cm-item-1', '- [ ] tea'],
    ['cm-item cm-item-1', '- [x] a walk'],
    ['cm-ticked', '- [x] a walk'],
  ]);
});
