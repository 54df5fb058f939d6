// A page of a language that runs from right to left is the same page, mirrored. That every screen fits is seen in
// `languages.spec.ts`.
import { side, written } from '../support/journal.ts';
import { button, heading, press } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test.use({ language: 'ar-XB' });

test('the places stand at the right', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 520 });
  await page.goto('/#/today');
  await heading(page).waitFor();
  const rail = await page.getByRole('navigation', { name: say('nav_label') }).boundingBox();
  expect(Math.round((rail?.x ?? 0) + (rail?.width ?? 0))).toBe(720);
});

test('a telephone number keeps the order of its digits', async ({ page }) => {
  await page.goto('/#/help');
  await page.getByLabel(say('help_country')).selectOption('GB');
  const number = page.getByText('116 123', { exact: true });
  await expect(number).toHaveCSS('direction', 'ltr');
});

test('arrow keys lead the way they point', async ({ page, program }) => {
  const before = new Date();
  before.setMonth(before.getMonth() - 1, 3);
  const month = before.toISOString().slice(0, 7);
  for (const day of ['03', '11', '21']) await written(program, 'rain', [], `${month}-${day}`);
  await page.goto('/#/journal');
  await press(page, side(page, 'journal_calendar'));
  await press(page, button(page, say('calendar_before')));
  const days = page.getByRole('table').getByRole('button');
  await expect(days).toHaveCount(3);
  await days.nth(1).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(days.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(days.nth(0)).toBeFocused();
  await expect(button(page, say('calendar_before')).locator('svg')).toHaveCSS('scale', '-1 1');
});
