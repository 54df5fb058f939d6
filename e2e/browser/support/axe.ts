// What axe finds wrong with the page as it stands. It runs in the page itself, which has no frames, and tells of faults alone:
// the package made for Playwright opens a second page for each look, and gathers all that is well besides.
import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** With every rule that is on by default, unless the options say else. */
export async function faults(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((options) => window.axe!.run(document, options), {
    ...options,
    resultTypes: ['violations'],
  } satisfies axe.RunOptions);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}
