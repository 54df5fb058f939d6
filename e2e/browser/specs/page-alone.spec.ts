// The page alone: nothing else on the screen but Help in its own spot, and Escape leads back.
import { editor, list, texts, written } from '../support/journal.ts';
import { button, press } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test('one writes on with nothing but the page and Help, and Escape leaves, by keyboard alone', async ({
  page,
  program,
}) => {
  const id = await written(program, 'a line');
  await page.goto(`/#/journal/${id}`);
  const help = page.getByRole('navigation').getByRole('link', { name: say('nav_help') });
  const spot = await help.boundingBox();
  await press(page, button(page, say('journal_alone')));
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('link', { name: say('nav_today') })).toBeHidden();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  expect(await help.boundingBox()).toEqual(spot);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type(' and more');
  await expect.poll(() => texts(program)).toEqual(['a line and more']);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeVisible();
  await expect(editor(page)).toBeFocused();
});

test('a new entry goes on alone once it is kept, and another place shows everything again', async ({
  page,
  program,
}) => {
  await page.goto('/#/journal/new');
  await press(page, button(page, say('journal_alone')));
  await page.keyboard.type('first');
  await expect.poll(() => texts(program)).toEqual(['first']);
  await expect(page).toHaveURL(/#\/journal\/\d+$/);
  await expect(list(page)).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('link', { name: say('nav_today') })).toBeVisible();
});
