// A moment to come, as a civil day and a minute of it: the evening one means, and when a moment is, here.
import { addDays, dayOf } from './civil';

export interface Slot {
  on: string;
  minute: number;
}

/** When the evening is, in minutes after midnight; and until when "this evening" is still ahead. */
const evening = 19 * 60;
const lastCall = 18 * 60 + 30;

/** The evening one would mean by now. */
export function nextEvening(now: Date): Slot & { isToday: boolean } {
  const today = dayOf(now);
  const isToday = now.getHours() * 60 + now.getMinutes() < lastCall;
  return { on: isToday ? today : addDays(today, 1), minute: evening, isToday };
}

/** When it is, in milliseconds. A time that a clock change skips is the first after it. */
export function timeOf({ on, minute }: Slot): number {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(year, month - 1, day, 0, minute).getTime();
}
