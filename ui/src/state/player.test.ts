// Facts about going through steps: every press, from every phase, and what of it reaches the core.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { GuidedPace, LibraryItem, Routine } from '$host/generated/wire';
import { idOf } from '../test-ids';
import type { Timer } from './doing';
import { itemSteps, keepingOfRoutine, leftOutZones, playRoutine, zonesOf } from './playables.svelte';
import { Player, playerOf, playing, type Playable } from './player.svelte';

const routine: Routine = {
  id: idOf(7),
  seed_key: null,
  title: 'Warm water',
  summary: '',
  minutes: 5,
  energy: 'low',
  cautions: [],
  is_left_out: false,
  steps: [
    { id: idOf(1), text: 'Choose.', seconds: null },
    { id: idOf(2), text: 'Listen.', seconds: 60 },
    { id: idOf(3), text: 'Dry slowly.', seconds: null },
  ],
};

let calls: [string, unknown][];
let timers: { seconds: number; starts: number; stops: number; end: (at: number) => void }[];

function makeTimer(seconds: number, onend?: (at: number) => void): Timer {
  const made = { seconds, starts: 0, stops: 0, end: (at: number) => onend?.(at) };
  timers.push(made);
  return {
    remaining: seconds,
    total: seconds,
    running: false,
    start: () => void made.starts++,
    pause: () => undefined,
    stop: () => void made.stops++,
    elapsed: () => 0,
  };
}
const made = () => new Player(playRoutine(routine), keepingOfRoutine(routine), 'list', makeTimer);
const started = () => {
  const player = made();
  player.begin();
  return player;
};
const kept = (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input);
const settled = () => vi.waitFor(() => expect(kept('finish_routine')).toHaveLength(1));

beforeEach(() => {
  calls = [];
  timers = [];
  playing.goesOn = undefined;
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
    const player = made();
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
    expect(player.step?.text).toBe('Choose.');
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

  it('ends_at_once_when_it_made_things_worse_and_is_not_suggested_again', async () => {
    const player = started();
    player.done();
    player.madeItWorse();
    expect([player.phase, player.ending]).toEqual(['over', 'made_worse']);
    await vi.waitFor(() => expect(kept('mark_routine')).toEqual([{ routine: 7, is_left_out: true }]));
    expect(kept('finish_routine')).toEqual([{ run: 40, outcome: 'stopped' }]);
  });

  it('may_turn_out_to_have_made_things_worse_at_its_end', async () => {
    const player = started();
    routine.steps.forEach(() => player.done());
    player.madeItWorse();
    expect(player.ending).toBe('made_worse');
    await vi.waitFor(() => expect(kept('mark_routine')).toHaveLength(1));
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
    expect(timers).toMatchObject([{ seconds: 60, starts: 0, stops: 0 }]);
    player.done();
    expect(player.timer).toBeUndefined();
    expect(timers[0]?.stops).toBe(1);
  });

  it('lets_timed_steps_follow_each_other_when_asked_to', async () => {
    const player = started();
    player.done();
    timers[0]?.end(0);
    expect(player.at).toBe(1);
    player.setGoesOn(true);
    expect(timers[0]?.starts).toBe(1);
    timers[0]?.end(0);
    expect(player.at).toBe(2);
    await vi.waitFor(() => expect(kept('mark_step')).toHaveLength(2));
  });

  it('stops_the_timer_when_it_is_stopped', () => {
    const player = started();
    player.done();
    player.stop();
    expect(timers[0]?.stops).toBe(1);
  });
});

describe('a pace', () => {
  const pace: GuidedPace = { seconds: 40, is_watched: false, cadences: [[]] };
  const thing: Playable = {
    of: { item: 'a-breath' },
    title: '',
    flows: true,
    steps: [null, pace, pace].map((pace, place) => ({ place, text: '', seconds: 20, pace, marks: null })),
  };

  it('runs_on_from_step_to_step_and_begins_anew_where_one_went_by_hand', () => {
    const player = new Player(thing, {}, 'list', makeTimer);
    player.begin();
    expect(player.goesOn).toBe(true);
    timers[0]?.end(20_000);
    expect(player.paceFrom).toBe(0);
    timers[1]?.end(40_000);
    expect([player.at, player.paceFrom]).toEqual([2, 20_000]);
    player.back();
    player.done();
    expect([player.at, player.paceFrom]).toEqual([2, 0]);
  });
});

describe('an item', () => {
  const step = { seconds: null, pace: null, marks: null };
  const item = {
    steps: [
      { ...step, text: 'Hands.', zone: 'hands' },
      { ...step, text: 'Feet.', zone: 'feet' },
      { ...step, text: 'Hands again.', zone: 'hands' },
      { ...step, text: 'Look.', zone: null },
    ],
    paces: [],
  } as unknown as LibraryItem;

  it('is_gone_through_without_what_is_left_out_and_its_places_stay', () => {
    expect(zonesOf(item)).toEqual(['hands', 'feet']);
    leftOutZones.add('hands');
    const steps = itemSteps(item);
    leftOutZones.clear();
    expect(steps.map(({ place }) => place)).toEqual([1, 3]);
    const player = new Player({ of: { item: 'x' }, title: '', steps, flows: false }, {}, 'list', makeTimer);
    // Where one stopped may be what is now left out: one begins after it.
    player.begin(2);
    expect(player.step?.text).toBe('Look.');
  });
});

describe('playerOf', () => {
  const openAt = (origin: 'list' | 'elsewhere') =>
    playerOf(playRoutine(routine), keepingOfRoutine(routine), origin, makeTimer);

  it('comes_back_to_the_same_step_but_begins_anew_once_it_is_over', () => {
    const first = openAt('list');
    expect(openAt('list')).not.toBe(first);
    const second = openAt('list');
    second.begin();
    second.done();
    expect(openAt('elsewhere')).toBe(second);
    expect(second.origin).toBe('list');
    second.stop();
    expect(openAt('elsewhere')).not.toBe(second);
  });
});
