// What became of earlier reminders: the newest first, more on request.
import type { ReminderLog } from '$host/generated/wire';
import { Live } from './live.svelte';

const atOnce = 30;

export class ReminderHistory {
  #asked = $state(atOnce);
  // One more than is shown tells whether there is more.
  #log = new Live('list_reminder_log', () => this.#asked + 1, ['reminders']);

  readonly lines: readonly ReminderLog[] | undefined = $derived(this.#log.value?.slice(0, this.#asked));

  readonly hasMore: boolean = $derived((this.#log.value?.length ?? 0) > this.#asked);

  get error() {
    return this.#log.error;
  }

  more(): void {
    this.#asked += atOnce;
  }
}
