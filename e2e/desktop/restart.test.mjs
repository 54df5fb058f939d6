// A start while the last copy is still closing starts all the same.

import { execFile } from 'node:child_process';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { closeWindow, Home, shownWindows, startAlone } from './harness.mjs';
import { letPass, until } from './webdriver.mjs';

const run = promisify(execFile);
const home = new Home();
after(() => home.remove());

/** The one window that is shown, and whose it is: a number of X11 is given again once its process has gone. */
async function oneWindow() {
  const [id, ...others] = await shownWindows();
  if (!id || others.length > 0) return undefined;
  return { id, process: (await run('xdotool', ['getwindowpid', id])).stdout };
}

test('a start while the last copy is closing shows a window', { timeout: 180_000 }, async () => {
  startAlone(home);
  let window = await until(oneWindow, 'a window');
  // The new start meets the old copy a little later each time.
  for (const delay of [0, 20, 60, 120, 200, 350, 600]) {
    await closeWindow(window.id);
    await letPass(delay, 'each start meets another moment of the end');
    startAlone(home);
    window = await until(async () => {
      const now = await oneWindow();
      return now && (now.id !== window.id || now.process !== window.process) && now;
    }, `a new window, ${delay} ms after the last was closed`);
  }
});
