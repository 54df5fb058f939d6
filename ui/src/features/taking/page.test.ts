import { describe, expect, it } from 'vitest';
import type { ActivityLog, CheckIn, Entry, EntryId, PlanLine } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { checkInsCsv } from './check-ins';
import { exportWords } from './entries';
import { levelRows } from './levels';
import { composePage, pageParts, type PageSource } from './page';

const checkIn = (on: string, given: Partial<CheckIn> = {}): CheckIn => ({
  id: idOf(1),
  ...{ at: `${on}T08:05:00Z`, on, zone: 'Europe/Berlin', feel: null, energy: null, comfort: null },
  ...{ words: [], body: [], note: '' },
  ...given,
});
const entry = (on: string, text: string, given: Partial<Entry> = {}): Entry => ({
  id: idOf(1),
  uid: idOf(''),
  ...{
    on,
    zone: 'Europe/Berlin',
    created_at: `${on}T08:00:00Z`,
    written_at: `${on}T08:00:00Z`,
  },
  ...{ title: '', text, is_starred: false, tags: [] },
  ...given,
});
const line = (part: PlanLine['part'], text: string, person: PlanLine['person'] = null): PlanLine => ({
  id: idOf(1),
  ...{ part, text, person, written_at: '2026-11-03T08:00:00Z' },
});
const span = { from: '2026-10-21', until: '2026-11-03' };

const source: PageSource = {
  span,
  factors: [],
  lines: [line('say', 'numb since spring'), line('signs', 'not for this page')],
  checkIns: [
    checkIn('2026-11-01', { feel: { level: 2 }, words: ['numb', 'heavy'], note: 'a private line' }),
    checkIn('2026-11-01', { feel: { level: 5 }, words: ['numb'] }),
    checkIn('2026-11-03', { feel: 'cant_tell', energy: 0 }),
  ],
  doings: [
    { title: 'Tea', outcome: 'done' },
    { title: 'Run', outcome: 'stopped' },
  ] as ActivityLog[],
  entries: [],
};

describe('the page to take along', () => {
  it('holds_what_was_given_and_nothing_private', () => {
    const page = composePage(source, pageParts);
    const text = JSON.stringify(page);
    for (const there of ['numb since spring', 'numb (2), heavy (1)', 'Tea (1)', '2–5', 'can’t tell'])
      expect(text).toContain(there);
    for (const absent of ['a private line', 'not for this page', 'Run']) expect(text).not.toContain(absent);
    expect(page.lead).toBe('21 October – 3 November 2026. Self-reported. Not an assessment.');
  });

  it('leaves_a_part_off_with_its_heading', () => {
    const headings = (parts: typeof pageParts | []) =>
      composePage(source, parts).blocks.filter(({ kind }) => kind === 'heading').length;
    expect(headings(pageParts)).toBe(4);
    expect(headings([])).toBe(0);
  });

  it('has_an_entry_only_when_it_was_picked', () => {
    const page = composePage({ ...source, entries: [entry('2026-11-02', '# Soup\n\nwarm')] }, []);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'markdown']);
    // Its own headings stand below those around it.
    expect(page.blocks.at(-1)).toEqual({ kind: 'markdown', text: '# Soup\n\nwarm', highest: 4 });
  });
});

describe('the table of check-ins', () => {
  it('has_a_row_for_each_day_with_an_answer_the_latest_first', () => {
    expect(levelRows(source.checkIns, span)).toEqual([
      ['Tue 3 Nov', 'can’t tell', '0', '–'],
      ['Sun 1 Nov', '2–5', '–', '–'],
    ]);
  });

  it('has_a_row_for_each_week_when_there_are_many_days', () => {
    const month = { from: '2026-10-07', until: '2026-11-03' };
    const rows = levelRows([checkIn('2026-10-08', { comfort: 4 }), ...source.checkIns], month);
    expect(rows).toEqual([
      ['2 – 3 Nov', 'can’t tell', '0', '–'],
      ['26 Oct – 1 Nov', '2–5', '–', '–'],
      ['7 – 11 Oct', '–', '–', '4'],
    ]);
  });

  it('is_not_there_without_an_answer', () => {
    expect(levelRows([checkIn('2026-11-01', { words: ['numb'] })], span)).toEqual([]);
  });
});

it('tells_a_spreadsheet_the_hour_it_was_where_it_was_lived_and_keeps_the_line_unless_asked', () => {
  const rows = checkInsCsv(source.checkIns.slice(0, 1), false).split('\r\n');
  expect(rows[1]).toBe('2026-11-01,09:05,Europe/Berlin,2,,,numb; heavy,');
  expect(checkInsCsv(source.checkIns, true)).toContain('a private line');
});

it('says_of_entries_what_stands_around_them_and_one_day_is_the_title', () => {
  const on = (day: string) => ({ id: idOf<EntryId>(1), on: day });
  const words = exportWords([on('2026-11-02'), on('2026-11-02'), on('2026-11-03')]);
  expect([words.title, words.lead, words.tags]).toEqual(['Journal', '2 – 3 November 2026', 'Tags: {tags}']);
  expect(words.days).toEqual({
    '2026-11-02': 'Monday 2 November 2026',
    '2026-11-03': 'Tuesday 3 November 2026',
  });
  expect(exportWords([on('2026-11-03')])).toMatchObject({ title: 'Tuesday 3 November 2026', lead: '' });
});
