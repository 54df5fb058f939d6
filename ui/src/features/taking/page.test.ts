import { describe, expect, it } from 'vitest';
import type { ActivityLog, AttachmentId, CheckIn, Entry, HelpLine, Uid } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { checkInsCsv } from './check-ins';
import { entryBlocks, EntryPages, entryMarkdown } from './entries';
import { htmlOf } from './html';
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
const line = (part: HelpLine['part'], text: string, person: HelpLine['person'] = null): HelpLine => ({
  id: idOf(1),
  ...{ part, text, person, written_at: '2026-11-03T08:00:00Z' },
});
const span = { from: '2026-10-21', until: '2026-11-03' };

const source: PageSource = {
  span,
  around: [],
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
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'heading', 'paragraph']);
    // Its own headings stand below those around it.
    expect(page.blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))).toEqual([2, 3, 4]);
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

describe('entries as one file', () => {
  const tagged = entry('2026-11-03', '<b>Rain</b> & [a page](https://example.org/?a="b")', {
    tags: ['two "words"', 'rain'],
    is_starred: true,
  });

  it('carry_their_day_zone_and_tags_as_front_matter', () => {
    expect(entryMarkdown(tagged)).toBe(
      '---\ndate: 2026-11-03\nzone: "Europe/Berlin"\ntags: ["two \\"words\\"", "rain"]\nstarred: true\n---\n\n' +
        '<b>Rain</b> & [a page](https://example.org/?a="b")\n',
    );
  });

  it('stand_under_their_days_and_one_day_is_the_title', () => {
    const pages = new EntryPages();
    pages.add(entry('2026-11-02', 'one'));
    pages.add(entry('2026-11-02', 'two'));
    pages.add(entry('2026-11-03', 'three'));
    const { title, lead, blocks } = pages.finish();
    expect([title, lead]).toEqual(['Journal', '2 – 3 November 2026']);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'rule', 'paragraph', 'heading', 'paragraph'],
    ]);
    const alone = new EntryPages();
    alone.add(tagged);
    expect(alone.finish().title).toBe('Tuesday 3 November 2026');
    expect(alone.finish().blocks).toHaveLength(2);
  });

  it('have_their_pictures_where_they_stand_and_the_others_below', () => {
    const uid = (id: number): Uid => idOf(String(id).repeat(32));
    const picture = (id: number, caption = '') => ({
      id: idOf<AttachmentId>(id),
      uid: uid(id),
      jpeg: `${id}`,
      caption,
      name: `${id}.png`,
    });
    const broken = { id: idOf<AttachmentId>(4), uid: uid(4), caption: '', name: '4.png' };
    const pages = new EntryPages();
    const text = `Before\n![the \\[lake\\]](kept:${uid(1)})\nafter.\n\n- ![](kept:2)\n\n![gone](kept:9) **![a](kept:1)**`;
    pages.add(entry('2026-11-03', text, { tags: ['rain'] }), [
      picture(1),
      picture(2, 'a tree'),
      picture(3, 'the dog'),
      broken,
    ]);
    const { blocks } = pages.finish();
    const words = (text: string) => ({ kind: 'paragraph', inside: [{ kind: 'text', text }] });
    const said = (text: string) => ({ kind: 'emphasis', inside: [{ kind: 'text', text }] });
    expect(blocks).toMatchObject([
      words('Before'),
      { kind: 'picture', jpeg: '1', words: 'the [lake]' },
      words('after.'),
      { kind: 'list', items: [[{ kind: 'picture', jpeg: '2', words: 'a tree' }]] },
      // Taken off since, and inside of other marks: in words.
      {
        kind: 'paragraph',
        inside: [said('gone'), { kind: 'text', text: ' ' }, { kind: 'strong', inside: [said('a')] }],
      },
      { kind: 'picture', jpeg: '3', words: 'the dog' },
      words('the dog'),
      words('4.png'),
      words('Tags: rain'),
    ]);
  });

  it.each(['*a'.repeat(500_000), 'abcdefghij'.repeat(1_000_000), 'some words\n\n'.repeat(300_000)])(
    'are_whole_and_soon_there_however_long_they_are',
    (text) => {
      const kept = JSON.stringify(entryBlocks(text, 3)).replaceAll(/[^a-z*]/g, '').length;
      expect(kept).toBeGreaterThan(text.replaceAll(/[^a-z*]/g, '').length);
    },
  );

  it('are_a_page_that_runs_nothing', () => {
    const pages = new EntryPages();
    pages.add(tagged);
    pages.add(entry('2026-11-03', '<script>alert(1)</script>\n\n[x](javascript:alert(1))'));
    const html = htmlOf(pages.finish());
    expect(html).toContain('&lt;b&gt;Rain&lt;/b&gt; &amp; <a href="https://example.org/?a=&quot;b&quot;"');
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('script, img, iframe, link, [onclick]')).toHaveLength(0);
    expect([...page.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://example.org/?a="b"',
    ]);
    expect(page.body.textContent).toContain('<script>alert(1)</script>');
  });

  it('fetch_no_picture_and_hold_their_own', () => {
    const pages = new EntryPages();
    const text =
      '![x](https://example.org/x.png) <img src=x onerror=alert(1)> ![" onerror="alert(1)](kept:1)';
    pages.add(entry('2026-11-03', text), [
      { id: idOf(1), uid: idOf(''), jpeg: 'QUJD', caption: '', name: '' },
    ]);
    const page = new DOMParser().parseFromString(htmlOf(pages.finish()), 'text/html');
    const [only, ...others] = page.querySelectorAll('img');
    expect(others).toEqual([]);
    expect(only?.getAttributeNames()).toEqual(['src', 'alt']);
    expect(only?.src).toBe('data:image/jpeg;base64,QUJD');
    expect(only?.alt).toBe('" onerror="alert(1)');
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
  });
});
