// Settings: the look, the one reminder, the lock and the recovery key.
import type { Page } from '@playwright/test';
import { button, heading } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

const weekdays = [true, true, true, true, true, false, false];
const reminder = async (program: Program) =>
  (await program.call('get_reminders', null)).reminders[0]?.reminder;

test('theme and text size change at once and stay', async ({ page, program }) => {
  await page.goto('/#/settings');
  await page.getByRole('radio', { name: say('settings_theme_dim') }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dim');
  await page.getByRole('radio', { name: say('settings_text_150'), exact: true }).check();
  await expect(page.locator('html')).toHaveAttribute('data-text', '150');
  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/today');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dim');
  await expect(page.locator('html')).toHaveAttribute('data-text', '150');
});

test.describe('the reminder', () => {
  const turnOn = async (page: Page) => {
    await page.goto('/#/settings/reminder');
    await page.getByRole('switch', { name: say('reminder_switch') }).check();
  };
  const sentence = (
    page: Page,
    days: 'reminder_on_weekdays' | 'reminder_on_every_day',
    from: string,
    until: string,
  ) => page.getByText(say('reminder_sentence', { days: say(days), from, until }));

  test('is off until asked for, then on weekdays before noon, in a sentence', async ({ page, program }) => {
    await page.goto('/#/settings');
    await expect(page.getByRole('switch', { name: say('reminder_switch') })).not.toBeChecked();
    expect(await reminder(program)).toBeUndefined();
    await turnOn(page);
    await expect(sentence(page, 'reminder_on_weekdays', '10:00', '12:00')).toBeVisible();
    await expect(page.getByText(like('reminder_next'))).toBeVisible();
    expect(await reminder(program)).toMatchObject({
      is_on: true,
      days: weekdays,
      from_minute: 600,
      until_minute: 720,
    });
  });

  test('follows each change in its sentence and never tells the minute', async ({ page, program }) => {
    await turnOn(page);
    await page.getByLabel(say('reminder_from'), { exact: true }).fill('08:30');
    await page.getByLabel(say('reminder_until'), { exact: true }).fill('21:15');
    await button(page, say('reminder_every_day')).click();
    await expect(sentence(page, 'reminder_on_every_day', '08:30', '21:15')).toBeVisible();
    await expect
      .poll(() => reminder(program))
      .toMatchObject({ days: Array(7).fill(true), from_minute: 510, until_minute: 1275 });
    const [outlook] = (await program.call('get_reminders', null)).reminders;
    const clock = new Date(outlook!.next_at!).toTimeString().slice(0, 5);
    if (!['08:30', '21:15'].includes(clock)) await expect(page.getByText(clock)).toHaveCount(0);
  });

  test('is kept quiet for a while and starts again', async ({ page, program }) => {
    await turnOn(page);
    await button(page, say('reminder_pause_until_resumed')).click();
    await expect(page.getByText(say('reminder_paused_open'))).toBeVisible();
    expect((await program.call('get_reminders', null)).paused_until).not.toBeNull();
    await button(page, say('reminder_resume')).click();
    await expect(page.getByText(like('reminder_next'))).toBeVisible();
    expect((await program.call('get_reminders', null)).paused_until).toBeNull();
  });

  test.describe('with a window that cannot be', () => {
    test.use({ refused: ['save_reminder'] });

    test('says one sentence and stays as it was', async ({ page, program }) => {
      await turnOn(page);
      const before = await reminder(program);
      await page.getByLabel(say('reminder_until'), { exact: true }).fill('09:00');
      await expect(page.getByText(say('error_invalid_window_ends_before_it_starts'))).toBeVisible();
      expect(await reminder(program)).toEqual(before);
      await page.getByLabel(say('reminder_until'), { exact: true }).fill('11:00');
      await expect(page.getByText(say('error_invalid_window_ends_before_it_starts'))).toBeHidden();
      await expect.poll(() => reminder(program)).toMatchObject({ until_minute: 660 });
    });

    test('and with no day at all, too', async ({ page, program }) => {
      await turnOn(page);
      const days = page.getByRole('group', { name: say('reminder_days') });
      for (const name of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await button(days, name).click();
      await expect(page.getByText(say('error_invalid_no_day_chosen'))).toBeVisible();
      expect(await reminder(program)).toMatchObject({
        days: [false, false, false, false, true, false, false],
      });
    });
  });
});

test('a passphrase is put on, the journal locked, and opened again', async ({ page, program }) => {
  await page.goto('/#/settings');
  await page.getByRole('radio', { name: say('first_run_passphrase') }).click();
  await page.getByLabel(say('settings_passphrase_new')).fill('a small grey stone');
  await button(page, say('settings_lock_change')).click();
  await button(page, say('settings_lock_now')).click();
  await expect(heading(page)).toHaveText(say('lock_title'));
  await page.getByLabel(say('lock_passphrase'), { exact: true }).fill('a small grey stone');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(say('nav_settings'));
  expect(await program.call('get_status', null)).toMatchObject({ state: 'open', lock: 'passphrase' });
});

test('a recovery key is shown once and opens the journal', async ({ page, program, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await program.call('change_lock', { lock: 'passphrase', passphrase: 'a small grey stone' });
  await page.goto('/#/settings');
  await button(page, say('settings_key_make')).click();
  await button(page, say('settings_key_copy')).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page.getByRole('dialog').getByText(key, { exact: true })).toBeVisible();
  await button(page, say('settings_key_written')).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await expect(page.getByText(say('settings_key_there'))).toBeVisible();
  await program.call('lock', null);
  await program.call('unlock', { typed: key });
  expect(await program.call('get_status', null)).toMatchObject({ state: 'open', recovery_key: true });
});

test('the folder of the data is shown, and the program’s limits are said', async ({ page, program }) => {
  await page.goto('/#/settings');
  await expect(page.getByText(program.folder!, { exact: true })).toBeVisible();
  await expect(page.getByText(say('settings_about_not_medical'))).toBeVisible();
});
