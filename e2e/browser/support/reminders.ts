// What the tests of reminders share: the gentle first one, and what the core has kept.
import type { Locator, Page } from '@playwright/test';
import type { ReminderDraft } from '../../../ui/src/host/generated/wire.ts';
import type { Program } from './program.ts';
import { say } from './words.ts';

export const gentle: ReminderDraft = {
  ...{ id: null, is_on: true, words: '', hides_content: true, asks_again: false, keeps_on: false },
  about: { about: 'check_in' },
  timing: { when: 'window', from_minute: 600, until_minute: 720 },
  days: { on: 'weekdays', days: [true, true, true, true, true, false, false] },
};

export const morning = say('reminder_some_time', { from: '10:00', until: '12:00' });
export const checkIn = say('reminder_is_check_in');
export const sentence = (days: string, times: string, what: string) => [what, days, times].join(' · ');

export const stored = async (program: Program) =>
  (await program.call('get_reminders', null)).reminders[0]?.reminder;
export const rules = async (program: Program) => (await program.call('get_reminders', null)).rules;

export const radio = (place: Page | Locator, name: string) => place.getByRole('radio', { name, exact: true });
export const field = (place: Page | Locator, name: string) => place.getByLabel(name, { exact: true });
