// From one kind of timing to another, keeping of the times what fits.
import type { Timing } from '$host/generated/wire';

/** The most nudges a day that anyone can choose. */
export const mostADay = 6;
const dayEnds = 24 * 60;

/** How many may come on one day. */
export function momentsIn(timing: Timing): number {
  if (timing.when === 'at') return timing.minutes.length;
  return timing.when === 'moments' ? timing.count : 1;
}

/** A later time of the same day that is not taken yet. */
export function nextTime(minutes: readonly number[]): number {
  const last = minutes.length === 0 ? 9 * 60 : Math.max(...minutes) + 3 * 60;
  for (let minute = last; minute < dayEnds; minute += 30) if (!minutes.includes(minute)) return minute;
  for (let minute = 8 * 60; ; minute += 30) if (!minutes.includes(minute)) return minute;
}

export function asKind(timing: Timing, when: Timing['when']): Timing {
  const [from, until] =
    timing.when === 'at'
      ? [
          Math.min(timing.minutes[0] ?? 10 * 60, dayEnds - 120),
          Math.min((timing.minutes[0] ?? 600) + 120, dayEnds),
        ]
      : [timing.from_minute, timing.until_minute];
  switch (when) {
    case 'at':
      return { when, minutes: [Math.min(from, dayEnds - 1)] };
    case 'window':
      return { when, from_minute: from, until_minute: until };
    case 'moments': {
      // Two moments an hour apart need more room than a short window has.
      const isRoomy = until - from >= 4 * 60;
      return isRoomy
        ? { when, from_minute: from, until_minute: until, count: 2, apart_minutes: 60 }
        : { when, from_minute: 9 * 60, until_minute: 18 * 60, count: 2, apart_minutes: 120 };
    }
  }
}
