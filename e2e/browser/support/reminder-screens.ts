// The screens of reminders.
import { furnishReminders } from './furnishing.ts';
import { button } from './page.ts';
import { at, unfoldAll, type Screen } from './screen.ts';
import { say } from './words.ts';

export const reminderScreens: Screen[] = [
  {
    name: 'reminders, none yet',
    go: async (page, program) => {
      for (const { reminder } of (await program.call('get_reminders', null)).reminders)
        await program.call('delete_reminder', reminder.id);
      await at('reminders')(page);
      await button(page, say('reminder_begin_first')).waitFor();
    },
  },
  {
    name: 'reminders',
    go: async (page, program) => {
      await furnishReminders(program);
      await at('reminders')(page);
      await button(page, say('reminder_test_send')).click();
      await page.getByText(say('reminder_test_no_server')).waitFor();
      await unfoldAll(page);
      await page.getByText(say('reminder_history_none')).waitFor();
    },
  },
  {
    name: 'reminders, paused',
    go: async (page, program) => {
      await program.call('pause_reminders', 'until_resumed');
      await at('reminders')(page);
      await button(page, say('reminder_resume')).waitFor();
    },
  },
  {
    name: 'a new reminder',
    go: async (page) => {
      await at('reminders/new')(page);
      await button(page, say('reminder_edit_keep')).waitFor();
      await unfoldAll(page);
    },
  },
  {
    name: 'a reminder of several moments on dates',
    go: async (page) => {
      await at('reminders/1')(page);
      await page.getByRole('radio', { name: say('reminder_about_practice') }).check();
      await page.getByRole('radio', { name: say('reminder_timing_moments') }).check();
      await page.getByRole('radio', { name: say('reminder_days_dates'), exact: true }).check();
    },
  },
  {
    name: 'a reminder whose change is refused',
    refused: ['save_reminder'],
    go: async (page) => {
      await at('reminders/1')(page);
      await page.getByRole('radio', { name: say('reminder_timing_at') }).check();
      await button(page, say('reminder_time_add')).click();
      await page.getByRole('radio', { name: say('reminder_timing_window') }).check();
      await page.getByLabel(say('reminder_until'), { exact: true }).fill('06:00');
      await page.getByText(say('error_invalid_window_ends_before_it_starts')).waitFor();
    },
  },
];
