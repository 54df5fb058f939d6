// Where in a pace one is after so many milliseconds. A pure function of the time gone by, so that nothing adds up.
import type { GuidedPace, PhaseKind } from '$host/generated/wire';

/** The phases of one round, in order. */
export type Cadence = GuidedPace['cadences'][number];

export interface Beat {
  kind: PhaseKind;
  /** Which phase of the round. */
  at: number;
  /** Seconds into the phase, counted aloud: one, two, three. */
  count: number;
  /** Milliseconds until the phase or the count changes. */
  changesIn: number;
}

const isRising = (kind: PhaseKind) => kind === 'in' || kind === 'sip';

function lookUp(cadence: Cadence, millis: number): { at: number; into: number } {
  const round = cadence.reduce((sum, phase) => sum + phase.millis, 0);
  let into = millis % round;
  for (const [at, phase] of cadence.entries()) {
    if (into < phase.millis) return { at, into };
    into -= phase.millis;
  }
  return { at: 0, into: 0 };
}

export function beatAt(cadence: Cadence, millis: number): Beat {
  const { at, into } = lookUp(cadence, millis);
  const { kind, millis: whole } = cadence[at] ?? { kind: 'rest', millis: 1000 };
  const toCount = 1000 - (into % 1000);
  return { kind, at, count: Math.floor(into / 1000) + 1, changesIn: Math.min(toCount, whole - into) };
}

/** How far the shape is open, 0–1: softly up with the breath in, still in the pauses, softly down with the breath out. */
export function sizeAt(cadence: Cadence, millis: number): number {
  const { at, into } = lookUp(cadence, millis);
  const kind = cadence[at]?.kind ?? 'rest';
  const lasts = (fits: (kind: PhaseKind, place: number) => boolean) =>
    cadence.reduce((sum, phase, place) => sum + (fits(phase.kind, place) ? phase.millis : 0), 0);
  const soft = (share: number) => (1 - Math.cos(Math.PI * share)) / 2;
  if (isRising(kind)) {
    const before = lasts((other, place) => isRising(other) && place < at);
    return soft((before + into) / lasts(isRising));
  }
  if (kind === 'out') return soft(1 - into / lasts((other) => other === 'out'));
  return kind === 'hold' ? 1 : 0;
}

const faster = 0.75;
const slower = 1.35;
export const tempi = ['slower', 'as_now', 'quicker'] as const;
export type Tempo = (typeof tempi)[number];

export function inTempo(cadence: Cadence, tempo: Tempo): Cadence {
  const by = { slower, as_now: 1, quicker: faster }[tempo];
  return cadence.map((phase) => ({ ...phase, millis: phase.millis * by }));
}
