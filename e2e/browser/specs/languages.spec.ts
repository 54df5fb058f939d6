// Every screen in two languages that nobody speaks, a long one and a mirrored one: all of it is translated, nothing is
// glued, nothing is cut off, and axe finds nothing. They are made from English (`ui/src/lib/pseudo.ts`).
import { faults } from '../support/axe.ts';
import { wear } from '../support/furnishing.ts';
import { clipped, untranslated } from '../support/languages.ts';
import { otherWords } from '../support/other-words.ts';
import { heading } from '../support/page.ts';
import { screens, show } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';
import { say, speak } from '../support/words.ts';

/** What is seen and what is heard are two texts, each in its brackets: that the one is part of the other is seen in English. */
const rules = { rules: { 'label-content-name-mismatch': { enabled: false } } };
const usual = { width: 1100, height: 760 };

test.describe('what a language lacks', () => {
  test.use({ language: 'ar-XB' });

  test('is in English, runs as English does, and says so', async ({ page }) => {
    await page.goto('/#/library/grief-that-goes-quiet');
    await expect(heading(page)).toHaveText('Grief that goes quiet');
    await expect(heading(page)).toHaveAttribute('lang', 'en');
    await expect(page.locator('main .reading')).toHaveAttribute('lang', 'en');
    await expect(page.locator('main .reading')).toHaveCSS('direction', 'ltr');
    await expect(page.getByText(say('kit_in_english'))).toHaveCount(1);
    await page.goto('/#/library/six-slow-breaths');
    await expect(heading(page)).toHaveText(/^\[/);
    await expect(page.getByText(say('kit_in_english'))).toHaveCount(0);
  });
});

test.describe('another language', () => {
  test.use({ language: 'en-XA' });

  test('is chosen in Settings, and nothing that is being written is lost', async ({ page, program }) => {
    const other = await page.context().newPage();
    await other.goto(`${program.url}/#/journal/new`);
    await other.getByRole('textbox', { name: say('editor_label') }).fill('half a line');
    await page.goto('/#/settings');
    await page.getByLabel(say('settings_language')).selectOption('ar-XB');
    for (const one of [page, other]) {
      await expect(one.locator('html')).toHaveAttribute('lang', 'ar-XB');
      await expect(one.locator('html')).toHaveAttribute('dir', 'rtl');
    }
    speak('ar-XB');
    await expect(page.getByLabel(say('settings_language'))).toHaveValue('ar-XB');
    await expect(other.getByText('half a line').first()).toBeVisible();
    expect(await program.call('list_entries', { after: null, limit: 5 })).toHaveLength(1);
  });
});

test('where there is one language there is nothing to choose', async ({ page }) => {
  await page.goto('/#/settings');
  await expect(page.getByRole('radiogroup', { name: say('settings_theme') })).toBeVisible();
  await expect(page.getByText(say('settings_language'), { exact: true })).toHaveCount(0);
});

for (const language of ['en-XA', 'ar-XB'])
  for (const screen of screens) {
    test.describe(`${language}, ${screen.name}`, () => {
      test.use({
        language,
        lock: screen.lock === undefined ? { lock: 'none' } : screen.lock,
        refused: screen.refused ?? [],
      });

      test('is translated, whole and in sight', async ({ page, program }) => {
        await page.setViewportSize(screen.size ?? usual);
        await show(screen, page, program);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await untranslated(page, await otherWords(program)), 'words').toEqual([]);
        expect.soft(await clipped(page), 'as usual').toEqual([]);
        expect.soft(await faults(page, rules), 'axe').toEqual([]);
        await page.setViewportSize(screen.size ?? { width: 720, height: 520 });
        await wear(page, program, { text_size: 200 });
        expect.soft(await clipped(page), 'twice the text, a small window').toEqual([]);
      });
    });
  }
