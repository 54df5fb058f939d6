// The one check-in reminder: what it is set to, and when it comes next. Each change is kept at once, in order.
import { change } from '$host/client';
import type { Pause, Reminder, ReminderDraft, ReminderOutlook } from '$host/generated/wire';
import { sentence } from './errors';
import { Live } from './live.svelte';

export type Days = Reminder['days'];

export const weekdays: Days = [true, true, true, true, true, false, false];
export const everyDay: Days = [true, true, true, true, true, true, true];

/** What it is when it is first turned on: one a day, on weekdays, before noon. */
const first: ReminderDraft = {
  id: null,
  is_on: false,
  days: weekdays,
  from_minute: 10 * 60,
  until_minute: 12 * 60,
};

/** A pause without an end of its own is stored as a day that no clock reaches. */
const noEnd = '9999';

export class CheckInReminder {
  #stored = new Live('get_reminders', () => null, ['reminders', 'settings']);
  /** What is on the screen and not kept: on its way, or refused. */
  #typed = $state.raw<ReminderDraft>();
  #isSaving = false;
  /** Why what is on the screen could not be kept. */
  problem = $state<string>();

  readonly #outlook: ReminderOutlook | undefined = $derived(this.#stored.value?.reminders[0]);

  get isRead(): boolean {
    return this.#stored.value !== undefined;
  }

  get error() {
    return this.#stored.error;
  }

  readonly draft: ReminderDraft = $derived(this.#typed ?? this.#outlook?.reminder ?? first);

  /** An instant, as on the wire. */
  get nextAt(): string | null {
    return this.#outlook?.next_at ?? null;
  }

  /** An instant, as on the wire. */
  readonly pausedUntil: string | 'until_resumed' | null = $derived.by(() => {
    const until = this.#stored.value?.paused_until ?? null;
    return until?.startsWith(noEnd) ? 'until_resumed' : until;
  });

  async set(patch: Partial<ReminderDraft>): Promise<void> {
    // Turning it off always works, whatever half-typed window is on the screen.
    const kept = this.#outlook?.reminder ?? first;
    this.#typed = { ...(patch.is_on === false ? kept : this.draft), ...patch };
    if (this.#isSaving) return;
    this.#isSaving = true;
    try {
      // One save at a time; what was changed meanwhile goes next, and only the latest counts.
      let sent: ReminderDraft | undefined;
      while (this.#typed && sent !== this.#typed) {
        sent = this.#typed;
        await this.#save(sent);
      }
    } finally {
      this.#isSaving = false;
    }
  }

  async #save(draft: ReminderDraft): Promise<void> {
    const id = this.#outlook?.reminder.id ?? draft.id;
    try {
      const { is_on, days, from_minute, until_minute } = draft;
      await change('save_reminder', { id, is_on, days, from_minute, until_minute });
      await this.#stored.refresh();
      this.problem = undefined;
      if (this.#typed === draft) this.#typed = undefined;
    } catch (thrown) {
      this.problem = sentence(thrown);
    }
  }

  async pause(pause: Pause): Promise<void> {
    await this.#try(() => change('pause_reminders', pause));
  }

  async resume(): Promise<void> {
    await this.#try(() => change('resume_reminders', null));
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      await this.#stored.refresh();
      this.problem = undefined;
    } catch (thrown) {
      this.problem = sentence(thrown);
    }
  }
}
