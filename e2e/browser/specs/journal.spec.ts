// The journal: written and kept without a Save, found by search, moved to another day, deleted and brought back.
import { editor, entries, list, search, texts, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test('an entry is kept while it is written, and is there after a restart', async ({ page, program }) => {
  await page.goto('/#/journal');
  await expect(page.getByText(say('journal_empty_title'))).toBeVisible();
  await button(page, say('journal_new')).click();
  await page.keyboard.type('The kettle was loud.');
  await expect.poll(() => texts(program)).toEqual(['The kettle was loud.']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Then it was quiet.');
  await expect.poll(() => texts(program)).toEqual(['The kettle was loud.\nThen it was quiet.']);
  await expect(list(page).getByRole('link')).toHaveCount(1);

  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/journal');
  await list(page).getByRole('link', { name: 'The kettle was loud.' }).click();
  await expect(editor(page)).toContainText('Then it was quiet.');
});

test('the last words are kept when one leaves in the middle of them', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('half a wo');
  await page.keyboard.press('F1');
  await expect.poll(() => texts(program)).toEqual(['half a wo']);
});

test('the last words are kept when the page goes away in the middle of them', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('closed on');
  await page.goto('about:blank');
  await expect.poll(() => texts(program)).toEqual(['closed on']);
});

test('nothing is stored for a page that stays blank', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('   ');
  await page.keyboard.press('F1');
  await page.goto('/#/journal');
  await expect(page.getByText(say('journal_empty_title'))).toBeVisible();
  expect(await entries(program)).toEqual([]);
});

test('two entries written one after the other stay two', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('first');
  await button(page, say('journal_new')).click();
  await page.keyboard.type('second');
  await expect.poll(() => texts(program)).toEqual(['second', 'first']);
  await list(page).getByRole('link', { name: 'first' }).click();
  await expect(editor(page)).toHaveText('first');
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and more');
  await expect.poll(() => texts(program)).toEqual(['second', 'first and more']);
});

test.describe('search', () => {
  test.beforeEach(async ({ program }) => {
    for (const text of ['A grey morning.', 'Soup with **lentils**\n\nand bread', 'Grey again, all day'])
      await program.call('save_entry', { id: null, on: null, text });
  });

  test('finds as one types, with the words marked in the list and in the entry', async ({ page }) => {
    await page.goto('/#/journal');
    await search(page).fill('len');
    await expect(list(page).getByRole('link')).toHaveCount(1);
    await expect(list(page).locator('mark')).toHaveText(/^len/);
    await list(page).getByRole('link').click();
    await expect(editor(page).locator('mark')).toHaveText(/^len/);

    await search(page).fill('grey');
    await expect(list(page).getByRole('link')).toHaveCount(2);
    await expect(list(page).locator('mark')).toHaveText([/grey/i, /grey/i]);
    await search(page).press('Escape');
    await expect(list(page).getByRole('link')).toHaveCount(3);
    await expect(search(page)).toHaveValue('');
  });

  test('says in plain words how it was understood, and each part can be taken out', async ({
    page,
    program,
  }) => {
    await written(program, 'Grey, in the garden', ['garden'], '2026-01-05');
    await page.goto('/#/journal');
    await search(page).fill('grey on:2026-01 tag:gar -"all day"');
    await expect(list(page).getByRole('link')).toHaveCount(1);
    const chips = page.getByRole('list', { name: say('search_understood') }).getByRole('listitem');
    await expect(chips).toHaveText([
      say('search_start', { is: 'sought', text: 'grey' }),
      say('search_in', { is: 'sought', time: 'January 2026' }),
      say('search_tag_start', { is: 'sought', tag: 'gar' }),
      say('search_exactly', { is: 'left_out', text: 'all day' }),
    ]);
    await press(page, chips.nth(1).getByRole('button'));
    await expect(search(page)).toHaveValue('grey tag:gar -"all day"');
    await expect(chips).toHaveCount(3);
    await press(page, chips.nth(1).getByRole('button'));
    await expect(list(page).getByRole('link')).toHaveCount(2);
    await expect(search(page)).toHaveValue('grey -"all day"');
  });

  test('an entry found by its star alone shows its first line', async ({ page, program }) => {
    const entry = await written(program, '**Soup** again');
    await program.call('star_entry', { entry, is_starred: true });
    await page.goto('/#/journal');
    await search(page).fill('starred:');
    await expect(list(page).getByRole('link')).toHaveText([/^Soup again/]);
    await search(page).fill('tag:');
    await expect(page.getByText(say('journal_search_nothing'))).toHaveCount(0);
    await list(page).getByText(say('search_help')).click();
    await expect(list(page).getByText(say('search_help_starred'))).toBeVisible();
  });

  test('says so when nothing has these words', async ({ page }) => {
    await page.goto('/#/journal');
    await search(page).fill('"quotes* AND (brackets');
    await expect(page.getByText(say('journal_search_nothing'))).toBeVisible();
  });
});

