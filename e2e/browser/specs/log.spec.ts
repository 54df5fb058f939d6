// What went wrong lately, under About: it is shown, copied and deleted, and holds no word of the journal.
import { damaged } from '../support/data-file.ts';
import { button } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test('where nothing went wrong, that is said', async ({ page }) => {
  await page.goto('/#/settings');
  await page.getByText(say('settings_log'), { exact: true }).click();
  await expect(page.getByText(say('settings_log_empty'))).toBeVisible();
});

test('what went wrong is shown by its codes, reached by key, copied and deleted', async ({
  page,
  program,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await damaged(program);
  await program.call('get_entry', id).catch(() => undefined);
  await page.goto('/#/settings');
  await page.getByText(say('settings_log'), { exact: true }).click();
  const log = page.getByRole('region', { name: say('settings_log_text') });
  await expect(log).toContainText('command=get_entry code=trouble damaged cause="sqlite ');
  await expect(log).not.toContainText('heron');
  await page.keyboard.press('Tab');
  await expect(log).toBeFocused();
  await button(page, say('settings_log_copy')).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await log.textContent());
  await button(page, say('settings_log_delete')).click();
  await button(page.getByRole('dialog'), say('settings_log_delete')).click();
  await expect(page.getByText(say('settings_log_empty'))).toBeVisible();
  expect(await program.call('get_log', null)).toBe('');
});
