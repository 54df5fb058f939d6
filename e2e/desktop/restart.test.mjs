// A start while the last copy is still closing starts all the same.

import { after, test } from 'node:test';
import { closeWindow, Home, shownWindows, startAlone } from './harness.mjs';
import { until } from './webdriver.mjs';

const home = new Home();
after(() => home.remove());

const oneWindow = () => until(async () => (await shownWindows()).length === 1 && (await shownWindows())[0], 'one window', { within: 20_000 });

test('a start while the last copy is closing shows a window', { timeout: 180_000 }, async () => {
  startAlone(home);
  let window = await oneWindow();
  // The new start meets the old copy a little later each time.
  for (const delay of [0, 20, 60, 120, 200, 350, 600]) {
    await closeWindow(window);
    await new Promise((resolve) => setTimeout(resolve, delay));
    startAlone(home);
    await until(async () => {
      const [now] = await shownWindows();
      return now && now !== window;
    }, `a new window, ${delay} ms after the last was closed`, { within: 20_000 });
    window = await oneWindow();
  }
});
