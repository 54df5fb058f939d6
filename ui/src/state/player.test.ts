// Facts about playing a routine: every press, from every phase, and what of it reaches the core.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { Routine } from '$host/generated/wire';
import type { Timer } from './doing';
import { Player, playerOf, playing } from './player.svelte';

const routine: Routine = {
  id: 7,
  seed_key: null,
  title: 'Warm water',
  summary: '',
  minutes: 5,
  energy: 'low',
  cautions: [],
  steps: [
    { id: 1, text: 'Choose.', seconds: null },
    { id: 2, text: 'Listen.', seconds: 60 },
    { id: 3, text: 'Dry slowly.', seconds: null },
  ],
};

let calls: [string, unknown][];
let timers: { seconds: number; starts: number; stops: number }[];

function makeTimer(seconds: number): Timer {
  const made = { seconds, starts: 0, stops: 0 };
  timers.push(made);
  return {
    remaining: seconds,
    total: seconds,
    running: false,
    start: () => void made.starts++,
    pause: () => undefined,
    stop: () => void made.stops++,
  };
}
const started = () => {
  const player = new Player(routine, 'list', makeTimer);
  player.begin();
  return player;
};
const kept = (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input);
const settled = () => vi.waitFor(() => expect(kept('finish_routine')).toHaveLength(1));

beforeEach(() => {
  calls = [];
  timers = [];
  playing.timersStart = false;
  useHost({
    call: async (name, input) => {
      calls.push([name, input]);
      return { value: name === 'start_routine' ? { id: 40 } : null, change: null };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});

describe('Player', () => {
  it('does_nothing_before_it_is_begun', () => {
    const player = new Player(routine, 'list', makeTimer);
    player.done();
    player.skip();
    player.back();
    player.stop();
    player.madeItWorse();
    expect(player.phase).toBe('before');
    expect(calls).toEqual([]);
  });

  it('goes_step_by_step_and_tells_the_core_in_that_order', async () => {
    const player = started();
    expect(player.step?.id).toBe(1);
    player.done();
    player.skip();
    player.done();
    expect(player.phase).toBe('over');
    expect(player.ending).toBe('finished');
    await settled();
    expect(calls).toEqual([
      ['start_routine', 7],
      ['mark_step', { run: 40, step: 1, outcome: 'done' }],
      ['mark_step', { run: 40, step: 2, outcome: 'skipped' }],
      ['mark_step', { run: 40, step: 3, outcome: 'done' }],
      ['finish_routine', { run: 40, outcome: 'finished' }],
    ]);
  });

  it('goes_back_but_not_before_the_first_step_and_marks_anew', async () => {
    const player = started();
    player.back();
    expect(player.at).toBe(0);
    player.done();
    player.back();
    expect(player.at).toBe(0);
    player.skip();
    await vi.waitFor(() =>
      expect(kept('mark_step')).toEqual([
        { run: 40, step: 1, outcome: 'done' },
        { run: 40, step: 1, outcome: 'skipped' },
      ]),
    );
  });

  it('stops_at_once_and_marks_no_step', async () => {
    const player = started();
    player.stop();
    expect([player.phase, player.ending]).toEqual(['over', 'stopped']);
    await settled();
    expect(kept('mark_step')).toEqual([]);
    expect(kept('finish_routine')).toEqual([{ run: 40, outcome: 'stopped' }]);
  });

  it('ends_at_once_when_it_made_things_worse', async () => {
    const player = started();
    player.done();
    player.madeItWorse();
    expect([player.phase, player.ending]).toEqual(['over', 'made_worse']);
    await settled();
    expect(kept('finish_routine')).toEqual([{ run: 40, outcome: 'stopped' }]);
  });

  it('ends_only_once', async () => {
    const player = started();
    player.stop();
    player.madeItWorse();
    player.done();
    expect(player.ending).toBe('stopped');
    await settled();
  });

  it('makes_a_timer_only_for_a_step_that_has_one_and_lets_the_person_start_it', () => {
    const player = started();
    expect(player.timer).toBeUndefined();
    player.done();
    expect(timers).toEqual([{ seconds: 60, starts: 0, stops: 0 }]);
    player.done();
    expect(player.timer).toBeUndefined();
    expect(timers[0]?.stops).toBe(1);
  });

  it('starts_timers_by_itself_when_asked_to', () => {
    playing.timersStart = true;
    started().done();
    expect(timers[0]?.starts).toBe(1);
  });

  it('stops_the_timer_when_it_is_stopped', () => {
    const player = started();
    player.done();
    player.stop();
    expect(timers[0]?.stops).toBe(1);
  });
});

describe('playerOf', () => {
  it('comes_back_to_the_same_step_but_begins_anew_once_it_is_over', () => {
    const first = playerOf(routine, 'list', makeTimer);
    expect(playerOf(routine, 'list', makeTimer)).not.toBe(first);
    const second = playerOf(routine, 'list', makeTimer);
    second.begin();
    second.done();
    expect(playerOf(routine, 'elsewhere', makeTimer)).toBe(second);
    expect(second.origin).toBe('list');
    second.stop();
    expect(playerOf(routine, 'elsewhere', makeTimer)).not.toBe(second);
  });
});
