// HTML that comes without plain text, as some programs put it on the clipboard or let it be dragged.
import type { Page } from '@playwright/test';
import { editor, texts, written } from '../support/journal.ts';
import { expect, test } from '../support/test.ts';

const html =
  '<meta charset="utf-8"><style>p { color: red }</style><h2>A day</h2><p>The <b>kettle</b> was <a href="https://example.org/loud">loud</a>.</p>' +
  '<ul><li>tea<ul><li>green</li></ul></li></ul><table><tr><td>day</td><td>felt</td></tr><tr><td>Mo</td><td>2</td></tr></table>' +
  '<img src="https://example.org/x.png" alt="a lake" onerror="globalThis.ran=1"><script>globalThis.ran=1</script><p style="color:red">End.</p>';
const markdown =
  '## A day\n\nThe **kettle** was [loud](https://example.org/loud).\n\n- tea\n  - green\n\n| day | felt |\n| --- | --- |\n| Mo | 2 |\n\na lake\n\nEnd.';

/** Gives it to the editor as a paste or a drop of these types. */
const give = (page: Page, how: 'paste' | 'drop', types: Record<string, string>) =>
  editor(page).evaluate(
    (content, { how, types }) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(types)) data.setData(type, text);
      const way = { bubbles: true, cancelable: true, composed: true };
      const line = content.querySelector('.cm-line')!.getBoundingClientRect();
      if (how === 'paste')
        content.dispatchEvent(new ClipboardEvent('paste', { ...way, clipboardData: data }));
      else
        content.dispatchEvent(
          new DragEvent('drop', {
            ...way,
            dataTransfer: data,
            clientX: line.left,
            clientY: line.top + line.height / 2,
          }),
        );
    },
    { how, types },
  );

test('its words, lists, tables and links are pasted, and nothing is fetched or run', async ({
  page,
  program,
}) => {
  await page.goto(`/#/journal/${await written(program, 'Before.')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await give(page, 'paste', { 'text/html': html });
  await expect.poll(() => texts(program)).toEqual([`Before.\n\n${markdown}`]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(program)).toEqual(['Before.']);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

test('it takes the place of what is selected', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'Before.')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+a');
  await give(page, 'paste', { 'text/html': '<p>שלום</p><p>After.</p>' });
  await expect.poll(() => texts(program)).toEqual(['שלום\n\nAfter.']);
});

test('it is put where it is let go of', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'there.')}`);
  await expect(editor(page)).toBeFocused();
  await give(page, 'drop', { 'text/html': '<i>Over</i> ' });
  await expect.poll(() => texts(program)).toEqual(['*Over*there.']);
});

test('plain text is taken as it is, whatever else comes with it', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'Before. ')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await give(page, 'paste', { 'text/html': '<b>x</b>', 'text/plain': 'plain *as* typed' });
  await expect.poll(() => texts(program)).toEqual(['Before. plain *as* typed']);
});
