// Facts about naming days and gathering entries under them.
import { describe, expect, it } from 'vitest';
import type { EntrySummary } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { byDay, dayBefore, dayLabel, dayOf, timeWithin } from './days';
import { plainExcerpt, plainPiece } from './excerpt';

const entry = (id: number, on: string): EntrySummary => ({
  id: idOf(id),
  ...{
    on,
    created_at: `${on}T10:00:00Z`,
    title: '',
    excerpt: '',
    is_starred: false,
    has_attachments: false,
  },
});

it('entries_gather_under_their_day_in_the_order_they_came', () => {
  const days = byDay([entry(3, '2026-11-03'), entry(2, '2026-11-03'), entry(1, '2026-10-30')]);
  expect(days.map((day) => [day.on, day.entries.map(({ id }) => id)])).toEqual([
    ['2026-11-03', [3, 2]],
    ['2026-10-30', [1]],
  ]);
});

describe('a day is named', () => {
  it.each([
    ['2026-11-03', 'Today'],
    ['2026-11-02', 'Yesterday'],
    ['2026-11-01', 'Sunday 1 November'],
    ['2025-11-03', 'Monday 3 November 2025'],
    ['2026-11-04', 'Wednesday 4 November'],
  ])('%s as %s', (on, label) => expect(dayLabel(on, '2026-11-03')).toBe(label));

  it('yesterday_across_the_turn_of_a_year', () => {
    expect(dayLabel('2025-12-31', '2026-01-01')).toBe('Yesterday');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});

it('an_entry_written_on_another_day_than_it_belongs_to_shows_no_time', () => {
  const at = new Date(2026, 10, 3, 9, 40);
  expect(timeWithin({ on: dayOf(at), created_at: at.toISOString() })).toMatch(/9:40/);
  expect(timeWithin({ on: '2026-11-02', created_at: at.toISOString() })).toBeUndefined();
});

it.each([
  ['I *wanted* to **know** why', 'I wanted to know why'],
  ['a [place](https://example.org) and `code`', 'a place and code'],
  ['so **hid**den', 'so hidden'],
  ['a __quiet__ _day_', 'a quiet day'],
  ['***both*** and ~~gone~~', 'both and gone'],
  ['2 * 3 * 4, snake_case_name', '2 * 3 * 4, snake_case_name'],
])('an opening reads without its marks: %s', (text, plain) => expect(plainExcerpt(text)).toBe(plain));

it('a_piece_around_a_hit_reads_without_its_marks_and_keeps_its_dashes', () => {
  expect(plainPiece('# Grey\n\n- the **rain', true)).toBe('Grey\nthe rain');
  expect(plainPiece('** was *loud* - so', false)).toBe(' was loud - so');
});
