// A time for writing: it says when it ends, ends with words and only on request with a bell, and holds nobody.
import type { Page } from '@playwright/test';
import { editor, texts } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

/** Listens to how many tones the page starts; they sound all the same. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const heard = { tones: 0 };
    Object.assign(globalThis, { heard });
    const start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (...when) {
      heard.tones++;
      return start.apply(this, when);
    };
  });
}
const tones = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { tones: number } }).heard.tones);

async function choose(page: Page) {
  await press(page, button(page, say('more_open')));
  await press(page, page.getByRole('dialog').getByRole('button', { name: say('more_time_hint') }));
}

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await listen(page);
  await page.goto('/#/journal/new');
  await expect(editor(page)).toBeFocused();
});

test('it ends in silence with a closing line, and writing goes on or not', async ({ page, program }) => {
  await choose(page);
  // By itself it would go on while letters are typed.
  await page.clock.pauseAt(Date.now() + 5_000);
  await press(page, button(page.getByRole('dialog'), say('time_minutes', { n: 2 })));
  await page.clock.runFor(200);
  await expect(editor(page)).toBeFocused();
  await expect(page.getByText(like('time_until'))).toBeVisible();
  await page.keyboard.type('still here');
  await page.clock.runFor(119_000);
  await expect(page.getByText(say('time_over'))).toHaveCount(0);
  await page.clock.runFor(1_500);
  await expect(page.getByText(say('time_over'))).toBeVisible();
  await expect(editor(page)).toBeFocused();
  await expect.poll(() => texts(program)).toEqual(['still here']);
  expect(await tones(page)).toBe(0);

  await press(page, button(page, say('time_more', { n: 5 })));
  await expect(page.getByText(like('time_until'))).toBeVisible();
  await expect(editor(page)).toBeFocused();
  await press(page, button(page, say('time_stop')));
  await expect(page.getByText(like('time_until'))).toHaveCount(0);
  await page.clock.runFor(600_000);
  await expect(page.getByText(say('time_over'))).toHaveCount(0);
});

test('with the bell switched on it rings once', async ({ page }) => {
  await choose(page);
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('switch', { name: say('writing_bell') }));
  await page.keyboard.press('Space');
  await press(page, button(dialog, say('time_minutes', { n: 2 })));
  await page.clock.runFor(100_000);
  expect(await tones(page)).toBe(0);
  await page.clock.runFor(21_000);
  await expect(page.getByText(say('time_over'))).toBeVisible();
  const rung = await tones(page);
  expect(rung).toBeGreaterThan(0);
  await page.clock.runFor(300_000);
  expect(await tones(page)).toBe(rung);
  await press(page, button(page, say('time_close')));
  await expect(page.getByText(say('time_over'))).toHaveCount(0);
});

test('a heavy question offers its time first, and the step back stays beside the end', async ({ page }) => {
  await press(page, button(page, say('beginning_question')));
  await press(page, button(page, say('beginning_heavy')));
  await press(page, button(page, say('beginning_heavy_open')));
  const offer = page.getByRole('button', { name: like('beginning_write_for') });
  await press(page, offer);
  await expect(
    editor(page).or(page.getByRole('textbox', { name: like('journal_label_question') })),
  ).toBeFocused();
  await expect(page.getByText(like('time_until'))).toBeVisible();
  await page.clock.runFor(16 * 60_000);
  await expect(page.getByText(say('time_over'))).toBeVisible();
  await expect(page.getByText(like('beginning_afterwards'))).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: say('nav_help') })).toBeVisible();
});
