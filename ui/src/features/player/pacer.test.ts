// How exact a pace is over five minutes, on a machine whose timers all come late.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuidedPace } from '$host/generated/wire';
import { Ticker } from '$kit/ticker.svelte';
import { Player, type Playable } from '$state/player.svelte';
import type { Cadence } from './beat';
import { Pacer } from './pacer.svelte';

const allowed = 50;
const minutes = 5;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Every timer comes up to this late, by a fixed pattern. */
function beLate(most: number) {
  const inTime = setTimeout;
  let turn = 0;
  vi.stubGlobal('setTimeout', (act: () => void, wait: number) => {
    turn = (turn * 31 + 17) % 101;
    return inTime(act, wait + (turn / 100) * most);
  });
}

function paced(cadence: Cadence, stepSeconds: number[]): Playable {
  const seconds = stepSeconds.reduce((sum, each) => sum + each, 0);
  const pace: GuidedPace = { seconds, is_watched: false, cadences: [cadence] };
  const steps = stepSeconds.map((each, place) => ({
    ...{ place, text: String(place), seconds: each, pace, marks: null },
  }));
  return { of: { item: 'a-pace' }, title: '', steps, flows: true };
}

it.each([
  {
    name: '4 in, 6 out',
    cadence: [
      { kind: 'in', millis: 4000 },
      { kind: 'out', millis: 6000 },
    ],
  },
  {
    name: '5.5 in, 5.5 out',
    cadence: [
      { kind: 'in', millis: 5500 },
      { kind: 'out', millis: 5500 },
    ],
  },
  {
    name: '3, 1, 3, 1',
    cadence: [
      { kind: 'in', millis: 3000 },
      { kind: 'hold', millis: 1000 },
      { kind: 'out', millis: 3000 },
      { kind: 'rest', millis: 1000 },
    ],
  },
] satisfies { name: string; cadence: Cadence }[])(
  'is_exact_to_50_ms_over_five_minutes_and_seven_steps: $name',
  ({ cadence }) => {
    beLate(45);
    const player = new Player(paced(cadence, [20, 60, 60, 60, 60, 30, 10]), {}, 'list', (seconds, onend) => {
      return new Ticker(seconds, onend);
    });
    const began = performance.now();
    player.begin();
    const pacer = new Pacer(cadence, () => player.paceFrom + (player.timer?.elapsed() ?? 0));
    pacer.run();
    // The moments at which the words change, as a person sees them.
    const seen: { at: number; when: number }[] = [];
    let last = pacer.beat;
    while (performance.now() - began < minutes * 60_000) {
      vi.advanceTimersByTime(1);
      if (pacer.beat.at !== last.at) seen.push({ at: pacer.beat.at, when: performance.now() - began });
      last = pacer.beat;
    }
    pacer.stop();

    const due: number[] = [];
    for (let at = 0, when = 0; ; at += 1) {
      when += cadence[at % cadence.length]?.millis ?? 0;
      if (when >= minutes * 60_000) break;
      due.push(when);
    }
    expect(seen.length).toBe(due.length);
    const late = seen.map(({ when }, at) => Math.abs(when - (due[at] ?? 0)));
    expect(Math.max(...late)).toBeLessThanOrEqual(allowed);
    // The lateness of one change is not handed on to the next.
    expect(Math.min(...late.slice(-10))).toBeLessThan(20);
  },
);
