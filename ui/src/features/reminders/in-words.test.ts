import { describe, expect, it } from 'vitest';
import type { About, Days, ReminderDraft, Timing } from '$host/generated/wire';
import { everyDay, first, weekdays, type WeekdayFlags } from '$state/reminders.svelte';
import { idOf } from '../../test-ids';
import { aboutText, daysText, reminderSentence, timingText } from './in-words';

const today = '2026-11-23';
const none = () => undefined;
const on = (...chosen: number[]): Days => ({
  on: 'weekdays',
  days: everyDay.map((_, day) => chosen.includes(day)) as WeekdayFlags,
});
const say = (patch: Partial<ReminderDraft>) => reminderSentence({ ...first, ...patch }, today, none);

it('the_first_one_is_one_plain_sentence', () => {
  expect(say({})).toBe('A check-in · On weekdays · Some time between 10:00 and 12:00');
});

describe('days in words', () => {
  it.each<[Days, string]>([
    [{ on: 'weekdays', days: everyDay }, 'Every day'],
    [{ on: 'weekdays', days: weekdays }, 'On weekdays'],
    [on(5, 6), 'On Saturday and Sunday'],
    [on(0, 2, 4), 'On Monday, Wednesday and Friday'],
    [on(), 'On no day yet'],
    [{ on: 'every_n_days', every: 1, first: today }, 'Every day'],
    [{ on: 'every_n_days', every: 2, first: '2026-11-01' }, 'Every second day'],
    [{ on: 'every_n_days', every: 10, first: '2027-01-02' }, 'Every 10 days from 2 January 2027'],
    [{ on: 'dates', dates: [] }, 'On no day yet'],
    [{ on: 'dates', dates: ['2026-11-22'] }, 'On days that are over'],
    [{ on: 'dates', dates: ['2026-11-22', '2026-12-03'] }, 'On 3 December'],
    [
      { on: 'dates', dates: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'] },
      'On 24 November, 25 November, 26 November and later days',
    ],
  ])('%j', (days, text) => expect(daysText(days, today)).toBe(text));
});

describe('times in words', () => {
  it.each<[Timing, string]>([
    [{ when: 'at', minutes: [540] }, 'At 09:00'],
    [{ when: 'at', minutes: [540, 780, 0] }, 'At 09:00, 13:00 and 00:00'],
    [{ when: 'at', minutes: [] }, 'At no time yet'],
    [{ when: 'window', from_minute: 1200, until_minute: 1440 }, 'Some time between 20:00 and midnight'],
    [
      { when: 'moments', from_minute: 540, until_minute: 1080, count: 3, apart_minutes: 90 },
      '3 times between 09:00 and 18:00, at least 90 minutes apart',
    ],
    [
      { when: 'moments', from_minute: 540, until_minute: 1080, count: 2, apart_minutes: 60 },
      '2 times between 09:00 and 18:00, at least 1 hour apart',
    ],
    [
      { when: 'moments', from_minute: 540, until_minute: 1080, count: 1, apart_minutes: 60 },
      'Some time between 09:00 and 18:00',
    ],
  ])('%j', (timing, text) => expect(timingText(timing)).toBe(text));
});

describe('what it is about, in words', () => {
  const titled = (about: About) => aboutText(about, () => 'Evening tea');

  it('names what has a name', () => {
    expect(titled({ about: 'activity', activity: idOf(1) })).toBe('Evening tea');
    expect(titled({ about: 'routine', routine: idOf(1) })).toBe('The routine “Evening tea”');
    expect(titled({ about: 'practice', item: 'tea' })).toBe('“Evening tea” from the library');
  });

  it('says when it is not chosen, or gone', () => {
    expect(aboutText({ about: 'activity', activity: idOf(0) }, none)).toBe('An activity, not chosen yet');
  });

  it('tells the question and the own words, if there are any', () => {
    expect(aboutText({ about: 'write', prompt: '' }, none)).toBe('A few lines in the journal');
    expect(aboutText({ about: 'write', prompt: ' What was warm? ' }, none)).toBe(
      'A few lines, beginning from “What was warm?”',
    );
    expect(aboutText({ about: 'own_words' }, none, 'water')).toBe('“water”');
    expect(aboutText({ about: 'own_words' }, none)).toBe('A moment of your own');
  });
});
