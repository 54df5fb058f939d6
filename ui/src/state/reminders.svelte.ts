// The reminders and what holds for all of them: read, kept true, and changed one at a time.
import { change, type Changed } from '$host/client';
import type { Pause, Reminder, ReminderDraft, ReminderId, ReminderOutlook } from '$host/generated/wire';
import { clockAt, type ClockFace } from '$lib/civil';
import { Live } from './live.svelte';
import { today } from './today.svelte';

export type WeekdayFlags = [boolean, boolean, boolean, boolean, boolean, boolean, boolean];

export const weekdays: WeekdayFlags = [true, true, true, true, true, false, false];
export const everyDay: WeekdayFlags = [true, true, true, true, true, true, true];

/** The gentle first one: a check-in, on weekdays, before noon. */
export const first = {
  id: null,
  is_on: true,
  about: { about: 'check_in' },
  timing: { when: 'window', from_minute: 10 * 60, until_minute: 12 * 60 },
  days: { on: 'weekdays', days: weekdays },
  words: '',
  hides_content: true,
  asks_again: false,
  keeps_on: false,
} as const satisfies Readonly<ReminderDraft>;

/** A pause without an end of its own is stored as a day that no clock reaches. */
const noEnd = '9999';

/** Make one while a component starts. */
export class Reminders {
  #stored = new Live('get_reminders', () => null, ['reminders', 'settings', 'activities']);

  constructor() {
    // The days ahead begin anew at midnight.
    let seen: string | undefined;
    $effect(() => {
      if (!this.value) return;
      const { on } = this.clock;
      if (seen !== undefined && seen !== on) void this.refresh();
      seen = on;
    });
  }

  get value() {
    return this.#stored.value;
  }

  get error() {
    return this.#stored.error;
  }

  refresh(): Promise<void> {
    return this.#stored.refresh();
  }

  /** Where times are taken to be. */
  readonly zone: string = $derived(this.value?.zone ?? 'UTC');

  /** What the clock and the calendar show there now. */
  readonly clock: ClockFace = $derived(clockAt(today.now, this.zone));

  readonly list: readonly ReminderOutlook[] = $derived(this.value?.reminders ?? []);

  /** Something may come: then the program stays when its window closes. */
  readonly isAnyOn: boolean = $derived(
    (this.value?.rules.is_on ?? false) && this.list.some(({ reminder }) => reminder.is_on),
  );

  /** An instant, as on the wire. */
  readonly pausedUntil: string | 'until_resumed' | null = $derived.by(() => {
    const until = this.value?.paused_until ?? null;
    return until?.startsWith(noEnd) ? 'until_resumed' : until;
  });

  find(id: ReminderId | null): ReminderOutlook | undefined {
    return this.list.find(({ reminder }) => reminder.id === id);
  }
}

export function draftOf(reminder: Reminder): ReminderDraft {
  const { id, is_on, about, timing, days, words, hides_content, asks_again, keeps_on } = reminder;
  return { id, is_on, about, timing, days, words, hides_content, asks_again, keeps_on };
}

export function saveReminder(draft: ReminderDraft): Promise<Changed<Reminder>> {
  return change('save_reminder', draft);
}

export function turnReminder(reminder: Reminder, isOn: boolean): Promise<Changed<Reminder>> {
  return saveReminder({ ...draftOf(reminder), is_on: isOn });
}

export function quietenReminder({ id }: Reminder): Promise<Changed<Reminder>> {
  return change('quieten_reminder', id);
}

/** Back to how it was set. */
export function wakeReminder({ id }: Reminder): Promise<Changed<null>> {
  return change('wake_reminder', id);
}

export function deleteReminder({ id }: Reminder): Promise<Changed<null>> {
  return change('delete_reminder', id);
}

export function pauseReminders(pause: Pause): Promise<Changed<null>> {
  return change('pause_reminders', pause);
}

export function resumeReminders(): Promise<Changed<null>> {
  return change('resume_reminders', null);
}

export function testNotification(): Promise<Changed<null>> {
  return change('test_notification', null);
}
