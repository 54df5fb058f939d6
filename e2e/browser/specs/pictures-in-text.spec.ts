// A picture among the words: put there from where it is attached, seen where it stands, and only ever one's own.
import type { Page } from '@playwright/test';
import { attach, picture } from '../support/files.ts';
import { editor, list, texts, written } from '../support/journal.ts';
import { button, choose, press } from '../support/page.ts';
import { pdfHeard, pdfPictures, pdfWords, saved } from '../support/saved.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const strip = (page: Page) => page.getByRole('group', { name: say('attachments_label') }).getByRole('list');
const inText = (page: Page, name: string) => editor(page).getByRole('img', { name });
const wide = (page: Page, name: string) =>
  inText(page, name).evaluate((img: HTMLImageElement) => img.naturalWidth);

test('a picture is put into the text by keyboard, written around, and is there after a restart', async ({
  page,
  program,
}) => {
  const entry = await written(program, 'Before it.');
  await attach(program.url, entry, picture());
  const [attached] = await program.call('list_attachments', { entry });
  await page.goto(`/#/journal/${entry}`);
  await press(page, strip(page).getByRole('button'));
  await press(page, page.getByLabel(say('attachments_caption')), 'T');
  await page.keyboard.type('he lake [at dusk]');
  await press(page, button(page, say('attachments_put')));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('After it.');
  const text = `Before it.\n\n![The lake \\[at dusk\\]](kept:${attached?.uid})\nAfter it.`;
  await expect.poll(() => texts(program)).toEqual([text]);
  const name = 'The lake [at dusk]';
  await expect.poll(() => wide(page, name)).toBe(480);
  // Its marks are out of sight while one writes elsewhere.
  await expect(editor(page)).not.toContainText('kept:');
  await page.keyboard.press('ArrowUp');
  await expect(editor(page)).toContainText('kept:');
  await expect(inText(page, name)).toBeVisible();

  await page.goto('about:blank');
  await program.restart();
  await page.goto(`/#/journal/${entry}`);
  await expect.poll(() => wide(page, name)).toBe(480);
  await expect.poll(() => texts(program)).toEqual([text]);
});

test('one that is taken off is told in its place, and comes back with it', async ({ page, program }) => {
  const entry = await written(program, 'x');
  const id = await attach(program.url, entry, picture());
  await program.call('save_entry', { id: entry, on: null, text: `![the lake](kept:${id})\n\nAnd more.` });
  await page.goto(`/#/journal/${entry}`);
  await expect(inText(page, 'the lake')).toBeVisible();
  // A list says what it shows, and not how it is written down.
  await expect(list(page).getByRole('link')).toContainText('the lake');
  await expect(list(page).getByRole('link')).not.toContainText('kept');
  await press(page, strip(page).getByRole('button'));
  await press(page, button(page, say('attachments_remove')));
  await expect(editor(page).getByText(say('editor_picture_gone'))).toBeVisible();
  await press(page, button(page, say('kit_undo')));
  await expect(inText(page, 'the lake')).toBeVisible();
});

test('a picture is read once when its entry is opened, and not again by writing on', async ({
  page,
  program,
}) => {
  const entry = await written(program, 'x');
  const id = await attach(program.url, entry, picture());
  await program.call('save_entry', { id: entry, on: null, text: `![the lake](kept:${id})\n\nAnd more.` });
  const read: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('get_attachment_part')) read.push(request.postData() ?? '');
  });
  await page.goto(`/#/journal/${entry}`);
  await expect.poll(() => wide(page, 'the lake')).toBe(480);
  await expect(strip(page).locator('img')).toHaveCount(1);
  await editor(page).focus();
  await page.keyboard.press('Control+End');
  for (const more of [' one', ' two']) {
    // The list of what is attached is read again after each save.
    const listed = page.waitForResponse((response) => response.url().endsWith('/api/list_attachments'));
    await page.keyboard.type(more);
    await listed;
    await expect.poll(async () => (await texts(program))[0]).toContain(more);
  }
  await expect.poll(() => wide(page, 'the lake')).toBe(480);
  const parts = read.map((input) => (JSON.parse(input) as { part: number | null }).part);
  expect(parts.sort(), 'the picture and its thumbnail').toEqual([0, null]);
});

test('a picture of another entry, or from elsewhere, is never shown', async ({ page, program }) => {
  const other = await attach(program.url, await written(program, 'other'), picture());
  const text = `![a](kept:${other})\n\n![b](https://example.org/pixel.png)\n\nend`;
  const entry = await written(program, text);
  await page.goto(`/#/journal/${entry}`);
  await expect(editor(page).getByText(say('editor_picture_gone'))).toBeVisible();
  await expect(editor(page)).toContainText('https://example.org/pixel.png');
  await expect(editor(page).locator('img[src]')).toHaveCount(0);
});

test('taken along it stands where it stood, or is told in words', async ({ page, program }) => {
  const entry = await written(program, 'x');
  const id = await attach(program.url, entry, picture());
  const below = await attach(program.url, entry, picture());
  await program.call('caption_attachment', { attachment: below, caption: 'the dog' });
  await program.call('save_entry', {
    id: entry,
    on: null,
    text: `Before.\n![the lake](kept:${id})\nAnd more.`,
  });
  await page.goto(`/#/journal/${entry}`);
  await press(page, button(page, say('taking_entries')));
  const dialog = page.getByRole('dialog');
  const save = button(dialog, say('taking_save'));

  const pdf = await saved(page, save);
  expect(pdfWords(pdf)).toMatch(/Before\. And more\. the dog$/);
  expect(pdfPictures(pdf)).toEqual(['480 x 320', '480 x 320']);
  expect(pdfHeard(pdf)).toMatch(/Before[^]*Figure[^]*And more[^]*Figure[^]*the dog/);

  await press(page, button(page, say('taking_entries')));
  await choose(page, 'taking_as', 'taking_as_html');
  const html = await saved(page, save);
  const other = await page.context().newPage();
  await other.setContent(html.text);
  const shown = (name: string) =>
    other
      .getByRole('img', { name })
      .evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  expect(await shown('the lake')).toEqual([480, 320]);
  expect(await shown('the dog')).toEqual([480, 320]);

  await press(page, button(page, say('taking_entries')));
  await choose(page, 'taking_as', 'taking_as_pdf');
  await press(page, dialog.getByRole('switch', { name: say('taking_pictures') }), 'Space');
  const plain = await saved(page, save);
  expect(pdfWords(plain)).toMatch(/Before\. the lake And more\.$/);
  expect(pdfPictures(plain)).toEqual([]);
});
