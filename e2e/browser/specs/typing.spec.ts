// How long a key takes to be seen in a long entry. It is measured and printed, for people to judge.
import { editor, written } from '../support/journal.ts';
import { expect, test } from '../support/test.ts';
import { within } from '../support/times.ts';

const sentence = 'The *kettle* was loud, and then it was **quiet** for a while longer. ';

for (const words of [200, 20_000])
  test(`from key to paint in ${words} words`, async ({ page, program }) => {
    const paragraphs = Array.from({ length: words / 100 }, () => sentence.repeat(8).trim());
    await page.goto(`/#/journal/${await written(program, paragraphs.join('\n\n'))}`);
    await expect(editor(page)).toBeFocused();
    await page.evaluate(() => {
      const taken: number[] = [];
      Object.assign(globalThis, { taken });
      addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => taken.push(performance.now() - pressed);
          // The message comes after the frame that shows the key.
          requestAnimationFrame(() => port2.postMessage(null));
        },
        { capture: true },
      );
    });
    for (const place of ['Control+Home', 'Control+End']) {
      await page.keyboard.press(place);
      await page.keyboard.type('and so it goes on for a line or two, ', { delay: 30 });
    }
    const taken = await page.evaluate(() => (globalThis as unknown as { taken: number[] }).taken);
    process.stdout.write(
      `from key to paint in ${words} words: half ${within(taken, 0.5)}, most ${within(taken, 0.95)}\n`,
    );
    expect(taken.length).toBeGreaterThan(70);
  });
