// A shelf of one's own songs: kept in the encrypted file, silent until pressed, stopped with one press.
import type { Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { file, hand, sound, type TestFile } from '../support/files.ts';
import { side } from '../support/journal.ts';
import { button, heading, press, tabTo } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const shelf = (page: Page) => page.getByRole('list', { name: say('songs_title') }).getByRole('listitem');
const names = async (program: Program) =>
  (await program.call('list_attachments', 'songs')).map(({ name }) => name);

async function add(page: Page, ...files: TestFile[]) {
  const chooser = page.waitForEvent('filechooser');
  await press(page, button(page, say('songs_add')));
  await (await chooser).setFiles(files);
}

test('songs are put on the shelf, play at a press alone, and are there after a restart', async ({
  page,
  program,
}) => {
  await page.goto('/#/library');
  await press(page, page.getByRole('link', { name: say('songs_title') }));
  await expect(heading(page)).toHaveText(say('songs_title'));
  await add(page, sound('slow.wav'), sound('bright.wav'));
  await expect(shelf(page)).toHaveText([/slow\.wav/, /bright\.wav/]);
  await expect(page.locator('audio')).toHaveCount(0);
  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/songs');
  await expect(shelf(page)).toHaveCount(2);
  await expect(page.locator('audio')).toHaveCount(0);
  const audio = page.locator('audio');
  const plays = () => audio.evaluate((one: HTMLAudioElement) => one.currentTime > 0);
  await press(page, button(page, say('songs_play', { name: 'slow.wav' })));
  await expect.poll(plays).toBe(true);
  expect(await faults(page)).toEqual([]);
  // The end of a song is the end: no other begins.
  await expect(audio).toHaveCount(0);
  await expect(button(page, say('songs_play', { name: 'slow.wav' }))).toBeFocused();
});

test('one song at a time, and silence at one press or on leaving', async ({ page, program }) => {
  await page.goto('/#/songs');
  await add(page, sound('slow.wav', 60), sound('bright.wav', 60));
  await press(page, button(page, say('songs_play', { name: 'slow.wav' })));
  await expect(page.locator('audio')).toHaveCount(1);
  await press(page, button(page, say('songs_play', { name: 'bright.wav' })));
  await expect(button(page, say('songs_stop', { name: 'bright.wav' }))).toBeFocused();
  await expect(shelf(page).nth(1).locator('audio')).toHaveCount(1);
  await expect(page.locator('audio')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('audio')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.locator('audio')).toHaveCount(1);
  const playing = await page.locator('audio').evaluateHandle((one: HTMLAudioElement) => one);
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await expect.poll(() => playing.evaluate((one) => one.paused)).toBe(true);
  expect(await names(program)).toEqual(['slow.wav', 'bright.wav']);
});

test('a song is dropped, described, taken away and brought back', async ({ page, program }) => {
  await page.goto('/#/songs');
  await expect(button(page, say('songs_add'))).toBeVisible();
  await hand(page, 'drop', '.songs', [sound('slow.wav')]);
  await press(page, button(page, say('songs_more', { name: 'slow.wav' })));
  await tabTo(page, page.getByLabel(say('attachments_caption')));
  await page.keyboard.type('for grey mornings');
  await page.keyboard.press('Escape');
  await expect(shelf(page)).toContainText('for grey mornings');
  await press(page, button(page, say('songs_more', { name: 'slow.wav' })));
  await press(page, button(page, say('attachments_remove_here')));
  await expect(shelf(page)).toHaveCount(0);
  expect(await names(program)).toEqual([]);
  await press(page, button(page, say('kit_undo')));
  await expect(shelf(page)).toHaveText([/for grey mornings/]);
});

test('from the bin it comes back to the shelf', async ({ page, program }) => {
  await page.goto('/#/songs');
  await add(page, sound('slow.wav'));
  await expect(shelf(page)).toHaveCount(1);
  const [song] = await program.call('list_attachments', 'songs');
  await program.call('remove_attachment', song!.id);
  await page.goto('/#/journal');
  await press(page, side(page, 'journal_bin'));
  await press(page, page.getByRole('button', { name: say('bin_bring_back') }));
  await expect(page.getByText(say('bin_attached_again'))).toBeVisible();
  expect(await names(program)).toEqual(['slow.wav']);
});

test.describe('what is no song', () => {
  test.use({ refused: ['bytes/put_attachment'] });

  test('is refused in one sentence, and the others are kept', async ({ page, program }) => {
    await page.goto('/#/songs');
    await add(page, file('list.txt', 'tea'), sound('slow.wav'));
    await expect(page.getByText(say('error_invalid_not_a_sound'))).toBeVisible();
    await expect(shelf(page)).toHaveText([/slow\.wav/]);
    expect(await names(program)).toEqual(['slow.wav']);
  });
});

test('a sound that no system can play says so', async ({ page }) => {
  const broken = sound('broken.wav');
  broken.buffer.writeUInt16LE(0x9999, 20); // a coding that nothing knows
  await page.goto('/#/songs');
  await add(page, broken);
  await press(page, button(page, say('songs_play', { name: 'broken.wav' })));
  await expect(page.getByText(say('songs_unplayable'))).toBeVisible();
});
