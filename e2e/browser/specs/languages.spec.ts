// Every screen in two languages that nobody speaks, a long one and a mirrored one: all of it is translated, nothing is
// glued, nothing is cut off, and axe finds nothing. They are made from English (`ui/src/lib/pseudo.ts`).
import { faults } from '../support/axe.ts';
import { wear } from '../support/furnishing.ts';
import { clipped, untranslated } from '../support/languages.ts';
import { others } from '../support/other-words.ts';
import { screens, show } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';

const usual = { width: 1100, height: 760 };

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
        expect.soft(await untranslated(page, others), 'words').toEqual([]);
        expect.soft(await clipped(page), 'as usual').toEqual([]);
        expect.soft(await faults(page), 'axe').toEqual([]);
        await page.setViewportSize(screen.size ?? { width: 720, height: 520 });
        await wear(page, program, { text_size: 200 });
        expect.soft(await clipped(page), 'twice the text, a small window').toEqual([]);
      });
    });
  }
