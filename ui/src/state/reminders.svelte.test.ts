import { flushSync } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { Refused, useHost } from '$host/client';
import type { Reminder, ReminderDraft } from '$host/generated/wire';
import { CheckInReminder } from './reminders.svelte';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** A core that keeps one reminder and refuses a window that ends before it starts. */
function core() {
  let stored: Reminder | undefined;
  const saved: ReminderDraft[] = [];
  useHost({
    async call(name, input) {
      if (name === 'save_reminder') {
        const draft = input as ReminderDraft;
        saved.push(draft);
        if (draft.until_minute <= draft.from_minute) {
          throw new Refused({ code: 'invalid', invalid: { what: 'window_ends_before_it_starts' } });
        }
        stored = { ...draft, id: 1, changed_at: '2026-11-23T10:00:00Z' };
      }
      const reminders = stored ? [{ reminder: stored, next_at: null }] : [];
      return { value: { reminders, paused_until: null, waiting: null }, change: null };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
  return { saved, stored: () => stored };
}

async function start(): Promise<CheckInReminder> {
  let made: CheckInReminder | undefined;
  stop = $effect.root(() => {
    made = new CheckInReminder();
  });
  flushSync();
  await vi.waitFor(() => expect(made?.isRead).toBe(true));
  return made as CheckInReminder;
}

it('the_first_one_is_on_weekdays_before_noon', async () => {
  const { stored } = core();
  const reminder = await start();
  expect(reminder.draft.is_on).toBe(false);
  await reminder.set({ is_on: true });
  expect(reminder.problem).toBeUndefined();
  expect(stored()).toMatchObject({ is_on: true, from_minute: 600, until_minute: 720 });
  expect(stored()?.days).toEqual([true, true, true, true, true, false, false]);
});

it('quick_changes_are_kept_in_order_as_one_reminder', async () => {
  const { saved, stored } = core();
  const reminder = await start();
  await Promise.all([
    reminder.set({ is_on: true }),
    reminder.set({ until_minute: 800 }),
    reminder.set({ until_minute: 900 }),
  ]);
  await vi.waitFor(() => expect(stored()?.until_minute).toBe(900));
  expect(saved.map(({ id }) => id)).toEqual([null, 1]);
});

it('a_window_that_cannot_be_is_said_and_not_kept', async () => {
  const { stored } = core();
  const reminder = await start();
  await reminder.set({ is_on: true });
  await reminder.set({ until_minute: 540 });
  expect(reminder.problem).toMatch(/\.$/);
  expect(reminder.draft.until_minute).toBe(540);
  expect(stored()?.until_minute).toBe(720);
  await reminder.set({ is_on: false });
  expect(reminder.problem).toBeUndefined();
  expect(stored()).toMatchObject({ is_on: false, until_minute: 720 });
});
