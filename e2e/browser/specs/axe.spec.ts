// Every screen in every theme is free of what axe can find, and twice the text size fits into a small window.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { themes, wear } from '../support/furnishing.ts';
import { screens, show } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

/** What axe finds: with every rule that is on by default and the size of targets, or with these rules alone. */
async function findings(page: Page, theme: string, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (only) axe.withRules(only);
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme}, ${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

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

for (const screen of screens) {
  test.describe(screen.name, () => {
    test.use({
      lock: screen.lock === undefined ? { lock: 'none' } : screen.lock,
      refused: screen.refused ?? [],
    });

    test('gives axe nothing to find, in any theme', async ({ page, program }) => {
      if (screen.size) await page.setViewportSize(screen.size);
      await show(screen, page, program);
      await wear(page, program, { theme: 'light' });
      expect.soft(await findings(page, 'light')).toEqual([]);
      for (const theme of themes.filter((one) => one !== 'light')) {
        await wear(page, program, { theme });
        expect.soft(await findings(page, theme, colours(theme))).toEqual([]);
      }
    });

    test('fits a small window at twice the text size, with Help in sight', async ({ page, program }) => {
      await page.setViewportSize(screen.size ?? { width: 720, height: 520 });
      await show(screen, page, program);
      await wear(page, program, { theme: 'light', text_size: 200 });
      expect.soft(await overflow(page)).toEqual([]);
      expect.soft(await findings(page, 'light')).toEqual([]);
      if ((await page.getByRole('dialog').count()) === 0)
        await expect(
          page.getByRole('navigation').getByRole('link', { name: say('nav_help') }),
        ).toBeInViewport({
          ratio: 1,
        });
    });
  });
}
