// A reminder that comes within seconds, as it comes to anyone: by the clock of the program, without being asked for.
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

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The minute of the day, with two more after it in the same day. */
async function minuteNow(): Promise<number> {
  for (;;) {
    const now = new Date();
    const minute = now.getHours() * 60 + now.getMinutes();
    if (minute + 3 <= 24 * 60) return minute;
    await sleep(1_000);
  }
}

/** Saves a reminder for the current minute and the next two, and makes it anew until its moment is near. */
export async function remindSoon(
  program: Program,
  about: About,
  patch: Partial<ReminderDraft> = {},
): Promise<void> {
  const { rules } = await program.call('get_reminders', null);
  await program.call('set_reminder_rules', { ...rules, quiet_hours: [] });
  for (;;) {
    const minute = await minuteNow();
    const timing = { when: 'window', from_minute: minute, until_minute: minute + 3 } as const;
    const { id } = await program.call('save_reminder', reminderOf(about, { timing, ...patch }));
    const { reminders } = await program.call('get_reminders', null);
    const next = reminders.find(({ reminder }) => reminder.id === id)?.next_at;
    if (next && Date.parse(next) - Date.now() < 3_000) return;
    await program.call('delete_reminder', id);
  }
}

/** The reminder that waits, once one does. */
export async function waitingFor(
  program: Program,
  about: About,
  patch: Partial<ReminderDraft> = {},
): Promise<WaitingReminder> {
  await remindSoon(program, about, patch);
  for (;;) {
    const { waiting } = await program.call('get_reminders', null);
    const found = waiting.find((one) => one.about.about === about.about);
    if (found) return found;
    await sleep(200);
  }
}
