// A page of a language that runs from right to left is the same page, mirrored.
import { furnish, furnishReminders, wear } from '../support/furnishing.ts';
import { side, written } from '../support/journal.ts';
import { button, heading, press } from '../support/page.ts';
import { expect, test, type Page } from '../support/test.ts';
import { say } from '../support/words.ts';

const mirror = (page: Page) => page.evaluate(() => (document.dir = 'rtl'));

/** How far things stick out at either side. */
const overflow = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.getElementById('page')!].map(
      (place) => place.scrollWidth - place.clientWidth,
    ),
  );

for (const place of ['today', 'journal', 'doing', 'library', 'reminders', 'settings', 'help']) {
  test(`${place} fits when it is mirrored, and its places stand at the right`, async ({ page, program }) => {
    await furnish(program);
    await furnishReminders(program);
    await page.setViewportSize({ width: 720, height: 520 });
    await page.goto(`/#/${place}`);
    await heading(page).first().waitFor();
    await mirror(page);
    await wear(page, program, { text_size: 200 });
    expect(await overflow(page)).toEqual([0, 0]);
    const rail = await page.getByRole('navigation', { name: say('nav_label') }).boundingBox();
    expect(Math.round((rail?.x ?? 0) + (rail?.width ?? 0))).toBe(720);
  });
}

test('arrow keys lead the way they point', async ({ page, program }) => {
  const before = new Date();
  before.setMonth(before.getMonth() - 1, 3);
  const month = before.toISOString().slice(0, 7);
  for (const day of ['03', '11', '21']) await written(program, 'rain', [], `${month}-${day}`);
  await page.goto('/#/journal');
  await press(page, side(page, 'journal_calendar'));
  await press(page, button(page, say('calendar_before')));
  await mirror(page);
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
