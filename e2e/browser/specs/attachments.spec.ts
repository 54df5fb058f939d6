// Pictures, sounds and files of an entry: chosen, pasted, let go of, opened, taken off and found, by keyboard.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { attach, bomb, file, hand, picture, place, sound, type TestFile } from '../support/files.ts';
import { editor, entries, list, search, side, texts, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const strip = (page: Page) => page.getByRole('group', { name: say('attachments_label') }).getByRole('list');
const viewer = (page: Page, name: string) => page.getByRole('dialog', { name });
const toast = (page: Page) => page.getByRole('status').getByRole('group');

async function pick(page: Page, ...files: TestFile[]) {
  const chooser = page.waitForEvent('filechooser');
  await press(page, button(page, say('attachments_add')));
  await (await chooser).setFiles(files);
}

const names = async (program: Program) => {
  const [entry] = await entries(program);
  return (await program.call('list_attachments', { entry: entry!.id })).map(({ name }) => name);
};

async function bytes(program: Program, id: number): Promise<Buffer> {
  const body = JSON.stringify({ attachment: id, part: 0 });
  const response = await fetch(`${program.url}/api/get_attachment_part`, { method: 'POST', body });
  const answer = Buffer.from(await response.arrayBuffer());
  return answer.subarray(4 + answer.readUInt32LE());
}

test('a picture is attached to a blank page, without where it was taken, and is there after a restart', async ({
  page,
  program,
}) => {
  await page.goto('/#/journal/new');
  await pick(page, picture());
  await expect(strip(page).locator('img')).toHaveCount(1);
  await expect(toast(page)).toContainText(say('attachments_cleaned'));
  await expect(list(page).getByRole('link')).toContainText(say('journal_without_words'));
  await editor(page).click();
  await page.keyboard.type('The light went.');
  await expect.poll(() => texts(program)).toEqual(['The light went.']);
  expect(await names(program)).toEqual(['evening.png']);
  const [kept] = await program.call('list_attachments', { entry: (await entries(program))[0]!.id });
  expect((await bytes(program, kept!.id)).includes(place)).toBe(false);
  expect(picture().buffer.includes(place)).toBe(true);
  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/journal');
  await list(page).getByRole('link').click();
  await expect(strip(page).getByRole('listitem')).toHaveText([/evening\.png/]);
});

test('files are pasted into the text and let go of above it', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'Here.')}`);
  await expect(editor(page)).toContainText('Here.');
  await hand(page, 'paste', '.text', [picture('pasted.png')]);
  await expect.poll(() => names(program)).toEqual(['pasted.png']);
  await hand(page, 'drop', '.text', [file('list.txt', 'tea\nbread'), sound()]);
  await expect.poll(() => names(program)).toEqual(['pasted.png', 'list.txt', 'voice.wav']);
  expect(await texts(program)).toEqual(['Here.']);
  // Beside the entry nothing happens, and the page stays.
  await hand(page, 'drop', 'main nav', [picture('lost.png')]);
  await expect(editor(page)).toBeVisible();
  expect(await names(program)).toHaveLength(3);
});

test('a picture is opened, looked at closely, described, and closed, by keyboard', async ({
  page,
  program,
}) => {
  const entry = await written(program, 'Here.');
  await attach(program.url, entry, picture());
  await page.goto(`/#/journal/${entry}`);
  await press(page, strip(page).getByRole('button'));
  const shown = viewer(page, 'evening.png').getByRole('img', { name: 'evening.png' });
  await expect(shown).toBeVisible();
  const width = async () => (await shown.boundingBox())!.width;
  const whole = await width();
  await tabTo(page, page.getByRole('region', { name: say('attachments_picture') }));
  for (const key of ['+', '+', '+']) await page.keyboard.press(key);
  await expect.poll(width).toBeCloseTo(whole * 3, 0);
  await page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(whole, 0);
  await tabTo(page, page.getByLabel(say('attachments_caption')));
  await page.keyboard.type('The field at dusk');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(async () => (await program.call('list_attachments', { entry }))[0]?.caption)
    .toBe('The field at dusk');
  await expect(strip(page).getByRole('button', { name: 'The field at dusk' })).toBeFocused();
});

test('what was said of one is there to be changed, and the words for the next are its own', async ({
  page,
  program,
}) => {
  const entry = await written(program, 'Here.');
  const first = await attach(program.url, entry, picture());
  await attach(program.url, entry, picture('other.png'));
  await program.call('caption_attachment', { attachment: first, caption: 'the lake' });
  const captions = async () =>
    (await program.call('list_attachments', { entry })).map(({ caption }) => caption);
  const words = page.getByLabel(say('attachments_caption'));
  await page.goto(`/#/journal/${entry}`);
  await press(page, strip(page).getByRole('button', { name: 'the lake' }));
  await expect(words).toHaveValue('the lake');
  await tabTo(page, words);
  await page.keyboard.press('End');
  await page.keyboard.type(' at dusk');
  // Closed at once, and the next one opened: neither takes the words of the other.
  await page.keyboard.press('Escape');
  await press(page, strip(page).getByRole('button', { name: 'other.png' }));
  await expect(words).toHaveValue('');
  await expect.poll(captions).toEqual(['the lake at dusk', '']);
  await tabTo(page, words);
  await page.keyboard.type('a hill');
  await page.keyboard.press('Escape');
  await expect.poll(captions).toEqual(['the lake at dusk', 'a hill']);
});

