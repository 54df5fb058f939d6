// Pictures of every screen, for looking at. Only with SHOTS=<folder>.
import { join } from 'node:path';
import { themes, wear } from '../support/furnishing.ts';
import { screens, show } from '../support/screens.ts';
import { test } from '../support/test.ts';

const folder = process.env.SHOTS ?? '';

for (const language of [null, 'en-XA', 'ar-XB'])
  for (const screen of screens) {
    test.describe(`${language ?? 'English'}, ${screen.name}`, () => {
      test.use({
        language,
        lock: screen.lock === undefined ? { lock: 'none' } : screen.lock,
        refused: screen.refused ?? [],
      });

      test('has its picture taken', async ({ page, program }) => {
        if (screen.size) await page.setViewportSize(screen.size);
        await show(screen, page, program);
        for (const text_size of [100, 200])
          for (const theme of language === null ? themes : (['light', 'dark'] as const)) {
            await wear(page, program, { theme, text_size });
            const name = `${screen.name.replace(/\W+/g, '-')}_${text_size}_${theme}.png`;
            await page.screenshot({ path: join(folder, language ?? '', name) });
          }
      });
    });
  }
