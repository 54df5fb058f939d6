// Facts about doing an activity: what is kept, when, and that nothing has to be answered.
import { beforeEach, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { Activity } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { Attempt, attemptAt } from './attempt.svelte';

const activity: Activity = {
  id: idOf(3),
  shelf: 'mine',
  title: 'Sit by the river',
  smaller: 'Look at a picture of it',
  minutes: 10,
  energy: 'low',
  idea: null,
  created_at: '2026-11-01T10:00:00Z',
};
const makeTimer = (seconds: number) => ({
  remaining: seconds,
  total: seconds,
  running: false,
  start: () => undefined,
  pause: () => undefined,
  stop: () => undefined,
  elapsed: () => 0,
});
const unrated = { pleasure: null, mastery: null, closeness: null };
let calls: [string, unknown][];

beforeEach(() => {
  calls = [];
  useHost({
    call: async (name, input) => {
      calls.push([name, input]);
      return { value: { id: 90 }, change: 1 };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});

it('can_be_done_without_answering_anything', async () => {
  const attempt = new Attempt(activity, 'list', makeTimer);
  attempt.begin();
  attempt.end('part_of_it');
  await vi.waitFor(() =>
    expect(calls).toEqual([
      ['start_activity', { activity: 3, is_smaller: false, guess: null }],
      ['finish_activity', { log: 90, outcome: 'part_of_it', ...unrated }],
    ]),
  );
});

it('keeps_each_rating_as_it_is_given_and_as_it_is_cleared', async () => {
  const attempt = new Attempt(activity, 'list', makeTimer);
  attempt.guess = 2;
  attempt.begin();
  attempt.end('done');
  attempt.rate({ mastery: 0 });
  attempt.rate({ pleasure: 4 });
  attempt.rate({ mastery: null });
  await vi.waitFor(() =>
    expect(calls.slice(1).map(([, input]) => input)).toEqual([
      { log: 90, outcome: 'done', ...unrated },
      { log: 90, outcome: 'done', ...unrated, mastery: 0 },
      { log: 90, outcome: 'done', ...unrated, mastery: 0, pleasure: 4 },
      { log: 90, outcome: 'done', ...unrated, pleasure: 4 },
    ]),
  );
});

it('cannot_be_ended_twice_or_before_it_was_begun', async () => {
  const attempt = new Attempt(activity, 'list', makeTimer);
  attempt.end('done');
  expect(attempt.phase).toBe('before');
  attempt.begin();
  attempt.end('stopped');
  attempt.end('done');
  expect(attempt.outcome).toBe('stopped');
});

it('is_still_being_done_after_a_look_elsewhere', () => {
  const attempt = attemptAt(activity, 'list', makeTimer);
  attempt.begin();
  expect(attemptAt(activity, 'elsewhere', makeTimer)).toBe(attempt);
  attempt.end('done');
  expect(attemptAt(activity, 'elsewhere', makeTimer)).not.toBe(attempt);
});
