// Facts about lists by the keyboard. "|" is where the cursor is, or both ends of what is selected.
import { EditorSelection, type StateCommand, type Transaction } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { writingLanguage } from './language';
import { goOn, nest, unnest } from './lists';
import { readState } from './test-state';

function after(command: StateCommand, marked: string): string {
  const [before = '', inside = '', end] = marked.split('|');
  const doc = before + inside + (end ?? '');
  const selection = EditorSelection.single(
    before.length,
    before.length + (end === undefined ? 0 : inside.length),
  );
  let state = readState({ doc, selection, extensions: writingLanguage });
  command({ state, dispatch: (change: Transaction) => (state = change.state) });
  const { head } = state.selection.main;
  const text = state.doc.toString();
  return end === undefined ? `${text.slice(0, head)}|${text.slice(head)}` : text;
}

describe('nesting', () => {
  it.each([
    ['- a\n- b|', '- a\n  - b|'],
    ['- a\n|- b', '- a\n  |- b'],
    ['- a\n  - b\n- c|', '- a\n  - b\n  - c|'],
    ['- a\n  - b\n  - c|', '- a\n  - b\n    - c|'],
    // The first has none above it.
    ['- a|\n- b', '- a|\n- b'],
    ['- a\n  - b|', '- a\n  - b|'],
    ['* a\n* b|', '* a\n  * b|'],
    ['- [ ] a\n- [x] b|', '- [ ] a\n  - [x] b|'],
    ['1. a\n2. b|\n3. c', '1. a\n   1. b|\n2. c'],
    ['1) [ ] a\n2) [ ] b|', '1) [ ] a\n   1) [ ] b|'],
    ['9. a\n10. b\n11. c|', '9. a\n10. b\n    1. c|'],
    ['1. a\n   1. b\n2. c|\n3. d', '1. a\n   1. b\n   2. c|\n2. d'],
    ['1. a\n- b|', '1. a\n   - b|'],
    // What belongs to it goes with it.
    ['- a\n- b|\n  more\n\n  - c\n- d', '- a\n  - b|\n    more\n\n    - c\n- d'],
    ['> - a\n> - b|', '> - a\n>   - b|'],
    ['- שלום\n- פריט|', '- שלום\n  - פריט|'],
    ['- a\n- b\n  more|', '- a\n  - b\n    more|'],
    ['words|', 'words|'],
  ])('%j becomes %j', (before, then) => expect(after(nest, before)).toBe(then));

  it('takes all that is selected', () => {
    expect(after(nest, '- a\n- |b\n- c|\n- d')).toBe('- a\n  - b\n  - c\n- d');
    expect(after(nest, '|- a\n- b\n  - c|')).toBe('- a\n- b\n  - c');
    expect(after(nest, '1. a\n2. |b\n3. c|\n4. d')).toBe('1. a\n   1. b\n   2. c\n2. d');
  });
});

describe('coming out', () => {
  it.each([
    ['- a\n  - b|', '- a\n- b|'],
    ['- a\n    - b|', '- a\n- b|'],
    ['- a\n\t- b|', '- a\n- b|'],
    ['- a\n  - b|\n    - c\n  - d', '- a\n- b|\n  - c\n  - d'],
    ['1. a\n   1. b|\n2. c', '1. a\n2. b|\n3. c'],
    ['1. a\n   1. b\n   2. c|', '1. a\n   1. b\n2. c|'],
    ['> - a\n>   - b|', '> - a\n> - b|'],
    // It is out already.
    ['- a|', '- a|'],
    ['words|', 'words|'],
  ])('%j becomes %j', (before, then) => expect(after(unnest, before)).toBe(then));

  it('is the way back', () => {
    for (const text of ['- a\n- b|', '1. a\n2. b|\n3. c', '- [ ] a\n- [x] b|\n  more'])
      expect(after(unnest, after(nest, text))).toBe(text);
  });

  it('takes all that is selected', () => {
    expect(after(unnest, '- a\n  - |b\n  - c|\n- d')).toBe('- a\n- b\n- c\n- d');
  });
});

describe('Enter', () => {
  it.each([
    ['- [ ] tea|', '- [ ] tea\n- [ ] |'],
    ['1. [ ] tea|', '1. [ ] tea\n2. [ ] |'],
    ['1) [x] tea|', '1) [x] tea\n2) [ ] |'],
    ['1) [ ] tea|\n2) [ ] walk', '1) [ ] tea\n2) [ ] |\n3) [ ] walk'],
    ['3) [ ] te|a', '3) [ ] te\n4) [ ] |a'],
    ['> 1) [ ] tea|', '> 1) [ ] tea\n> 2) [ ] |'],
    ['- a\n  1) [ ] tea|', '- a\n  1) [ ] tea\n  2) [ ] |'],
    ['1) tea|', '1) tea\n2) |'],
    // An empty one ends the list.
    ['1) [ ] tea\n2) [ ] |', '1) [ ] tea\n|'],
    ['1. [ ] tea\n2. [ ] |', '1. [ ] tea\n|'],
    ['1) [ ] |', '|'],
    ['- a\n  1) [ ] tea\n  2) [ ] |', '- a\n  1) [ ] tea\n- |'],
  ])('%j becomes %j', (before, then) => expect(after(goOn, before)).toBe(then));
});
