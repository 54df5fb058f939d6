// How long Help takes to be seen after its key, from every place, from the lock, and with data that is damaged. It is
// measured and printed, for people to judge; that Help comes at all is what is tested.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heading } from '../support/page.ts';
import { expect, test, type Page } from '../support/test.ts';
import { within } from '../support/times.ts';
import { say } from '../support/words.ts';

const turns = 8;

/** Presses the key on each of these pages, again and again. */
async function measure(page: Page, what: string, hashes: readonly string[]) {
  await page.addInitScript((title) => {
    const taken: number[] = [];
    Object.assign(globalThis, { taken });
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key !== 'F1') return;
        const look = () => {
          const isThere = document.querySelector('h1')?.textContent?.trim() === title;
          // The message comes after the frame that shows it.
          if (!isThere) return void requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => taken.push(performance.now() - timeStamp);
          requestAnimationFrame(() => port2.postMessage(null));
        };
        look();
      },
      { capture: true },
    );
  }, say('nav_help'));
  await page.goto('/');
  for (const hash of hashes)
    for (let turn = 0; turn < turns; turn++) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await expect(heading(page)).not.toHaveText(say('nav_help'));
      await page.keyboard.press('F1');
      await expect(heading(page)).toHaveText(say('nav_help'));
    }
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { taken: number[] }).taken.length))
    .toBe(hashes.length * turns);
  const taken = await page.evaluate(() => (globalThis as unknown as { taken: number[] }).taken);
  const at = (part: number) => within(taken, part);
  process.stdout.write(`from F1 to Help, ${what}: half ${at(0.5)}, most ${at(0.95)}, all ${at(1)}\n`);
}

test.describe('with a year in it', () => {
  test.use({ demo: true });

  test('Help is soon there from every place', async ({ page }) => {
    await measure(page, 'from every place', [
      '#/today',
      '#/journal',
      '#/journal/new',
      '#/doing',
      '#/library',
      '#/reminders',
      '#/settings',
    ]);
  });
});

test.describe('with a passphrase', () => {
  test.use({ lock: { lock: 'passphrase', passphrase: 'a small grey stone' } });

  test('Help is soon there from the lock', async ({ page, program }) => {
    await program.call('lock', null);
    await measure(page, 'from the lock', ['#/today']);
  });
});

test('Help is soon there while the data is damaged', async ({ page, program }) => {
  await program.stop();
  const file = join(program.folder!, 'pilot-light.db');
  const bytes = readFileSync(file);
  for (let at = 100; at < 140; at++) bytes[at]! ^= 0xff;
  writeFileSync(file, bytes);
  await program.start();
  await measure(page, 'while the data is damaged', ['#/today']);
});
