import { describe, expect, it } from 'vitest';
import type { ReminderDraft, ReminderOutlook, ReminderRules } from '$host/generated/wire';
import { everyDay, first } from '$state/reminders.svelte';
import { quietStretches, weekOf, without } from './week';

const rules: ReminderRules = {
  is_on: true,
  most_a_day: 1,
  quiet_hours: [],
  weekdays_off: [false, false, false, false, false, false, false],
  dates_off: [],
  waits: true,
};
// A Monday, half past eleven.
const days = { clock: { on: '2026-11-23', minute: 690 }, zone: 'UTC' };
const outlook = (next_at: string | null, patch: Partial<ReminderDraft> = {}) =>
  ({
    reminder: { ...first, id: 1, changed_at: '', ...patch },
    next_at,
    pace: { pace: 'steady' },
    coming: everyDay,
  }) as ReminderOutlook;
const bars = (list: ReminderOutlook[], patch: Partial<ReminderRules> = {}) =>
  weekOf(list, { ...rules, ...patch }, days).map((day) => day.bars.map(({ from, until }) => [from, until]));

const morning = [600, 720];

describe('the week ahead', () => {
  it('begins today, with what is left of it and nothing of the past', () => {
    const week = bars([outlook('2026-11-23T11:50:00Z')]);
    expect(week[0]).toEqual([[690, 720]]);
    expect(week.slice(1)).toEqual(Array(6).fill([morning]));
  });

  it('shows nothing before the first moment that is ahead', () => {
    expect(bars([outlook('2026-11-25T10:10:00Z')])).toEqual([[], [], ...Array(5).fill([morning])]);
    expect(bars([outlook(null)])).toEqual(Array(7).fill([]));
  });

  it('keeps to the days on which the core says it may come', () => {
    const some = {
      ...outlook('2026-11-24T10:10:00Z'),
      coming: [false, true, false, false, false, false, false],
    } as ReminderOutlook;
    expect(bars([some]).map((day) => day.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });

  it('takes quiet hours out of a window', () => {
    const quiet_hours = [{ from_minute: 630, until_minute: 660 }];
    expect(bars([outlook('2026-11-24T10:10:00Z')], { quiet_hours })[1]).toEqual([
      [600, 630],
      [660, 720],
    ]);
  });

  it('leaves out the fixed times that are over, and those that are quiet for their whole hour', () => {
    const timing = { when: 'at' as const, minutes: [600, 780, 1320] };
    const quiet_hours = [{ from_minute: 1310, until_minute: 300 }];
    const week = bars([outlook('2026-11-23T13:00:00Z', { timing })], { quiet_hours });
    expect(week[0]).toEqual([[780, 840]]);
    expect(week[1]).toEqual([
      [600, 660],
      [780, 840],
    ]);
  });

  it('knows weekdays and dates off', () => {
    const week = weekOf(
      [],
      { ...rules, weekdays_off: [false, true, false, false, false, false, false], dates_off: ['2026-11-27'] },
      days,
    );
    expect(week.filter(({ isOff }) => isOff).map(({ on }) => on)).toEqual(['2026-11-24', '2026-11-27']);
  });
});

describe('stretches of a day', () => {
  it('run over midnight', () => {
    expect(quietStretches([{ from_minute: 1320, until_minute: 420 }])).toEqual([
      { from: 1320, until: 1440 },
      { from: 0, until: 420 },
    ]);
    expect(quietStretches([{ from_minute: 1320, until_minute: 0 }])).toEqual([{ from: 1320, until: 1440 }]);
  });

  it('leave nothing when they are taken whole', () => {
    expect(without({ from: 600, until: 720 }, [{ from: 0, until: 720 }])).toEqual([]);
  });
});
