import { describe, expect, it } from 'vitest';
import type { HelplineKind, HelplineNow, OpenNow } from '$host/generated/wire';
import { anyLine, choices, monthText, onShelves, openText, wished, within, type Wish } from './lines';

const line = (given: Partial<HelplineNow>): HelplineNow =>
  ({
    ...{ name: 'a line', kind: 'crisis', phone: '1', sms: null, chat: null },
    ...{ needs: ['anyone'], speaks: ['English'] },
    now: { phone: { is: 'open', until: null }, sms: null, chat: null },
    ...given,
  }) as HelplineNow;
const ofKind = (kind: HelplineKind) => line({ kind });
const names = (lines: HelplineNow[], wish: Partial<Wish>) =>
  wished(lines, { ...anyLine(), ...wish }).map(({ name }) => name);

describe('shelves', () => {
  it('crisis_lines_come_first_and_directories_last', () => {
    const found = onShelves((['directory', 'listening', 'crisis', 'information'] as const).map(ofKind));
    expect(found.map(({ shelf, lines }) => [shelf, ...lines.map(({ kind }) => kind)])).toEqual([
      ['urgent', 'crisis'],
      ['talk', 'listening'],
      ['find', 'directory', 'information'],
    ]);
  });

  it('an_empty_shelf_is_not_shown', () => {
    expect(onShelves([ofKind('crisis')]).map(({ shelf }) => shelf)).toEqual(['urgent']);
  });
});

describe('a wish', () => {
  const anyone = line({ name: 'anyone' });
  const young = line({ name: 'young', needs: ['young_people', 'families'] });
  const veterans = line({ name: 'veterans', needs: ['veterans'] });
  const directory = line({ name: 'directory', kind: 'directory', phone: null, speaks: [] });
  const all = [anyone, young, veterans, directory];

  it('without_one_all_lines_stay_in_their_order', () => {
    expect(names(all, {})).toEqual(['anyone', 'young', 'veterans', 'directory']);
  });

  it('for_someone_puts_their_lines_first_and_keeps_those_for_anyone', () => {
    expect(names(all, { need: 'young_people' })).toEqual(['young', 'anyone', 'directory']);
    expect(names(all, { need: 'veterans' })).toEqual(['veterans', 'anyone', 'directory']);
  });

  it('a_directory_is_never_wished_away', () => {
    expect(names(all, { language: 'Welsh', ways: ['chat'] })).toEqual(['directory']);
  });

  it('that_other_lines_do_not_leave_to_choose_is_none', () => {
    const wish: Wish = { need: 'young_people', ways: ['chat', 'phone'], language: 'Welsh', openNow: true };
    expect(within(wish, all)).toEqual({ need: 'young_people', ways: [], language: '', openNow: true });
    expect(within(wish, [anyone, veterans])).toEqual({ ...anyLine(), openNow: true });
    expect(within(wish, [anyone, directory])).toEqual(anyLine());
  });

  it('by_one_way_or_another_keeps_lines_that_have_any_of_them', () => {
    const texts = line({ name: 'texts', phone: null, sms: '2' });
    expect(names([anyone, texts], { ways: ['sms'] })).toEqual(['texts']);
    expect(names([anyone, texts], { ways: ['sms', 'phone'] })).toEqual(['anyone', 'texts']);
  });

  it('for_open_ones_leaves_out_what_is_closed_and_puts_unknown_hours_last', () => {
    const now = (name: string, phone: OpenNow) => line({ name, now: { phone, sms: null, chat: null } });
    const lines = [
      now('unknown', { is: 'unknown' }),
      now('closed', { is: 'closed', opens_at: '2026-11-25T17:00:00Z' }),
      now('open', { is: 'open', until: null }),
    ];
    expect(names(lines, { openNow: true })).toEqual(['open', 'unknown']);
  });

  it('asks_whether_the_wished_way_is_open_and_not_another', () => {
    const both = line({
      ...{ chat: 'https://example.org' },
      now: {
        phone: { is: 'open', until: null },
        sms: null,
        chat: { is: 'closed', opens_at: '2026-11-25T17:00:00Z' },
      },
    });
    expect(names([both], { openNow: true })).toHaveLength(1);
    expect(names([both], { openNow: true, ways: ['chat'] })).toEqual([]);
  });

  it('is_offered_only_where_there_is_a_choice', () => {
    const there = choices(all);
    expect(there).toMatchObject({ ways: [], languages: [], isWorthIt: true, hasOwn: true });
    expect(there.needs).toContain('veterans');
    expect(choices([directory])).toMatchObject({ needs: [], isWorthIt: false, hasOwn: false });
  });
});

describe('in words', () => {
  it('a_month_is_said_in_words', () => {
    expect(monthText('2026-11')).toBe('November 2026');
  });

  it('a_time_is_that_of_this_computer_and_another_day_is_named', () => {
    const today = new Date(2026, 10, 25, 12, 0);
    const at = (...when: [number, number, number, number, number]) => new Date(...when).toISOString();
    expect(openText({ is: 'open', until: null }, today)).toBe('Open day and night');
    expect(openText({ is: 'open', until: at(2026, 10, 26, 0, 30) }, today)).toContain('until 00:30');
    expect(openText({ is: 'closed', opens_at: at(2026, 10, 28, 9, 5) }, today)).toMatch(/Saturday.*09:05/);
  });
});
