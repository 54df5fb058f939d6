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
  await expect(page.getByText(say('help_country_visit'))).toBeVisible();
  expect(await program.call('get_preferences', null)).toMatchObject({
    country: null,
  });
});

test('looks at another country and keeps it only when asked', async ({ page, program }) => {
  const country = async () => (await program.call('get_preferences', null)).country;
  const number = (numbers: string) => page.getByRole('main').getByText(numbers, { exact: true });
  await page.goto('/#/help');
  await choose(page, 'US');
  await button(page, say('help_country_keep')).click();
  await expect.poll(country).toBe('US');
  await expect(button(page, say('help_country_keep'))).toBeHidden();

  await choose(page, 'AU');
  await expect(number('000')).toBeVisible();
  // It is still looked at on the way back from another page, and gone when the window is.
  await page.getByRole('link', { name: say('help_plan') }).click();
  await expect(heading(page)).toHaveText(say('help_plan'));
  await expect(page.getByRole('main').getByText('000')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: say('nav_help'), exact: true })
    .click();
  await expect(page.getByLabel(say('help_country'))).toHaveValue('AU');
  await button(page, say('help_country_back', { country: 'United States' })).click();
  await expect(number('911')).toBeVisible();
  await choose(page, 'AU');
  await page.reload();
  await expect(number('911')).toBeVisible();
  expect(await country()).toBe('US');
});

test('a country without a line says so, with the emergency number and where to look', async ({ page }) => {
  await page.goto('/#/help');
  await choose(page, 'SA');
  const main = page.getByRole('main');
  await expect(main.getByText(say('help_no_lines'))).toBeVisible();
  await expect(main.getByText('https://findahelpline.com', { exact: true })).toBeVisible();
  await expect(button(page, say('help_wish_open'))).toBeHidden();
});

test('shows fewer lines by way, need and language, and all again', async ({ page }) => {
  await page.goto('/#/help');
  await choose(page, 'GB');
  const line = (name: string) => page.getByRole('heading', { level: 3, name, exact: true });
  await expect(line('Samaritans')).toBeVisible();
  await button(page, say('help_way_sms')).click();
  await expect(line('Shout')).toBeVisible();
  await expect(line('Samaritans')).toBeHidden();
  // Directories lead on, whatever is wished for.
  await expect(line('Find A Helpline (ThroughLine)')).toBeVisible();
  await expect(page.getByRole('status').getByText(like('help_found'))).toBeAttached();
  await button(page, say('help_wish_none')).click();
  await page.getByLabel(say('help_wish_need')).selectOption('young_people');
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Papyrus HOPELINE247');
  await expect(line('Samaritans')).toBeVisible();
  await choose(page, 'BE');
  await page.getByLabel(say('help_wish_language')).selectOption('Dutch');
  await expect(line('Zelfmoordlijn 1813')).toBeVisible();
  await expect(line('Centre de Prévention du Suicide')).toBeHidden();
});

test("a wish that is pressed while another country's lines are on their way stays", async ({ page }) => {
  await page.goto('/#/help');
  await choose(page, 'GB');
  await expect(button(page, say('help_wish_open'))).toBeVisible();
  const asked = page.waitForRequest('**/api/get_help');
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/api/get_help', async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, 'BE');
  await asked;
  await button(page, say('help_wish_open')).click();
  arrive();
  await expect(page.getByRole('heading', { level: 3, name: 'Zelfmoordlijn 1813' })).toBeAttached();
  await expect(button(page, say('help_wish_none'))).toBeVisible();
});

test('says whether each way is open, and does not guess', async ({ page, program }) => {
  const { helplines } = await program.call('get_help', 'GB');
  await page.goto('/#/help');
  await choose(page, 'GB');
  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(card('Samaritans')).toContainText(say('help_open_always'));
  const calm = helplines.find(({ name }) => name.startsWith('CALM'))!;
  const isOpen = calm.now.phone?.is === 'open';
  await expect(card(calm.name)).toContainText(isOpen ? like('help_open_until') : like('help_closed'));
  await expect(card(calm.name)).toContainText(say('help_open_unknown'));
  await expect(card("Men's Advice Line (Respect)")).toContainText(say('help_open_unknown'));
  await expect(card("Men's Advice Line (Respect)")).not.toContainText(say('help_open_always'));
});

test('prints larger on request', async ({ page }) => {
  await page.goto('/#/help');
  const size = () =>
    page.getByText(say('help_nobody')).evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  const before = await size();
  await button(page, say('help_larger')).click();
  expect(await size()).toBeGreaterThan(before * 1.3);
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
      const card = main.getByRole('listitem').filter({
        has: page.getByRole('heading', { name: line.name, exact: true }),
      });
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
  await expect(page.locator('[aria-live]').getByText(say('copy_done'))).toBeAttached();
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
