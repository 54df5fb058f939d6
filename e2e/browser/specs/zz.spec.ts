import { button } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';
test('race', async ({ page, program }) => {
  await page.goto('/#/settings/reminder');
  await page.getByRole('switch', { name: say('reminder_switch') }).check();
  await expect(page.getByText('Next:')).toBeVisible();
  await page.route('**/api/get_reminders', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  const days = page.getByRole('group', { name: say('reminder_days') });
  const saved = page.waitForResponse('**/api/save_reminder');
  await button(days, 'Mon').click();
  await saved;
  await page.waitForTimeout(300);
  await program.call('resume_reminders', null);
  for (let i = 0; i < 12; i++) { console.log(i, await button(days, 'Mon').getAttribute('aria-pressed')); await page.waitForTimeout(100); }
});
