// Parked worries: those whose time has come, and those that are still out of sight.
import { change, type Changed } from '$host/client';
import type { ParkedWorry, WorryDraft } from '$host/generated/wire';
import { timeOf } from '$lib/slots';
import { Live } from './live.svelte';
import { lookAgain } from './today.svelte';

export class Worries {
  #live = new Live('list_worries', () => null, ['worries']);

  /** Make one while a component starts. It reads again when the next time comes, and when one comes back to it. */
  constructor() {
    $effect(() => {
      const next = this.#live.value?.parked[0];
      if (!next) return;
      const wait = () => timeOf(next) - Date.now();
      const look = () => void (wait() <= 0 && this.#live.refresh());
      const stopLooking = lookAgain(look);
      // A timer cannot hold weeks.
      const timer = setTimeout(look, Math.max(1_000, Math.min(wait(), 30 * 60_000)));
      return () => {
        clearTimeout(timer);
        stopLooking();
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
