// Settings: the look, the way to reminders, the lock and the recovery key.
import { button, heading } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

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

test('reminders are summed up in a sentence, and have a page of their own', async ({ page, program }) => {
  await page.goto('/#/settings/reminder');
  await expect(page.getByText(say('reminder_summary_none'))).toBeVisible();
  await page.getByRole('link', { name: say('reminder_open') }).click();
  await expect(heading(page)).toHaveText(say('reminder_title'));
  await button(page, say('reminder_begin_first')).click();
  await expect(page.getByText(like('reminder_next'))).toBeVisible();
  await page.goto('/#/settings/reminder');
  const summary = say('reminder_summary_on', { n: 1 });
  await expect(page.getByText(summary)).toBeInViewport();
  await program.call('pause_reminders', 'until_resumed');
  await expect(page.getByText(say('reminder_paused_open'))).toBeVisible();
});

test('the icon in the tray can be left out, and closing the window is said', async ({ page, program }) => {
  await page.goto('/#/settings');
  await expect(page.getByText(say('settings_closing_ends'))).toBeVisible();
  await page.getByRole('switch', { name: say('settings_tray') }).uncheck();
  await expect.poll(() => program.call('get_preferences', null)).toMatchObject({ tray_icon: false });
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

test('everything is encrypted anew, and a new recovery key is shown', async ({ page, program }) => {
  await program.call('change_lock', { lock: 'passphrase', passphrase: 'a small grey stone' });
  const former = await program.call('make_recovery_key', null);
  await page.goto('/#/settings');
  await button(page, say('settings_anew')).click();
  await expect(page.getByText(say('settings_anew_key'))).toBeVisible();
  await page.getByLabel(say('settings_passphrase_new')).fill('another grey stone');
  await button(page, say('settings_anew')).click();
  const shown = page.getByRole('dialog', { name: say('settings_key_title') });
  await expect(shown).toBeVisible();
  await expect(page.getByText(say('settings_anew_done_key'))).toBeVisible();
  const key = await shown.locator('.key').innerText();
  await button(page, say('settings_key_written')).click();
  await expect(page.getByText(say('settings_key_there'))).toBeVisible();
  await page.goto('about:blank');
  await program.restart();
  for (const old of ['a small grey stone', former])
    await expect(program.call('unlock', { typed: old })).rejects.toThrow('wrong_passphrase');
  await program.call('unlock', { typed: key });
  await program.call('lock', null);
  await program.call('unlock', { typed: 'another grey stone' });
});

test('a lock is left as it is, and so is the key of the data', async ({ page, program }) => {
  await page.goto('/#/settings');
  await button(page, say('settings_anew')).click();
  await expect(page.getByRole('switch', { name: say('settings_anew_too') })).toBeChecked();
  await button(page, say('settings_lock_leave')).click();
  await expect(button(page, say('settings_anew'))).toBeVisible();
  await page.getByRole('radio', { name: like('first_run_passphrase') }).check();
  await expect(page.getByRole('switch', { name: say('settings_anew_too') })).not.toBeChecked();
  await expect(button(page, say('settings_lock_change'))).toBeVisible();
  expect(await program.call('get_status', null)).toMatchObject({ lock: 'none' });
});

test('the folder of the data is shown, and the program’s limits are said', async ({ page, program }) => {
  await page.goto('/#/settings');
  await expect(page.getByText(program.folder!, { exact: true })).toBeVisible();
  await expect(page.getByText(say('settings_about_not_medical'))).toBeVisible();
});
