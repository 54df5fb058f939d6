// Parked worries: those whose time has come, and those that are still out of sight.
import { change, type Changed } from '$host/client';
import type { ParkedWorry, WorryDraft } from '$host/generated/wire';
import { addDays, dayNow } from '$lib/civil';
import { Live } from './live.svelte';

/** When the evening is, in minutes after midnight; and until when "this evening" is still ahead. */
const evening = 19 * 60;
const lastCall = 18 * 60 + 30;

export interface Slot {
  on: string;
  minute: number;
}

/** The evening one would mean by now, and the one after it. */
export function evenings(now = new Date()): { next: Slot; isToday: boolean } {
  const isToday = now.getHours() * 60 + now.getMinutes() < lastCall;
  return { next: { on: isToday ? dayNow() : addDays(dayNow(), 1), minute: evening }, isToday };
}

export function slotTime({ on, minute }: Slot): Date {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)), hour, rest);
}

export class Worries {
  #live = new Live('list_worries', () => null, ['worries']);

  /** Make one while a component starts. It reads again when the next time comes, and when one comes back to it. */
  constructor() {
    $effect(() => {
      const next = this.#live.value?.parked[0];
      if (!next) return;
      const look = () => void this.#live.refresh();
      // A long wait is taken in parts: a timer cannot hold weeks, and computers sleep.
      const wait = Math.max(1_000, Math.min(slotTime(next).getTime() - Date.now(), 30 * 60_000));
      const timer = setTimeout(look, wait);
      addEventListener('focus', look);
      return () => {
        clearTimeout(timer);
        removeEventListener('focus', look);
      };
    });
  }

  get waiting(): readonly ParkedWorry[] {
    return this.#live.value?.waiting ?? [];
  }

  get parked(): readonly ParkedWorry[] {
    return this.#live.value?.parked ?? [];
  }

  park(draft: WorryDraft): Promise<Changed<ParkedWorry>> {
    return change('park_worry', draft);
  }

  letGo(worry: ParkedWorry): Promise<Changed<null>> {
    return change('let_worry_go', worry.id);
  }
}
