// Every screen in every theme is free of what axe can find, and twice the text size fits into a small window.
import type { Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { themes, wear } from '../support/furnishing.ts';
import { screens, show } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

/** Every rule that is on by default, and the size of targets. */
const allRules = { rules: { 'target-size': { enabled: true } } };

/** Themes differ in their colours alone. High contrast has to be high. */
const colours = (theme: string) => [
  'color-contrast',
  ...(theme === 'contrast' ? ['color-contrast-enhanced'] : []),
];

/** How far things stick out: past the side of the page, or past the window, which would scroll with Help in it. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const frame = document.documentElement;
    return [frame, document.getElementById('page')!]
      .map((place) => place.scrollWidth - place.clientWidth)
      .concat(frame.scrollHeight - frame.clientHeight)
      .filter((beyond) => beyond > 0);
  });

const usual = { width: 1100, height: 760 };

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({
      lock: screen.lock === undefined ? { lock: 'none' } : screen.lock,
      refused: screen.refused ?? [],
    });

    test('fits at twice the text size and gives axe nothing to find in any theme', async ({
      page,
      program,
    }) => {
      await page.setViewportSize(screen.size ?? { width: 720, height: 520 });
      await show(screen, page, program);
      await wear(page, program, { theme: 'light', text_size: 200 });
      expect.soft(await overflow(page), 'sticks out of the small window').toEqual([]);
      expect.soft(await faults(page, allRules), 'small').toEqual([]);
      if ((await page.getByRole('dialog').count()) === 0)
        await expect(
          page.getByRole('navigation').getByRole('link', { name: say('nav_help') }),
        ).toBeInViewport({
          ratio: 1,
        });

      await page.setViewportSize(screen.size ?? usual);
      await wear(page, program, { text_size: 100 });
      expect.soft(await faults(page, allRules), 'light').toEqual([]);
      for (const theme of themes.filter((one) => one !== 'light')) {
        await wear(page, program, { theme });
        expect.soft(await faults(page, { runOnly: colours(theme) }), theme).toEqual([]);
      }
    });
  });
}
