// Facts about the toolbar: each press shapes the text, and a second press takes the shape away again.
import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { atCursor, tick, toggles, type Format } from './formats';
import { writingLanguage } from './language';
import { readState } from './test-state';

/** `|` stands for the ends of the selection. */
function stateOf(marked: string): EditorState {
  const anchor = marked.indexOf('|');
  const rest = marked.replace('|', '');
  const head = rest.includes('|') ? rest.indexOf('|') : anchor;
  const state = readState({
    doc: rest.replace('|', ''),
    selection: { anchor, head },
    extensions: [writingLanguage, EditorState.allowMultipleSelections.of(false)],
  });
  return state;
}

function press(format: Format, marked: string): string {
  let state = stateOf(marked);
  toggles[format]({ state, dispatch: (transaction) => (state = transaction.state) });
  const { from, to } = state.selection.main;
  const text = state.doc.toString();
  return from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

const presses: [Format, string, string][] = [
  ['bold', 'so |grey| today', 'so **|grey|** today'],
  ['bold', 'so **|grey|** today', 'so |grey| today'],
  ['bold', 'so gr|ey today', 'so **gr|ey** today'],
  ['bold', 'so **gr|ey** today', 'so gr|ey today'],
  ['bold', 'so grey|', 'so grey**|**'],
  ['bold', 'so grey**|**', 'so grey|'],
  ['bold', 'so **grey|**', 'so **grey**|'],
  ['bold', 'so | today', 'so **|** today'],
  ['italic', '- |one\n\n- two| ', '- *|one*\n\n- *two|* '],
  ['heading', 'Gr|ey', '## Gr|ey'],
  ['heading', '### Gr|ey', 'Gr|ey'],
  ['heading', '- gr|ey', '## gr|ey'],
  ['list', '|', '- |'],
  ['list', '|one\n\ntwo|', '- |one\n\n- two|'],
  ['list', '1. one|', 'one|'],
  ['task', 'te|a', '- [ ] te|a'],
  ['task', '> - [x] te|a', '> te|a'],
  ['task', '- |one\n\n- two|', '- [ ] |one\n\n- [ ] two|'],
  ['list', '- [ ] te|a', '- te|a'],
  ['quote', '## Gr|ey', '> ## Gr|ey'],
  ['quote', '> ## Gr|ey', '## Gr|ey'],
  ['heading', '> gr|ey', '> ## gr|ey'],
];
it.each(presses)('%s on %j gives %j', (format, before, after) => expect(press(format, before)).toBe(after));

it('what_holds_at_the_cursor_is_known', () => {
  const { formats, address } = atCursor(stateOf('> - so **gr|ey** [sea](https://example.org)'));
  expect([...formats].sort()).toEqual(['bold', 'list', 'quote']);
  expect(address).toBeNull();
  expect(atCursor(stateOf('[se|a](https://example.org)')).address).toBe('https://example.org');
  expect(atCursor(stateOf('at https://exam|ple.org there')).address).toBe('https://example.org');
});

it.each([
  ['- [ ] te|a\n- [ ] a walk', '- [x] tea\n- [ ] a walk'],
  ['- [X] te|a', '- [ ] tea'],
  ['> 1. - [ ] deep|', '> 1. - [x] deep'],
  ['- not [ ] her|e', undefined],
  ['```\n- [ ] co|de\n```', undefined],
])('the task of the line in %j is ticked, or the tick taken away', (marked, after) => {
  let state = stateOf(marked);
  const isTicked = tick({ state, dispatch: (transaction) => (state = transaction.state) });
  expect(isTicked ? state.doc.toString() : undefined).toBe(after);
});
