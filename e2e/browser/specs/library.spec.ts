// The library: items as they are read, marked, left out, and gone through step by step.
import type { Page } from '@playwright/test';
import type { LibraryItem } from '../../../ui/src/host/generated/wire.ts';
import { button, heading, unfold } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const row = (page: Page, item: LibraryItem) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(item.title, { exact: true }) });

async function itemOf(program: Program, fits: (item: LibraryItem) => boolean): Promise<LibraryItem> {
  return (await program.call('list_library', null)).find(fits)!;
}

test('an item shows its cautions, its sources with addresses, and that no clinician has read it', async ({
  page,
  program,
}) => {
  const sources = await program.call('list_sources', null);
  const item = await itemOf(program, (one) => one.cautions.length > 0 && one.sources.length > 0);
  await page.goto(`/#/library/${item.id}`);
  await expect(heading(page)).toHaveText(item.title);
  for (const caution of item.cautions) await expect(page.getByText(caution, { exact: true })).toBeVisible();
  await expect(page.getByText(say('library_review_none'))).toBeVisible();
  await expect(page.getByText(say('library_cautions'))).toBeVisible();
  await unfold(page, say('library_sources'));
  for (const source of sources.filter(({ key }) => item.sources.includes(key))) {
    await expect(page.getByText(source.citation)).toBeVisible();
    await expect(page.getByText(source.address, { exact: true })).toBeVisible();
  }
});

test('every item opens, and no link in it leads out of the program', async ({ page, program }) => {
  test.slow();
  for (const item of await program.call('list_library', null)) {
    await page.goto(`/#/library/${item.id}`);
    await expect(heading(page)).toHaveText(item.title);
    const outward = page.locator('a:not([href^="#"])');
    await expect(outward, item.id).toHaveCount(0);
  }
});

test('an item is kept, and no longer kept', async ({ page, program }) => {
  const item = await itemOf(program, () => true);
  const marks = () => program.call('list_library_marks', null);
  await page.goto(`/#/library/${item.id}`);
  const favourite = button(page, say('library_favourite'));
  await favourite.click();
  await expect(favourite).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(marks).toMatchObject([{ item: item.id, is_favourite: true, is_left_out: false }]);
  await page.goto('/#/library');
  await expect(row(page, item)).toContainText(say('library_kept'));
  await button(page, say('kit_undo')).click();
  await expect(row(page, item)).not.toContainText(say('library_kept'));
});

test('what is left out is listed apart, not suggested, and can come back', async ({ page, program }) => {
  const item = await itemOf(program, (one) => one.energy === 'none');
  await page.goto(`/#/library/${item.id}`);
  await button(page, say('library_leave_out')).click();
  await page.goto('/#/library');
  await expect(row(page, item)).toBeHidden();
  const offered = await Promise.all(
    Array.from({ length: 60 }, (_, turn) => program.call('get_small_thing', { energy: 0, turn })),
  );
  expect(offered.map((thing) => thing?.target)).not.toContainEqual({
    kind: 'library_item',
    id: item.id,
  });

  await unfold(page, say('library_left_out'));
  await button(page, say('library_bring_back_label', { title: item.title })).click();
  await expect(row(page, item)).toBeVisible();
});

test('its steps are gone through one at a time, back, and to the end', async ({ page, program }) => {
  const item = await itemOf(program, (one) => one.steps.length > 2 && one.kind !== 'breathe');
  await page.goto(`/#/library/${item.id}`);
  await page.getByRole('link', { name: say('library_begin') }).click();
  const shown = (at: number) => expect(heading(page)).toHaveText(item.steps[at]!.text);
  await shown(0);
  await button(page, say('play_next')).click();
  await shown(1);
  await button(page, say('play_back')).click();
  await shown(0);
  for (let at = 1; at < item.steps.length; at++) await button(page, say('play_next')).click();
  await shown(item.steps.length - 1);
  await button(page, say('play_end')).click();
  await expect(heading(page)).toHaveText(say('play_finished_title'));
});

test('Escape stops at once and asks nothing', async ({ page, program }) => {
  const item = await itemOf(program, (one) => one.steps.length > 2);
  await page.goto(`/#/library/${item.id}/play`);
  await expect(page.getByText(item.steps[0]!.text, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveText(say('play_stopped_title'));
  await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
  await expect(page.getByText(say('practice_question'))).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`#/library/${item.id}$`));
});

test('"that made it worse" leads to another way of steadying and to Help, and it is not suggested again', async ({
  page,
  program,
}) => {
  const item = await itemOf(program, (one) => one.kind === 'breathe');
  await page.goto(`/#/library/${item.id}/play`);
  await button(page, say('play_worse')).click();
  await expect(page.getByText(say('play_made_worse_title'), { exact: true })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: say('nav_help') })).toBeVisible();
  await expect(main.locator('a[href*="#/library/"]')).toHaveCount(1);
  const marks = () => program.call('list_library_marks', null);
  await expect.poll(marks).toMatchObject([{ item: item.id, is_left_out: true }]);
  await expect(page.getByText(say('play_left_out'))).toBeVisible();
  await button(page, say('play_suggest_again')).click();
  await expect.poll(marks).toMatchObject([{ item: item.id, is_left_out: false }]);
});