test('a sound waits silently, a text is shown as text, a page is never opened', async ({ page, program }) => {
  const entry = await written(program, 'Here.');
  for (const one of [
    sound(),
    file('list.txt', 'tea <b>and</b> bread'),
    file('photo.png', '<html><script>1</script>'),
  ])
    await attach(program.url, entry, one);
  await page.goto(`/#/journal/${entry}`);
  const open = (name: string) => press(page, strip(page).getByRole('button', { name }));
  await open('voice.wav');
  const audio = page.locator('audio');
  await expect.poll(() => audio.evaluate((one: HTMLAudioElement) => one.duration)).toBeCloseTo(1);
  expect(await audio.evaluate((one: HTMLAudioElement) => [one.paused, one.autoplay])).toEqual([true, false]);
  await page.keyboard.press('Escape');
  await open('list.txt');
  await expect(page.getByRole('region', { name: say('attachments_text') })).toHaveText(
    'tea <b>and</b> bread',
  );
  await page.keyboard.press('Escape');
  await open('photo.png');
  await expect(page.getByText(say('attachments_no_view'))).toBeVisible();
  const download = page.waitForEvent('download');
  await press(page, button(page, say('attachments_copy')));
  const copy = await download;
  expect(copy.suggestedFilename()).toBe('photo.png');
  expect(readFileSync(await copy.path(), 'utf8')).toBe('<html><script>1</script>');
});

test('one is taken off and brought back by undo, with its bytes', async ({ page, program }) => {
  const entry = await written(program, 'Here.');
  const id = await attach(program.url, entry, picture());
  const before = await bytes(program, id);
  await page.goto(`/#/journal/${entry}`);
  await press(page, strip(page).getByRole('button'));
  await press(page, button(page, say('attachments_remove')));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(strip(page)).toHaveCount(0);
  expect(await names(program)).toEqual([]);
  await press(page, button(page, say('kit_undo')));
  await expect(strip(page).getByRole('button')).toHaveCount(1);
  expect((await bytes(program, id)).equals(before)).toBe(true);
});

test('what was taken off is put back from the bin, or let go of', async ({ page, program }) => {
  const entry = await written(program, 'Here.');
  for (const one of [picture(), file('list.txt', 'tea')])
    await program.call('remove_attachment', await attach(program.url, entry, one));
  await page.goto(`/#/journal/${entry}`);
  await expect(strip(page)).toHaveCount(0);
  await press(page, side(page, 'journal_bin'));
  const row = (name: string) => list(page).getByRole('listitem', { name });
  await press(page, button(row('evening.png'), say('bin_bring_back')));
  await expect(strip(page).getByRole('listitem')).toHaveText([/evening\.png/]);
  await press(page, button(row('list.txt'), say('bin_let_go')));
  await press(page, button(page.getByRole('dialog'), say('bin_let_go')));
  await expect(page.getByText(say('bin_empty_title'))).toBeVisible();
  expect(await program.call('list_removed_attachments', null)).toEqual([]);
});

test('what the camera wrote can be kept, for as long as the page is open', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'Here.')}`);
  await pick(page, picture());
  await press(page, strip(page).getByRole('button'));
  await press(page, button(page, say('attachments_keep_metadata')));
  await expect(page.getByText(say('attachments_metadata_kept'))).toBeVisible();
  const all = await program.call('list_attachments', { entry: (await entries(program))[0]!.id });
  expect(all).toHaveLength(1);
  expect((await bytes(program, all[0]!.id)).includes(place)).toBe(true);
});

test.describe('what does not fit', () => {
  test.use({ refused: ['bytes/put_attachment'] });
  test('gets one clear sentence, and the rest is attached', async ({ page, program }) => {
    await page.goto(`/#/journal/${await written(program, 'Here.')}`);
    await pick(page, file('empty.txt', ''), bomb, picture());
    await expect.poll(() => names(program)).toEqual(['bomb.png', 'evening.png']);
    const trouble = page.getByRole('note');
    await expect(trouble).toContainText('empty.txt');
    await expect(trouble).toContainText(say('error_invalid_file_empty'));
    await press(page, strip(page).getByRole('button', { name: 'bomb.png' }));
    await expect(page.getByText(say('attachments_not_shown_too_large'))).toBeVisible();
  });
});

test('an entry is found by what is attached, said in plain words', async ({ page, program }) => {
  await attach(program.url, await written(program, 'With a picture'), picture());
  await attach(program.url, await written(program, 'With a voice'), sound());
  await page.goto('/#/journal');
  await search(page).fill('has:picture');
  await expect(list(page).getByRole('link')).toHaveText([/With a picture/]);
  const chips = page.getByRole('list', { name: say('search_understood') }).getByRole('listitem');
  await expect(chips).toHaveText([say('search_has_picture', { is: 'sought' })]);
  await search(page).fill('voice.w');
  await expect(list(page).getByRole('link')).toHaveText([/With a voice/]);
});

test('axe finds nothing in the strip and in the open picture', async ({ page, program }) => {
  const entry = await written(program, 'Here.');
  for (const one of [picture(), sound()]) await attach(program.url, entry, one);
  await page.goto(`/#/journal/${entry}`);
  await expect(strip(page).getByRole('listitem')).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  await press(page, strip(page).getByRole('button').first());
  await expect(page.getByRole('img', { name: 'evening.png' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
