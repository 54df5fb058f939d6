// Ways to begin on a blank page: a question by its weight, or a short form. Nothing has to be chosen.
import type { Page } from '@playwright/test';
import { button, press } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

const entry = (page: Page) => page.getByRole('region', { name: say('journal_entry') });
const ways = (page: Page) => page.getByRole('group', { name: say('beginning_title') });
const question = (page: Page) => entry(page).locator('.question p');
const editor = (page: Page) => entry(page).getByRole('textbox');
const texts = async (program: Program) => {
  const entries = await program.call('list_entries', {
    after: null,
    limit: 50,
  });
  return Promise.all(entries.map(async ({ id }) => (await program.call('get_entry', id)).text));
};

test.beforeEach(async ({ page }) => {
  await page.goto('/#/journal/new');
  await expect(editor(page)).toBeFocused();
});

test('the page stays blank and takes words at once, and then the ways are gone', async ({
  page,
  program,
}) => {
  await expect(ways(page)).toBeVisible();
  await page.keyboard.type('straight away');
  await expect(ways(page)).toHaveCount(0);
  await expect.poll(() => texts(program)).toEqual(['straight away']);
});

test('a light question comes by keyboard alone, another one too, and is kept with the words', async ({
  page,
  program,
}) => {
  await press(page, button(ways(page), say('beginning_question')));
  await expect(question(page)).toBeVisible();
  const first = await question(page).innerText();
  await expect(button(ways(page), say('beginning_light'))).toHaveAttribute('aria-pressed', 'true');
  await press(page, button(ways(page), say('beginning_another')));
  await expect(question(page)).not.toHaveText(first);
  const second = await question(page).innerText();
  expect(await texts(program)).toEqual([]);
  await press(page, button(ways(page), say('beginning_write')));
  await expect(page.getByRole('textbox', { name: second })).toBeFocused();
  await page.keyboard.type('Nothing.');
  await expect.poll(() => texts(program)).toEqual([`> ${second}\n\nNothing.`]);
});

test('a heavy question says so before it opens, and comes with a step back and a lighter one', async ({
  page,
  program,
}) => {
  await press(page, button(ways(page), say('beginning_question')));
  const light = await question(page).innerText();
  await press(page, button(ways(page), say('beginning_heavy')));
  await expect(ways(page).getByText(say('beginning_heavy_title'))).toBeVisible();
  await expect(question(page)).toHaveText(light);
  // The keys go on from where they were.
  await page.keyboard.press('Tab');
  await expect(button(ways(page), say('beginning_heavy_open'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page)).not.toHaveText(light);
  const heavy = await question(page).innerText();
  const wayBack = entry(page)
    .getByRole('note')
    .filter({ hasText: like('beginning_afterwards') });
  await expect(wayBack).toBeVisible();
  await press(page, button(ways(page), say('beginning_write')));
  await page.keyboard.type('One line.');
  await expect.poll(() => texts(program)).toEqual([`> ${heavy}\n\nOne line.`]);

  // A light one comes on a page of its own; what was written stays.
  await press(page, button(wayBack, say('beginning_lighter')));
  await expect(question(page)).not.toHaveText(heavy);
  await expect(wayBack).toHaveCount(0);
  await page.keyboard.type('Tea.');
  await expect.poll(async () => (await texts(program)).at(-1)).toBe(`> ${heavy}\n\nOne line.`);
  await expect.poll(async () => (await texts(program))[0]).toContain('Tea.');
});

test('while a heavy question is on its way nothing leads on to the light one', async ({ page }) => {
  await press(page, button(ways(page), say('beginning_question')));
  const light = await question(page).innerText();
  await press(page, button(ways(page), say('beginning_heavy')));
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const asked = page.waitForRequest('**/api/offer_prompt');
  await page.route('**/api/offer_prompt', (route) => answered.then(() => route.continue()));
  await press(page, button(ways(page), say('beginning_heavy_open')));
  await asked;
  await expect(button(ways(page), say('beginning_write'))).toHaveCount(0);
  answer();
  await expect(question(page)).not.toHaveText(light);
  await expect(button(ways(page), say('beginning_write'))).toBeVisible();
});

test('a heavy question that is not opened is left for a blank page', async ({ page, program }) => {
  await press(page, button(ways(page), say('beginning_question')));
  await press(page, button(ways(page), say('beginning_heavy')));
  await press(page, button(ways(page), say('beginning_without')));
  await expect(question(page)).toHaveCount(0);
  await expect(editor(page)).toBeFocused();
  expect(await texts(program)).toEqual([]);
});

test('a form stands ready, is taken off again, and is kept once something is typed', async ({
  page,
  program,
}) => {
  await press(page, button(ways(page), say('beginning_weather')));
  await expect(editor(page)).toContainText(say('beginning_weather_sky'));
  await press(page, button(ways(page), say('beginning_weather')));
  await expect(editor(page)).not.toContainText(say('beginning_weather_sky'));
  await press(page, button(ways(page), say('beginning_three')));
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('the kettle');
  await expect
    .poll(() => texts(program))
    .toEqual([`## ${say('beginning_three')}\n\n1. the kettle\n2. \n3. `]);
});
