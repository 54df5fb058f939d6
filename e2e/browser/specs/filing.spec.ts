// Entries are starred, tagged, found by both, and tags are renamed and made one, by keyboard alone.
import type { Page } from '@playwright/test';
import { entries, list, search, side, tagsOf, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const field = (page: Page) => page.getByRole('combobox', { name: say('tags_add') });
const has = (page: Page) =>
  page.getByRole('region', { name: say('journal_entry') }).getByRole('list', { name: say('tags_label') });

test('a star is put on, shown in the list, and taken off', async ({ page, program }) => {
  const id = await written(program, 'a bright spot');
  await page.goto(`/#/journal/${id}`);
  const star = button(page, say('journal_star'));
  await press(page, star);
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(list(page).getByRole('link', { name: say('journal_starred') })).toBeVisible();
  expect((await entries(program))[0]?.is_starred).toBe(true);
  await page.keyboard.press('Enter');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await expect(list(page).getByRole('link', { name: say('journal_starred') })).toHaveCount(0);
});

test('tags are completed from those in use, added and taken off, by keyboard alone', async ({
  page,
  program,
}) => {
  await written(program, 'old', ['Rainy walk', 'garden']);
  const id = await written(program, 'new');
  await page.goto(`/#/journal/${id}`);
  await tabTo(page, field(page));
  await page.keyboard.type('rai');
  await expect(page.getByRole('option')).toHaveText(['Rainy walk']);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText('Rainy walk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('rain,');
  await expect.poll(() => tagsOf(program, id)).toEqual(['Rainy walk', 'rain']);
  await expect(has(page).getByRole('listitem')).toHaveText(['Rainy walk', 'rain']);
  await page.keyboard.type('  ');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Backspace');
  await expect.poll(() => tagsOf(program, id)).toEqual(['Rainy walk']);
  await button(has(page), say('tags_remove', { tag: 'Rainy walk' })).click();
  await expect.poll(() => tagsOf(program, id)).toEqual([]);
  await expect(field(page)).toBeFocused();

  // What was typed is kept on the way out as well.
  await page.keyboard.type('half');
  await page.keyboard.press('Tab');
  await expect.poll(() => tagsOf(program, id)).toEqual(['half']);
});

test('a tag half typed stays with its entry when one leaves for another page', async ({ page, program }) => {
  const other = await written(program, 'other');
  const id = await written(program, 'this one');
  await page.goto(`/#/journal/${id}`);
  await field(page).fill('half');
  await page.keyboard.press('Control+j');
  await expect.poll(() => tagsOf(program, id)).toEqual(['half']);
  await page.goto(`/#/journal/${id}`);
  await field(page).fill('whole');
  await page.evaluate((hash) => (location.hash = hash), `#/journal/${other}`);
  await expect.poll(() => tagsOf(program, id)).toEqual(['half', 'whole']);
  expect(await tagsOf(program, other)).toEqual([]);
});

test.describe('a tag that is refused', () => {
  test.use({ refused: ['tag_entry'] });
  test('stays in the field with one clear sentence, and nothing is stored', async ({ page, program }) => {
    const id = await written(program, 'new');
    await page.goto(`/#/journal/${id}`);
    await field(page).fill('x'.repeat(61));
    await field(page).press('Enter');
    await expect(page.getByText(say('error_invalid_text_too_long', { max: 60 }))).toBeVisible();
    await expect(field(page)).toHaveValue('x'.repeat(61));
    expect(await tagsOf(program, id)).toEqual([]);
  });
});

test.describe('the list of tags', () => {
  test.beforeEach(async ({ page, program }) => {
    await written(program, 'one', ['walk', 'out']);
    await written(program, 'two', ['out']);
    await page.goto('/#/journal');
    await press(page, side(page, 'journal_tags'));
  });

  test('shows the entries of one', async ({ page }) => {
    await press(page, button(list(page), 'out'));
    await expect(search(page)).toHaveValue('tag:"out"');
    await expect(list(page).getByRole('link')).toHaveCount(2);
    await press(page, side(page, 'journal_tags'));
    await expect(button(list(page), 'out')).toBeVisible();
  });

  test('renames one, and takes that back', async ({ page, program }) => {
    await press(page, button(list(page), say('tags_rename', { tag: 'walk' })));
    await page.keyboard.type('a walk');
    await page.keyboard.press('Enter');
    await expect.poll(() => program.call('list_tags', null)).toEqual(['a walk', 'out']);
    await button(page, say('kit_undo')).click();
    await expect.poll(() => program.call('list_tags', null)).toEqual(['out', 'walk']);
  });

  test('not a letter is lost while the next frame is late', async ({ page }) => {
    await page.evaluate(() => {
      const soon = requestAnimationFrame.bind(globalThis);
      globalThis.requestAnimationFrame = (callback) => soon(() => setTimeout(callback, 500)) && 0;
    });
    await press(page, button(list(page), say('tags_rename', { tag: 'walk' })));
    await page.keyboard.type('a walk');
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('a walk');
  });

  test('says before it makes one of two, and takes that back', async ({ page, program }) => {
    await press(page, button(list(page), say('tags_rename', { tag: 'out' })));
    await page.keyboard.type('Walk');
    await expect(page.getByText(say('tags_will_merge', { from: 'out', to: 'walk' }))).toBeVisible();
    await press(page, button(page, say('tags_merge')));
    await expect.poll(() => program.call('list_tags', null)).toEqual(['walk']);
    await button(page, say('kit_undo')).click();
    await expect.poll(() => program.call('list_tags', null)).toEqual(['out', 'walk']);
  });

  test('Escape leaves the name as it is', async ({ page, program }) => {
    await press(page, button(list(page), say('tags_rename', { tag: 'out' })));
    await page.keyboard.type('gone');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await program.call('list_tags', null)).toEqual(['out', 'walk']);
  });

  test.describe('an empty name', () => {
    test.use({ refused: ['rename_tag'] });
    test('is refused with one clear sentence', async ({ page, program }) => {
      await press(page, button(list(page), say('tags_rename', { tag: 'out' })));
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say('error_invalid_tag_missing'))).toBeVisible();
      expect(await program.call('list_tags', null)).toEqual(['out', 'walk']);
    });
  });
});
