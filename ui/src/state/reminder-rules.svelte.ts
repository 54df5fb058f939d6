// The rules over all reminders as they are set: each change is kept at once; a refused one stays on the screen.
import { change } from '$host/client';
import type { ReminderRules } from '$host/generated/wire';
import type { Reminders } from './reminders.svelte';
import { onLeaving, Saver } from './saver.svelte';

const none: ReminderRules = {
  is_on: true,
  most_a_day: 1,
  quiet_hours: [],
  weekdays_off: [false, false, false, false, false, false, false],
  dates_off: [],
  waits: true,
};

export class RulesForAll {
  #reminders: Reminders;
  #typed = $state.raw<ReminderRules>();
  #saver = new Saver(() => this.#keep());

  /** Make one while a component starts. */
  constructor(reminders: Reminders) {
    this.#reminders = reminders;
    onLeaving(() => this.#saver.flush());
  }

  readonly #stored: ReminderRules = $derived.by(() => this.#reminders.value?.rules ?? none);

  readonly rules: ReminderRules = $derived(this.#typed ?? this.#stored);

  /** Why what is on the screen could not be kept. */
  get problem(): string | undefined {
    return this.#saver.problem;
  }

  set(patch: Partial<ReminderRules>): void {
    // The one switch always works, whatever half-typed thing is on the screen.
    const from = 'is_on' in patch && this.problem !== undefined ? this.#stored : this.rules;
    this.#typed = { ...from, ...patch };
    this.#saver.touch();
  }

  async #keep(): Promise<void> {
    const sent = this.#typed;
    if (!sent) return;
    await change('set_reminder_rules', sent);
    await this.#reminders.refresh();
    if (this.#typed === sent) this.#typed = undefined;
  }
}
