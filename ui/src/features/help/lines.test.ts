import { expect, it } from 'vitest';
import type { Helpline, HelplineKind } from '$host/generated/wire';
import { monthText, onShelves } from './lines';

const line = (kind: HelplineKind) => ({ kind }) as Helpline;

it('crisis_lines_come_first_and_directories_last', () => {
  const found = onShelves([line('directory'), line('listening'), line('crisis'), line('information')]);
  expect(found.map(({ shelf, lines }) => [shelf, ...lines.map(({ kind }) => kind)])).toEqual([
    ['urgent', 'crisis'],
    ['talk', 'listening'],
    ['find', 'directory', 'information'],
  ]);
});

it('an_empty_shelf_is_not_shown', () => {
  expect(onShelves([line('crisis')]).map(({ shelf }) => shelf)).toEqual(['urgent']);
});

it('a_month_is_said_in_words', () => {
  expect(monthText('2026-11')).toBe('November 2026');
});