test('an entry is deleted and brought back as it was', async ({ page, program }) => {
  const { id } = await program.call('save_entry', {
    id: null,
    on: '2026-01-05',
    text: '# Old\n\nstill here',
  });
  const before = await program.call('get_entry', id);
  await page.goto(`/#/journal/${id}`);
  await button(page, say('journal_delete')).click();
  await expect.poll(() => entries(program)).toEqual([]);
  await button(page, say('kit_undo')).click();
  await expect(editor(page)).toContainText('still here');
  expect(await program.call('get_entry', id)).toEqual(before);
});

test('an entry is moved to the day it belongs to', async ({ page, program }) => {
  const { id } = await program.call('save_entry', { id: null, on: null, text: 'from before' });
  await page.goto(`/#/journal/${id}`);
  await page.getByRole('button', { name: say('journal_day_change') }).click();
  await page.getByLabel(say('journal_day_field'), { exact: true }).fill('2026-03-09');
  await button(page.getByRole('dialog'), say('kit_close')).first().click();
  await expect
    .poll(() => program.call('get_entry', id))
    .toMatchObject({ on: '2026-03-09', text: 'from before' });
  await expect(list(page).getByRole('heading', { name: '9 March' })).toBeVisible();
});

test('the toolbar shapes text for those who know no Markdown', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('a small thing');
  await button(page, say('editor_heading')).click();
  await expect.poll(() => texts(program)).toEqual(['## a small thing']);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('loud');
  await expect.poll(() => texts(program)).toEqual(['## a small thing\n**loud**']);
});

test('hostile text is text', async ({ page, program }) => {
  const text =
    '<img src=x onerror="document.title=1"><script>document.title=2</script>\n[a](javascript:alert(1))';
  const { id } = await program.call('save_entry', { id: null, on: null, text });
  await page.goto(`/#/journal/${id}`);
  await expect(editor(page)).toContainText('<script>');
  await expect(
    page.locator('main img:not(.cm-widgetBuffer), main script, main a[href^="javascript"]'),
  ).toHaveCount(0);
  await expect(page).toHaveTitle(/^[^0-9]+$/);
});

test('what is written in another window arrives here', async ({ page, program }) => {
  await page.goto('/#/journal');
  await expect(page.getByText(say('journal_empty_title'))).toBeVisible();
  await program.call('save_entry', { id: null, on: null, text: 'from the other window' });
  await expect(list(page).getByRole('link', { name: 'from the other window' })).toBeVisible();
});

test.describe('with a year in it', () => {
  test.use({ demo: true });

  test('more of the timeline comes while one scrolls', async ({ page }) => {
    await page.goto('/#/journal');
    const links = list(page).getByRole('link');
    await expect(links.first()).toBeVisible();
    const atFirst = await links.count();
    await links.last().scrollIntoViewIfNeeded();
    await expect.poll(() => links.count()).toBeGreaterThan(atFirst);
  });

  test('of a long list only what is near is on the page, and the keys still reach its ends', async ({
    page,
    program,
  }) => {
    for (let at = 0; at < 400; at++)
      await program.call('save_entry', { id: null, on: '2020-01-05', text: `long ago ${at}` });
    await page.goto('/#/journal');
    const links = list(page).getByRole('link');
    await expect(links.first()).toBeVisible();
    const first = await links.first().textContent();
    await tabTo(page, links.first());
    for (;;) {
      await page.keyboard.press('End');
      if ((await list(page).getByText('long ago 0', { exact: true }).count()) > 0) break;
    }
    await page.keyboard.press('End');
    await expect(links.last()).toBeFocused();
    await expect(links.last()).toContainText('long ago 0');
    // A year and more was passed, and what is far away is not there.
    await expect.poll(() => links.count()).toBeLessThan(250);
    await page.keyboard.press('ArrowUp');
    await expect(list(page).getByRole('link', { name: 'long ago 1', exact: true })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(links.first()).toBeFocused();
    expect(await links.first().textContent()).toBe(first);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(links.first()).toBeFocused();
  });
});
