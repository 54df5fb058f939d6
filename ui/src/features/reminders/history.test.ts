import { describe, expect, it } from 'vitest';
import type { NudgeStatus, NotificationTestState, Reason, ReminderLog } from '$host/generated/wire';
import { idOf } from '../../test-ids';
import { byDay, fateSentence } from './history';
import { testSentences } from './test-in-words';

const line = (patch: Partial<ReminderLog>): ReminderLog => ({
  id: idOf(1),
  reminder: idOf(1),
  on: '2026-11-23',
  slot: 0,
  attempt: 0,
  at: '2026-11-23T10:40:00Z',
  closes_at: '2026-11-23T12:00:00Z',
  status: 'shown',
  reason: null,
  asks_quiet: false,
  answered_at: null,
  ...patch,
});
const later = new Date('2026-11-24T00:00:00Z');
const say = (patch: Partial<ReminderLog>, now = later) => fateSentence(line(patch), 'UTC', now);

const statuses: NudgeStatus[] = [
  ...(['held', 'shown', 'passed', 'done', 'opened', 'not_now', 'same_as_last', 'doing'] as const),
  ...(['smaller', 'stay_quiet', 'keep_on'] as const),
];
const reasons: Reason[] = [
  ...(['locked', 'full_screen', 'do_not_disturb', 'away', 'no_notices', 'asleep', 'paused'] as const),
  ...(['quiet_hours', 'enough_today', 'too_close', 'already_done', 'quieter'] as const),
];

describe('what became of one', () => {
  it('is said with the time at which it came, and the answer', () => {
    expect(say({})).toBe('It came at 10:40.');
    expect(say({ status: 'not_now' })).toBe('It came at 10:40. You said: not now.');
    expect(say({ status: 'stay_quiet', asks_quiet: true })).toBe(
      'It came at 10:40 and asked whether to stay quiet. You said yes.',
    );
  });

  it('waits only while its window is open', () => {
    const held = { status: 'held', reason: 'locked' } as const;
    expect(say(held, new Date('2026-11-23T11:00:00Z'))).toBe('It waits, since the screen was locked.');
    expect(say(held)).toBe('It stayed away, since the screen was locked.');
  });

  it('has calm words for every end and every reason', () => {
    for (const status of statuses)
      for (const reason of [null, ...reasons]) {
        expect(say({ status, reason })).toMatch(/^It .*\.$/);
        expect(say({ status, reason })).not.toMatch(/miss|fail|ignor/i);
      }
  });
});

it('lines_stand_under_their_day', () => {
  const lines = [
    line({ id: idOf(3), on: '2026-11-24' }),
    line({ id: idOf(2) }),
    line({ id: idOf(1) }),
    line({ id: idOf(0), on: '2026-11-22' }),
  ];
  expect(byDay(lines).map(({ on, lines: its }) => [on, its.map(({ id }) => id)])).toEqual([
    ['2026-11-24', [3]],
    ['2026-11-23', [2, 1]],
    ['2026-11-22', [0]],
  ]);
});

describe('what a test found out', () => {
  const shown = (patch: Partial<NotificationTestState>) =>
    testSentences({
      ...{ state: 'shown', server: null, has_buttons: null, has_sound: null, hold: null, heard: null },
      ...patch,
    } as NotificationTestState);

  it('is said while it is on its way, and where nothing shows notices', () => {
    expect(testSentences({ state: 'asked' })).toHaveLength(1);
    expect(testSentences({ state: 'no_server' })).toEqual([
      'Nothing on this computer shows notices now. Reminders wait on Today and in the tray instead.',
    ]);
  });

  it('names the server, buttons, sound, what came back and what would hold', () => {
    const said = shown({
      ...{ server: 'Plasma', has_buttons: true, has_sound: false, heard: 'button', hold: 'locked' },
    } as Partial<NotificationTestState>);
    expect(said[0]).toContain('Plasma');
    expect(said[1]).toContain('can have buttons');
    expect(said[2]).toContain('no sound');
    expect(said[3]).toContain('pressed its button');
    expect(said[4]).toContain('the screen was locked');
  });

  it('says when the system does not say', () => {
    expect(shown({}).filter((said) => said.includes('does not say'))).toHaveLength(3);
  });
});
