// Text that tries to be more than text stays text in every place that shows it, and no length of it stops the writing.
import type { Page } from '@playwright/test';
import { dayNow } from '../../../ui/src/lib/civil.ts';
import { exhaustingTexts, hostileTexts } from '../../../ui/src/lib/hostile-texts.ts';
import { idOf } from '../../../ui/src/test-ids.ts';
import { editor, list, search, side, written } from '../support/journal.ts';
import { button } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

/** What the program itself never puts on a page of the journal, and a text might. */
const strangers = [
  ...[
    'script',
    'iframe',
    'object',
    'embed',
    'style[type]',
    'link',
    'base',
    'meta',
    'form',
    'marquee',
    'math',
  ],
  ...[
    'video',
    'picture',
    'template',
    'img:not(.cm-widgetBuffer)',
    'svg:not(.lucide)',
    '[onerror]',
    '[onload]',
  ],
  ...['a[href^="javascript" i]', 'a[href^="data" i]', 'a[href^="http" i]', 'a[href^="//"]'],
].map((selector) => `main ${selector}`);

async function expectOnlyWords(page: Page) {
  await expect(page.locator(strangers.join(', '))).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
}

for (const [family, texts] of Object.entries(hostileTexts))
  test(`of the family “${family}” nothing runs in the editor, wherever the cursor stands`, async ({
    page,
    program,
  }) => {
    const text = texts.join('\n\n').replace(/\p{Surrogate}/gu, '\ufffd');
    await page.goto(`/#/journal/${await written(program, text)}`);
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < text.split('\n').length; line++) await page.keyboard.press('ArrowDown');
    await expectOnlyWords(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('!');
    await expect.poll(async () => (await program.call('get_entry', idOf(1))).text).toBe(`${text}!`);
  });

test('lists, searches, questions, titles, tags and what is parked show it as words', async ({
  page,
  program,
}) => {
  const texts = Object.values(hostileTexts)
    .flat()
    .map((text) => text.replace(/\p{Surrogate}/gu, '').slice(0, 400));
  for (const text of texts) {
    const id = await written(program, text);
    await program.call('save_entry', { id, on: null, title: text, text });
  }
  const worst = `<img src=x onerror="globalThis.ran=1">`;
  await program.call('tag_entry', {
    entry: idOf(1),
    tags: [worst.replaceAll('"', "'"), '<script>ran=1</script>'],
  });
  await program.call('park_worry', { id: null, text: worst, on: dayNow(), minute: 0 });
  await program.call('save_own_form', { id: null, name: worst, text: worst });
  await program.call('save_own_prompt', { id: null, text: worst, weight: 'light' });
  await program.call('delete_entry', await written(program, worst));

  await page.goto('/#/journal');
  await expect(list(page).getByRole('link').first()).toBeVisible();
  await expectOnlyWords(page);
  await search(page).fill('script');
  await expect(list(page).locator('mark').first()).toBeVisible();
  await expectOnlyWords(page);
  await search(page).fill('');
  for (const name of ['journal_tags', 'journal_bin'] as const) {
    await side(page, name).click();
    await expect(list(page)).toContainText(name === 'journal_bin' ? worst : '<script>');
    await expectOnlyWords(page);
  }
  await page.goto(`/#/journal/new/${encodeURIComponent(worst)}`);
  await expect(page.getByRole('region', { name: say('journal_entry') }).getByText(worst)).toBeVisible();
  await expectOnlyWords(page);
  await page.goto('/#/today');
  await expect(page.getByRole('group', { name: worst })).toBeVisible();
  await expectOnlyWords(page);
  await page.goto('/#/journal/new');
  await button(page, say('own_open')).click();
  await expect(page.getByRole('dialog').getByText(worst)).toHaveCount(2);
  await expect(page.getByRole('dialog').locator('img, script')).toHaveCount(0);
  await expectOnlyWords(page);
});

test('earlier states show it as words', async ({ page, program }) => {
  const text = Object.values(hostileTexts)
    .flat()
    .join('\n\n')
    .replace(/\p{Surrogate}/gu, '');
  const id = await written(program, text);
  await program.call('close_entry', id);
  await program.call('save_entry', { id, on: null, text: 'after' });
  await page.goto(`/#/journal/${id}`);
  await button(page, say('earlier_title')).click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').click();
  const shown = page.getByRole('region', { name: say('earlier_text') });
  await expect(shown).toContainText('onerror');
  await expect(shown.locator('script, img, iframe, svg, a, style')).toHaveCount(0);
  await expectOnlyWords(page);
});

const long: Record<string, string> = {
  'ten megabytes in one line': 'a grey day '.repeat(1_000_000),
  'a megabyte without a space': 'x'.repeat(1_000_000),
  'fifty thousand lines': Array.from({ length: 50_000 }, (_, n) => `- line ${n} with **some** words`).join(
    '\n',
  ),
  ...exhaustingTexts,
};
for (const [kind, text] of Object.entries(long))
  test(`one writes on in ${kind}`, async ({ page, program }) => {
    await page.goto(`/#/journal/${await written(program, text)}`);
    await expect(editor(page)).toBeFocused({ timeout: 20_000 });
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' end');
    await expect
      .poll(async () => (await program.call('get_entry', idOf(1))).text.length, { timeout: 20_000 })
      .toBe(text.length + 4);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('start ');
    await expect
      .poll(async () => (await program.call('get_entry', idOf(1))).text.slice(0, 6), { timeout: 20_000 })
      .toBe('start ');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+b');
    await expectOnlyWords(page);
  });

test('half a sign that is pasted does not keep the rest from being kept', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await expect(editor(page)).toBeFocused();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'before \ud83d after');
    const focused = document.activeElement?.shadowRoot?.activeElement;
    focused?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect
    .poll(async () => (await program.call('list_entries', { after: null, limit: 1 }))[0]?.excerpt)
    .toMatch(/^before . after$/);
  await page.keyboard.type(' and more');
  await expect
    .poll(async () => (await program.call('list_entries', { after: null, limit: 1 }))[0]?.excerpt)
    .toMatch(/^before . after and more$/);
});
