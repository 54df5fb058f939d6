// What might be around feeling little: read by anyone, ticked for oneself, and on a page to take along only when asked.
import type { Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { button, heading, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name });
const tick = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });

test('things are ticked and noted by keyboard, are there after a restart, and lead to more', async ({
  page,
  program,
}) => {
  const [first] = await program.call('list_factors', null);
  await page.goto('/#/help');
  await press(page, link(page, say('help_factor_title')));
  await expect(heading(page)).toHaveText(say('help_factor_title'));
  await expect(page.getByRole('switch')).toHaveCount(14 + 3);
  await expect(page.getByRole('switch', { checked: true })).toHaveCount(0);
  await press(page, tick(page, first!.name), 'Space');
  await press(
    page,
    page
      .getByRole('list', { name: say('help_factor_title') })
      .locator('summary')
      .first(),
  );
  await expect(page.getByText(first!.who)).toBeVisible();
  await tabTo(page, page.getByLabel(say('help_factor_note')));
  await page.keyboard.type('since the move');
  await press(page, tick(page, say('help_factor_other')), 'Space');
  await tabTo(page, page.getByLabel(say('help_factor_note')).last());
  await page.keyboard.type('the night shifts');
  // It goes on its way: the last word is kept as well.
  await page.keyboard.press('F1');
  const said = [
    { key: first!.key, is_ticked: true, note: 'since the move' },
    { key: 'other', is_ticked: true, note: 'the night shifts' },
  ];
  await expect.poll(() => program.call('list_factor_marks', null)).toEqual(said);
  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/help/around');
  await expect(tick(page, first!.name)).toBeChecked();
  await expect(page.getByRole('switch', { checked: true })).toHaveCount(2);
  await press(page, page.locator('main summary').first());
  await press(page, link(page, say('help_factor_read_about', { name: first!.name })));
  await expect(page).toHaveURL(new RegExp(`#/library/${first!.item}$`));
});

test('each has who to talk to, what it rests on stands below, and axe finds nothing in what is folded', async ({
  page,
  program,
}) => {
  await page.goto('/#/help/around');
  const rows = page.getByRole('list', { name: say('help_factor_title') }).getByRole('listitem');
  for (const [at, { name, who, explainer }] of (await program.call('list_factors', null)).entries()) {
    await rows.nth(at).locator('summary').click();
    for (const text of [who, ...explainer]) await expect(rows.nth(at), name).toContainText(text);
  }
  await page.locator('summary').getByText(say('library_sources')).click();
  await expect(page.getByRole('main')).toContainText('https://');
  expect(await faults(page)).toEqual([]);
});

test('it stands on a page to take along when it is asked to, and not before', async ({ page, program }) => {
  const [first, second] = await program.call('list_factors', null);
  await program.call('set_factor_mark', { key: first!.key, is_ticked: true, note: 'since the move' });
  await program.call('set_factor_mark', { key: second!.key, is_ticked: false, note: 'not this' });
  await page.goto('/#/help/take-along');
  await expect(page.getByText(say('taking_fits'))).toBeVisible();
  const sheet = page.getByRole('region', { name: say('taking_sheet') });
  await expect(sheet.getByText('since the move')).toHaveCount(0);
  await press(page, button(page, say('taking_part_factors')), 'Space');
  await expect(sheet.getByText('since the move')).toBeVisible();
  await expect(sheet.getByText(first!.name)).toBeVisible();
  await expect(sheet.getByText('not this')).toHaveCount(0);
});

test('signs that say soon stand in Help, and lead to a first appointment', async ({ page }) => {
  await page.goto('/#/help');
  await expect(page.getByRole('heading', { name: say('help_soon') })).toBeAttached();
  await expect(page.getByText(say('help_soon_medicine'))).toBeAttached();
  await press(page, link(page, say('help_soon_more')));
  await expect(page).toHaveURL(/#\/help\/first-appointment$/);
});

test.describe('with a passphrase', () => {
  test.use({ lock: { lock: 'passphrase', passphrase: 'a small grey stone' } });

  test('behind the lock it can be read, and nothing says what was ticked', async ({ page, program }) => {
    const [first] = await program.call('list_factors', null);
    await program.call('set_factor_mark', { key: first!.key, is_ticked: true, note: 'since the move' });
    await program.call('lock', null);
    await page.goto('/#/help/around');
    await expect(page.getByText(say('help_factor_closed'))).toBeVisible();
    await press(page, page.locator('main summary').first());
    await expect(page.getByText(first!.who)).toBeVisible();
    await expect(page.getByRole('switch')).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByText('since the move')).toHaveCount(0);
    await expect(button(page, say('help_factor_read'))).toHaveCount(0);
  });
});
