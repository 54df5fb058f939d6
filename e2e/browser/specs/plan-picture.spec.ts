// A picture of one's own in the safety plan: chosen while writing, seen above the plan, taken away and brought back.
import type { Page } from '@playwright/test';
import { file, picture, place, type TestFile } from '../support/files.ts';
import { furnishSheets } from '../support/help-screens.ts';
import { button, press, tabTo } from '../support/page.ts';
import { pdfHeard, pdfPictures, saved } from '../support/saved.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const shown = (page: Page, name: string) => page.getByRole('main').getByRole('img', { name });
const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name });

async function choose(page: Page, given: TestFile, label: 'plan_picture_choose' | 'plan_picture_other') {
  const chooser = page.waitForEvent('filechooser');
  await press(page, button(page, say(label)));
  await (await chooser).setFiles([given]);
}

/** A plan that has a picture. */
async function withPicture(page: Page, program: Program) {
  await furnishSheets(program);
  await page.goto('/#/help/plan/write');
  await choose(page, picture(), 'plan_picture_choose');
  await expect(page.getByText(say('plan_picture_added'))).toBeVisible();
}

test('it is chosen and described by keyboard, stands above the plan, and is there after a restart', async ({
  page,
  program,
}) => {
  await furnishSheets(program);
  await page.goto('/#/help/plan');
  await press(page, link(page, say('help_sheet_change')));
  await choose(page, picture(), 'plan_picture_choose');
  await expect(page.getByText(say('plan_picture_added'))).toBeVisible();
  await tabTo(page, page.getByLabel(say('attachments_caption')));
  await page.keyboard.type('the dog at the lake');
  await press(page, link(page, say('help_sheet_done')));
  await expect(shown(page, 'the dog at the lake')).toBeVisible();
  const [kept] = await program.call('list_attachments', 'plan');
  expect(kept).toMatchObject({ caption: 'the dog at the lake' });
  const data = JSON.stringify({ attachment: kept!.id, part: 0 });
  const bytes = await page.request.post('/api/get_attachment_part', { data });
  expect((await bytes.body()).includes(place), 'where it was taken').toBe(false);
  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/help/plan');
  const there = shown(page, 'the dog at the lake');
  await expect.poll(() => there.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480);
  // The plan and the emergency number stay one look away.
  await expect(page.getByRole('main').getByText('999')).toBeVisible();
});

test('another takes its place, undo brings the first back, and it can be taken away', async ({
  page,
  program,
}) => {
  const kept = async () => (await program.call('list_attachments', 'plan')).map(({ name }) => name);
  await page.goto('/#/help/plan/write');
  await choose(page, picture('lake.png'), 'plan_picture_choose');
  await expect(button(page, say('plan_picture_other'))).toBeVisible();
  await choose(page, picture('hill.png'), 'plan_picture_other');
  await expect.poll(kept).toEqual(['hill.png']);
  await press(page, button(page, say('kit_undo')).last());
  await expect.poll(kept).toEqual(['lake.png']);
  await press(page, button(page, say('plan_picture_remove')));
  await expect.poll(kept).toEqual([]);
  await expect(button(page, say('plan_picture_choose'))).toBeFocused();
  await press(page, button(page, say('kit_undo')).last());
  await expect.poll(kept).toEqual(['lake.png']);
});

test('it is seen in the small window too, and not behind the lock', async ({ page, program }) => {
  await withPicture(page, program);
  await page.goto('/#/check-in');
  await page.keyboard.press('F1');
  await press(page, link(page, say('help_plan')));
  await expect(shown(page, say('plan_picture'))).toBeVisible();
  await program.call('change_lock', { lock: 'passphrase', passphrase: 'a small grey stone' });
  await program.call('lock', null);
  await expect(page.getByText(say('help_sheet_closed'))).toBeVisible();
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
});

test('it goes into the file, below the plan', async ({ page, program }) => {
  await withPicture(page, program);
  await page.goto('/#/help/plan');
  await press(page, button(page, say('help_sheet_save')));
  const pdf = await saved(page, button(page.getByRole('dialog'), say('taking_save')));
  expect(pdfPictures(pdf)).toEqual(['480 x 320']);
  expect(pdfHeard(pdf).trimEnd()).toMatch(/H2[^]*Figure\n\s*""$/);
});

test.describe('what is no picture', () => {
  test.use({ refused: ['bytes/put_attachment'] });

  test('is refused in one sentence, and the picture that was there stays', async ({ page, program }) => {
    await page.goto('/#/help/plan/write');
    await choose(page, picture('lake.png'), 'plan_picture_choose');
    await expect(button(page, say('plan_picture_other'))).toBeVisible();
    await choose(page, file('list.txt', 'tea'), 'plan_picture_other');
    await expect(page.getByText(say('error_invalid_not_a_picture'))).toBeVisible();
    expect((await program.call('list_attachments', 'plan')).map(({ name }) => name)).toEqual(['lake.png']);
  });
});
