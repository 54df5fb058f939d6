// Parked worries: those whose time has come, and those that are still out of sight.
import { change, type Changed } from '$host/client';
import type { ParkedWorry, WorryDraft } from '$host/generated/wire';
import { timeOf } from '$lib/slots';
import { Live } from './live.svelte';

export class Worries {
  #live = new Live('list_worries', () => null, ['worries']);

  /** Make one while a component starts. It reads again when the next time comes, and when one comes back to it. */
  constructor() {
    $effect(() => {
      const next = this.#live.value?.parked[0];
      if (!next) return;
      const look = () => void this.#live.refresh();
      // A long wait is taken in parts: a timer cannot hold weeks, and computers sleep.
      const wait = Math.max(1_000, Math.min(timeOf(next) - Date.now(), 30 * 60_000));
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
