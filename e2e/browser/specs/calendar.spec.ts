// The calendar: days with entries can be pressed and show them; the others are plain days.
import { list, side, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const marked = (day: string) => say('calendar_day_with', { day });

test('a day shows its entries, by keyboard alone', async ({ page, program }) => {
  const today = new Date();
  const month = (months: number) => new Date(today.getFullYear(), today.getMonth() + months, 3, 12);
  const on = (months: number, day: string) =>
    `${month(months).getFullYear()}-${String(month(months).getMonth() + 1).padStart(2, '0')}-${day}`;
  const name = (months: number, day: number) =>
    `${day} ${month(months).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })}`;
  await written(program, 'long before', [], on(-1, '07'));
  await written(program, 'the same day', [], on(-1, '07'));
  await written(program, 'a later day', [], on(-1, '21'));

  await page.goto('/#/journal');
  await press(page, side(page, 'journal_calendar'));
  const days = page.getByRole('table').getByRole('button');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(days).toHaveCount(0);
  await press(page, button(page, say('calendar_before')));
  await expect(days).toHaveCount(2);
  await tabTo(page, button(page, marked(name(-1, 21))));
  await page.keyboard.press('ArrowLeft');
  await expect(button(page, marked(name(-1, 7)))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('link')).toHaveText([/the same day/, /long before/]);
  await press(page, list(page).getByRole('link').first());
  await expect(page.getByRole('textbox', { name: say('editor_label') })).toHaveText('the same day');
  await expect(button(page, marked(name(-1, 7)))).toHaveAttribute('aria-pressed', 'true');
  await press(page, button(page, say('calendar_now')));
  await expect(days).toHaveCount(0);
});

test('a year shows its months, and a month leads to its days, by keyboard alone', async ({
  page,
  program,
}) => {
  const before = new Date().getFullYear() - 1;
  await written(program, 'long before', [], `${before}-05-07`);
  await page.goto('/#/journal');
  await press(page, side(page, 'journal_calendar'));
  await press(page, page.getByTitle(say('calendar_year')));
  await press(page, button(page, say('calendar_year_before')));
  await press(page, button(page, marked(`May ${before}`)));
  await expect(page.getByTitle(say('calendar_year'))).toBeFocused();
  await press(page, button(page, marked(`7 May ${before}`)));
  await expect(list(page).getByRole('link')).toHaveText([/long before/]);
});
