// Dates and times: as the system has them, or as was chosen instead.
import { list, side, written } from '../support/journal.ts';
import { press } from '../support/page.ts';
import { expect, test, type Page } from '../support/test.ts';
import { say, type Key } from '../support/words.ts';

const choice = (page: Page, name: string, of: Key) =>
  page.getByRole('radiogroup', { name: say(of) }).getByRole('radio', { name, exact: true });
const firstDay = (page: Page) => page.getByRole('table').getByRole('columnheader').first();

test.describe('where the system is that of the United States', () => {
  test.use({ locale: 'en-US' });

  test('a day, a time and a week are written as there, until one chooses', async ({ page, program }) => {
    await written(program, 'long before', [], '2025-03-04');
    await written(program, 'just now');
    await page.goto('/#/journal');
    await expect(page.getByRole('heading', { name: 'Tuesday, March 4, 2025' })).toBeVisible();
    await expect(list(page).getByText(/\d:\d\d\u00a0[AP]M/)).toBeVisible();
    await press(page, side(page, 'journal_calendar'));
    await expect(firstDay(page)).toHaveAttribute('abbr', 'Sunday');

    await page.goto('/#/settings');
    for (const of of ['settings_date_order', 'settings_hour_cycle', 'settings_first_weekday'] as const)
      await expect(choice(page, say('settings_formats_system'), of)).toBeChecked();
    await choice(page, 'November 3', 'settings_date_order').click();
    await page.keyboard.press('ArrowLeft');
    await expect(choice(page, '3 November', 'settings_date_order')).toBeChecked();
    await choice(page, '14:30', 'settings_hour_cycle').click();
    await choice(page, 'Monday', 'settings_first_weekday').click();

    await expect
      .poll(() => program.call('get_preferences', null))
      .toMatchObject({ formats: { date_order: 'day_month', hour_cycle: 'h23', first_weekday: 0 } });
    await page.goto('about:blank');
    await program.restart();
    await page.goto('/#/journal');
    await expect(page.getByRole('heading', { name: 'Tuesday 4 March 2025' })).toBeVisible();
    await expect(list(page).getByText(/[AP]M/)).toHaveCount(0);
    await press(page, side(page, 'journal_calendar'));
    await expect(firstDay(page)).toHaveAttribute('abbr', 'Monday');
  });
});

test('a week that begins on Saturday begins so wherever days stand in a row', async ({ page, program }) => {
  await page.goto('/#/settings');
  await choice(page, 'Saturday', 'settings_first_weekday').click();
  await page.goto('/#/journal');
  await press(page, side(page, 'journal_calendar'));
  await expect(firstDay(page)).toHaveAttribute('abbr', 'Saturday');
  // The first of March 2025 was a Saturday.
  await written(program, 'on the first', [], '2025-03-01');
  await page.getByTitle(say('calendar_year')).click();
  const before = page.getByRole('button', { name: say('calendar_year_before') });
  while ((await page.getByRole('heading', { name: '2025' }).count()) === 0) await before.click();
  await page.getByRole('button', { name: say('calendar_day_with', { day: 'March 2025' }) }).click();
  await expect(page.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('1');
});
