// Times that were measured, for people to judge.

/** The time within which this part of them lies, from 0 to 1. */
export function within(taken: readonly number[], part: number): string {
  const sorted = taken.toSorted((a, b) => a - b);
  return `${sorted[Math.round((sorted.length - 1) * part)]?.toFixed(1)} ms`;
}
