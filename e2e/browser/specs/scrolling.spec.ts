// How smoothly a long journal goes by under the wheel. Frames are measured and printed, for people to judge; how much of it
// is on the page at once is not left to chance.
import { list } from '../support/journal.ts';
import { expect, test } from '../support/test.ts';
import { within } from '../support/times.ts';

const entries = 800;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

test(`the wheel goes through ${entries} entries`, async ({ page, program }) => {
  test.slow();
  for (let at = 0; at < entries; at++)
    await program.call('save_entry', {
      id: null,
      on: day(at),
      text: `Entry ${at}. The kettle was loud, and then quiet.`,
    });
  await page.goto('/#/journal');
  await expect(list(page).getByRole('link').first()).toContainText('Entry 0.');
  await page.evaluate(() => {
    const apart: number[] = [];
    Object.assign(globalThis, { apart });
    let last: number | undefined;
    const frame = (now: number) => {
      if (last !== undefined) apart.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await list(page).hover();
  const end = list(page).getByText(`Entry ${entries - 1}.`);
  let most = 0;
  for (let turns = 0; turns < 4_000 && !(await end.isVisible()); turns++) {
    await page.mouse.wheel(0, 600);
    if (turns % 20 === 0) most = Math.max(most, await list(page).getByRole('link').count());
  }
  await expect(end).toBeVisible();
  const apart = await page.evaluate(() => (globalThis as unknown as { apart: number[] }).apart);
  const at = (part: number) => within(apart, part);
  process.stdout.write(
    `frames while ${entries} entries go by: half within ${at(0.5)}, most within ${at(0.95)}, the longest ${at(1)}\n`,
  );
  expect(most, 'entries on the page at once').toBeLessThan(300);
});
