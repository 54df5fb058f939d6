// The page one writes on: a title for those who want one, a word count, and letters and lines as one likes them.
import type { Page } from '@playwright/test';
import { prefer } from '../support/furnishing.ts';
import { editor, list, search, texts, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const title = (page: Page) => page.getByRole('textbox', { name: say('editor_title') });
/** One of the things there are for a page, by keyboard. */
async function choose(page: Page, name: string) {
  await press(page, button(page, say('more_open')));
  await press(page, page.getByRole('dialog').getByRole('button', { name }));
}

test('a title is off until asked for, stands above the text, is found and is part of earlier states', async ({
  page,
  program,
}) => {
  const id = await written(program, 'The kettle was loud.');
  await page.goto(`/#/journal/${id}`);
  await expect(editor(page)).toBeFocused();
  await expect(title(page)).toHaveCount(0);
  await choose(page, say('more_title_hint'));
  await expect(title(page)).toBeFocused();
  await page.keyboard.type('A grey day ');
  await expect.poll(async () => (await program.call('get_entry', id)).title).toBe('A grey day ');
  await expect(title(page)).toHaveValue('A grey day ');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  expect(await texts(program)).toEqual(['The kettle was loud.']);

  await expect(list(page).getByRole('link')).toContainText(['A grey day']);
  await search(page).fill('"grey day"');
  await expect(list(page).locator('mark')).toHaveText(['grey day']);
  await search(page).fill('');

  await program.call('close_entry', id);
  await title(page).fill('Another');
  await expect.poll(async () => (await program.call('get_entry', id)).title).toBe('Another');
  await press(page, button(page, say('earlier_title')));
  await page.getByRole('dialog').getByRole('button', { name: 'A grey day' }).click();
  await button(page, say('earlier_bring_back')).click();
  await expect(title(page)).toHaveValue('A grey day ');
  await button(page, say('kit_undo')).click();
  await expect(title(page)).toHaveValue('Another');
});

test('with a title on every page, a title alone is an entry, and the ways to begin stay', async ({
  page,
  program,
}) => {
  const { writing } = await program.call('get_preferences', null);
  await prefer(program, { writing: { ...writing, shows_title: true } });
  await page.goto('/#/journal/new');
  await tabTo(page, title(page));
  await page.keyboard.type('Nothing much');
  await expect(list(page).getByRole('link')).toContainText(['Nothing much']);
  await press(page, button(page, say('beginning_three')));
  await expect(editor(page)).toContainText(say('beginning_three'));
});

test('words are counted only for those who asked, and letters and lines change at once', async ({
  page,
  program,
}) => {
  const id = await written(program, 'one two three');
  await page.goto(`/#/journal/${id}`);
  await expect(page.getByText(say('writing_count', { n: 3 }))).toHaveCount(0);
  const size = () => editor(page).evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const width = () => editor(page).evaluate((text) => text.getBoundingClientRect().width);
  await expect(editor(page)).toBeVisible();
  await page.setViewportSize({ width: 1800, height: 900 });
  const [sizeBefore, widthBefore] = [await size(), await width()];

  await choose(page, say('more_look_hint'));
  const dialog = page.getByRole('dialog');
  await tabTo(
    page,
    dialog
      .getByRole('radiogroup', { name: say('writing_size') })
      .getByRole('radio')
      .first(),
  );
  await page.keyboard.press('ArrowDown');
  await expect.poll(size).toBeGreaterThan(sizeBefore);
  await tabTo(page, dialog.getByRole('radio', { name: say('writing_width_normal') }));
  await page.keyboard.press('ArrowDown');
  await expect.poll(width).toBeGreaterThan(widthBefore);
  await press(page, dialog.getByRole('switch', { name: say('writing_words') }), 'Space');
  await page.keyboard.press('Escape');
  await expect(page.getByText(say('writing_count', { n: 3 }))).toBeVisible();
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(" and it's four");
  await expect(page.getByText(say('writing_count', { n: 6 }))).toBeVisible();
  expect((await program.call('get_preferences', null)).writing).toMatchObject({
    size: 'larger',
    width: 'wide',
    counts_words: true,
  });
});
