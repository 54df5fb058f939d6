// A reminder that comes, as it comes to anyone: by the clock of the program, which is put to its moment.
import { expect } from '@playwright/test';
import type { About, ReminderDraft, WaitingReminder } from '../../../ui/src/host/generated/wire.ts';
import type { Program } from './program.ts';

export const checkIn: About = { about: 'check_in' };

export function reminderOf(about: About, patch: Partial<ReminderDraft> = {}): ReminderDraft {
  return {
    ...{ id: null, is_on: true, about, words: '', hides_content: false, asks_again: false, keeps_on: false },
    timing: { when: 'window', from_minute: 600, until_minute: 720 },
    days: { on: 'weekdays', days: [true, true, true, true, true, true, true] },
    ...patch,
  };
}

/** For what must be shown not to happen: nothing else may stand still for a time, since a time is no condition. */
export const letPass = (milliseconds: number, why: string) =>
  // eslint-disable-next-line no-restricted-syntax -- the one place
  new Promise<string>((done) => setTimeout(() => done(why), milliseconds));

/** Saves a reminder for some moment after noon, and lets it be that moment. */
export async function remindSoon(
  program: Program,
  about: About,
  patch: Partial<ReminderDraft> = {},
): Promise<void> {
  const { rules } = await program.call('get_reminders', null);
  await program.call('set_reminder_rules', { ...rules, quiet_hours: [] });
  const noon = new Date();
  noon.setHours(12, 0, 0, 0);
  await program.setClock(noon);
  const timing = { when: 'window', from_minute: 721, until_minute: 724 } as const;
  const { id } = await program.call('save_reminder', reminderOf(about, { timing, ...patch }));
  const { reminders } = await program.call('get_reminders', null);
  const next = reminders.find(({ reminder }) => reminder.id === id)?.next_at;
  if (!next) throw new Error('the reminder does not come');
  await program.setClock(new Date(next));
}

/** The reminder that waits. */
export async function waitingFor(
  program: Program,
  about: About,
  patch: Partial<ReminderDraft> = {},
): Promise<WaitingReminder> {
  await remindSoon(program, about, patch);
  let found: WaitingReminder | undefined;
  await expect
    .poll(async () => {
      const { waiting } = await program.call('get_reminders', null);
      return (found = waiting.find((one) => one.about.about === about.about));
    })
    .toBeDefined();
  return found!;
}
