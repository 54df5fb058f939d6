// Help: numbers for a country with where and when they were seen, and my own people.
import type { Page } from '@playwright/test';
import { button, heading } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

const choose = (page: Page, code: string) => page.getByLabel(say('help_country')).selectOption(code);

test('is one press away on every screen', async ({ page }) => {
  for (const place of ['today', 'journal', 'doing', 'doing/routines/1', 'library', 'settings', 'check-in']) {
    await page.goto(`/#/${place}`);
    const help = page.getByRole('navigation').getByRole('link', { name: say('nav_help') });
    await expect(help, place).toBeInViewport();
    await page.keyboard.press('F1');
    await expect(heading(page), place).toHaveText(say('nav_help'));
  }
});

test('guesses the country until one is chosen, and says so', async ({ page, program }) => {
  await page.goto('/#/help');
  await expect(page.getByLabel(say('help_country'))).toHaveValue('GB');
  await expect(page.getByText(say('help_country_guess'))).toBeVisible();
  await choose(page, 'US');
  await expect(page.getByText(say('help_country_guess'))).toBeHidden();
  expect(await program.call('get_preferences', null)).toMatchObject({ country: 'US' });
});

for (const country of ['GB', 'US', 'LT', 'IN', 'ZZ']) {
  test(`shows every number for ${country} with its source and month`, async ({ page, program }) => {
    const { emergency, helplines } = await program.call('get_help', country);
    await page.goto('/#/help');
    await choose(page, country);
    const main = page.getByRole('main');
    await expect(main.getByText(emergency.numbers, { exact: true })).toBeVisible();
    await expect(main.getByText(say('help_emergency_unchecked'))).toBeVisible({
      visible: !emergency.checked,
    });
    for (const line of helplines) {
      const card = main
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: line.name, exact: true }) });
      const exact = card.filter({ hasText: line.source }).first();
      for (const way of [line.phone, line.sms, line.chat]) if (way) await expect(exact).toContainText(way);
      const month = new Date(`${line.checked_month}-01`).toLocaleDateString('en-GB', {
        month: 'long',
        year: 'numeric',
      });
      await expect(exact).toContainText(say('help_line_seen', { month }));
      if (line.recheck_first) await expect(exact).toContainText(say('help_line_recheck'));
    }
    await expect(main.getByText(like('help_line_seen'))).toHaveCount(helplines.length);
  });
}

test('copies a number, and opens nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/#/help');
  await choose(page, 'US');
  await button(page, say('copy_label', { what: '911' })).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('911');
  await expect(page.locator('a[href^="tel:"], a[href^="http"]')).toHaveCount(0);
});

test('keeps my people: added, changed, deleted, brought back', async ({ page, program }) => {
  const people = () => program.call('list_people', null);
  await page.goto('/#/help');
  await button(page, say('help_person_add')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('help_person_name')).fill('Ona');
  await dialog.getByLabel(say('help_person_reach')).fill('next door, any evening');
  await button(dialog, say('help_person_keep')).click();
  await expect.poll(people).toMatchObject([{ name: 'Ona', reach: 'next door, any evening' }]);

  await button(page, say('help_person_edit', { name: 'Ona' })).click();
  await dialog.getByLabel(say('help_person_reach')).fill('next door');
  await button(dialog, say('help_person_keep')).click();
  await expect.poll(people).toMatchObject([{ reach: 'next door' }]);

  await button(page, say('help_person_delete', { name: 'Ona' })).click();
  await expect.poll(people).toEqual([]);
  await button(page, say('kit_undo')).click();
  await expect.poll(people).toMatchObject([{ name: 'Ona' }]);
});

test.describe('a person without a name', () => {
  test.use({ refused: ['save_person'] });

  test('is one sentence, and what was typed stays', async ({ page, program }) => {
    await page.goto('/#/help');
    await button(page, say('help_person_add')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('help_person_reach')).fill('next door');
    await button(dialog, say('help_person_keep')).click();
    await expect(dialog.getByText(say('error_invalid_title_missing'))).toBeVisible();
    await expect(dialog.getByLabel(say('help_person_reach'))).toHaveValue('next door');
    expect(await program.call('list_people', null)).toEqual([]);
  });
});
