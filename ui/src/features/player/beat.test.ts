import { describe, expect, it } from 'vitest';
import { beatAt, inTempo, sizeAt, type Cadence } from './beat';

const fourSix: Cadence = [
  { kind: 'in', millis: 4000 },
  { kind: 'out', millis: 6000 },
];
const square: Cadence = [
  { kind: 'in', millis: 3000 },
  { kind: 'hold', millis: 1000 },
  { kind: 'out', millis: 3000 },
  { kind: 'rest', millis: 1000 },
];
const sigh: Cadence = [
  { kind: 'in', millis: 2000 },
  { kind: 'sip', millis: 1000 },
  { kind: 'out', millis: 6000 },
];

describe('beatAt', () => {
  it('counts_up_in_each_phase_and_begins_again', () => {
    expect(beatAt(fourSix, 0)).toEqual({ kind: 'in', at: 0, count: 1, changesIn: 1000 });
    expect(beatAt(fourSix, 3_400)).toEqual({ kind: 'in', at: 0, count: 4, changesIn: 600 });
    expect(beatAt(fourSix, 4_000)).toMatchObject({ kind: 'out', count: 1 });
    expect(beatAt(fourSix, 9_999)).toMatchObject({ kind: 'out', count: 6, changesIn: 1 });
    expect(beatAt(fourSix, 300_000)).toMatchObject({ kind: 'in', count: 1 });
  });

  it('ends_a_phase_of_half_a_second_more_where_it_ends', () => {
    const even: Cadence = [
      { kind: 'in', millis: 5500 },
      { kind: 'out', millis: 5500 },
    ];
    expect(beatAt(even, 5_200)).toMatchObject({ kind: 'in', changesIn: 300 });
    expect(beatAt(even, 5_500)).toMatchObject({ kind: 'out', count: 1, changesIn: 1000 });
  });
});

describe('sizeAt', () => {
  it('is_still_in_the_pauses_and_never_leaps', () => {
    expect([3_000, 3_900].map((at) => sizeAt(square, at))).toEqual([1, 1]);
    expect([7_000, 7_900].map((at) => sizeAt(square, at))).toEqual([0, 0]);
    for (const cadence of [fourSix, square, sigh]) {
      const sizes = Array.from({ length: 2_000 }, (_, at) => sizeAt(cadence, at * 10));
      const leaps = sizes.slice(1).map((size, at) => Math.abs(size - (sizes[at] ?? 0)));
      expect(Math.max(...leaps)).toBeLessThan(0.02);
      expect(Math.max(...sizes)).toBeCloseTo(1, 2);
      expect(Math.min(...sizes)).toBeCloseTo(0, 2);
    }
  });

  it('grows_on_in_a_second_sip', () => {
    expect(sizeAt(sigh, 2_500)).toBeGreaterThan(sizeAt(sigh, 1_900));
  });
});

it('a_slower_tempo_lasts_longer_and_a_quicker_one_less', () => {
  const tap: Cadence = [
    { kind: 'left', millis: 1000 },
    { kind: 'right', millis: 1000 },
  ];
  expect(inTempo(tap, 'as_now')).toEqual(tap);
  expect(inTempo(tap, 'slower')[0]?.millis).toBeGreaterThan(1000);
  expect(inTempo(tap, 'quicker')[0]?.millis).toBeLessThan(1000);
});
