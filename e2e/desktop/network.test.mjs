// No network: every connection that the program and its web views open, while a person uses it by keyboard alone.
// Without the driver, which has a connection of its own into the program.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeWindow, filesHolding, Home, keepScreen, shownWindows, startAlone, traced, typeKeys, typeText } from './harness.mjs';
import { until } from './webdriver.mjs';

const home = new Home();
const log = join(home.dir, 'connections.log');
after(() => home.remove());

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test('a journey by keyboard opens no network connection and leaves no plain text', { timeout: 120_000 }, async () => {
  startAlone(home, { application: traced(home, log) });
  const window = await until(async () => (await shownWindows())[0], 'the window', { within: 30_000 });
  await pause(3_000);
  // First run: to the choice of locks, its last one, then Begin.
  await typeKeys(window, 'Tab', 'End', 'Tab');
  await typeKeys(window, 'Return');
  await until(() => home.hasData(), 'the data file is made', { within: 30_000 });
  await pause(1_500);
  await keepScreen('keyboard-today');
  await typeKeys(window, 'ctrl+j');
  await pause(2_000);
  await typeText(window, 'the heron again');
  await pause(2_000);
  await keepScreen('keyboard-journal');
  for (const places of ['ctrl+1', 'ctrl+3', 'ctrl+4', 'F1']) {
    await typeKeys(window, places);
    await pause(1_000);
  }
  await keepScreen('keyboard-help');
  await closeWindow(window);
  await home.untilEnded();

  assert.deepEqual(filesHolding(home.dir, 'heron'), []);
  const connections = readFileSync(log, 'utf8').split('\n');
  assert.ok(connections.some((line) => line.includes('AF_UNIX')), 'the trace saw nothing');
  assert.deepEqual(connections.filter((line) => /AF_INET6?\b/.test(line)), []);
});
