// What stands in a journal before a test looks at it, and how its pages look.
import type { Page } from '@playwright/test';
import type { Preferences } from '../../../ui/src/host/generated/wire.ts';
import type { Program } from './program.ts';
import { checkIn, reminderOf } from './waiting.ts';

export async function prefer(program: Program, patch: Partial<Preferences>): Promise<void> {
  await program.call('set_preferences', { ...(await program.call('get_preferences', null)), ...patch });
}

/** Something of everything, so that no screen is empty. */
export async function furnish(program: Program): Promise<void> {
  const text = '# A small thing\n\nThe dog leaned on **my leg**.\n\n- tea\n- the window\n\n> warm for longer';
  const activity = {
    id: null,
    shelf: 'used_to_like',
    title: 'Walk to the corner and back',
    smaller: 'Stand at the door',
    minutes: 5,
    energy: 'low',
  } as const;
  await program.call('save_entry', { id: null, on: '2026-01-05', text: 'Rain on the window all morning.' });
  await program.call('save_entry', { id: null, on: null, text });
  const { id } = await program.call('save_activity', activity);
  const log = await program.call('start_activity', { activity: id, is_smaller: false, guess: 2 });
  const rated = { pleasure: 3, mastery: null, closeness: null };
  await program.call('finish_activity', { log: log.id, outcome: 'done', ...rated });
  await program.call('save_check_in', {
    ...{ id: null, feel: { level: 3 }, energy: 2, comfort: null },
    ...{ words: ['numb'], body: [], note: 'a line' },
  });
  await program.call('save_person', { id: null, name: 'Ona', reach: 'next door, any evening' });
  const days = [true, true, true, true, true, false, false] as const;
  await program.call('save_reminder', reminderOf(checkIn, { days: { on: 'weekdays', days: [...days] } }));
  const mark = { item: 'bed-stretch', is_favourite: false, is_left_out: true };
  await program.call('set_library_mark', mark);
  await prefer(program, { country: 'GB' });
}

/** Reminders of several kinds, quiet hours and a day off. */
export async function furnishReminders(program: Program): Promise<void> {
  const calm = { id: null, is_on: true, words: '', hides_content: true, asks_again: false, keeps_on: true };
  await program.call('save_reminder', {
    ...calm,
    about: { about: 'own_words' },
    words: 'a glass of water',
    timing: { when: 'moments', from_minute: 540, until_minute: 1080, count: 3, apart_minutes: 90 },
    days: { on: 'weekdays', days: [true, true, true, true, true, true, true] },
  });
  await program.call('save_reminder', {
    ...calm,
    about: { about: 'wind_down' },
    timing: { when: 'at', minutes: [1260, 840] },
    days: { on: 'every_n_days', every: 2, first: new Date().toISOString().slice(0, 10) },
  });
  const { rules } = await program.call('get_reminders', null);
  await program.call('set_reminder_rules', {
    ...{ ...rules, most_a_day: 3, weekdays_off: [false, false, false, false, false, false, true] },
    quiet_hours: [
      { from_minute: 1380, until_minute: 420 },
      { from_minute: 720, until_minute: 780 },
    ],
  });
}

export const themes = ['light', 'dark', 'dim', 'contrast'] as const;

/** Puts a theme on the open page. */
export async function wear(page: Page, program: Program, look: Partial<Preferences>): Promise<void> {
  await prefer(program, look);
  const html = page.locator('html');
  if (look.theme) await html.and(page.locator(`[data-theme="${look.theme}"]`)).waitFor({ state: 'attached' });
  if (look.text_size)
    await html.and(page.locator(`[data-text="${look.text_size}"]`)).waitFor({ state: 'attached' });
}
