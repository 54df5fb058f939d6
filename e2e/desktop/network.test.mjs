// No network: every connection that the program and its web views open, while a person uses it by keyboard alone.
// Without the driver, which has a connection of its own into the program.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  closeWindow,
  filesHolding,
  Home,
  keepScreen,
  shownWindows,
  startAlone,
  traced,
  typeKeys,
  typeText,
} from './harness.mjs';
import { until } from './webdriver.mjs';

const home = new Home();
const log = join(home.dir, 'connections.log');
after(() => home.remove());

/** What was answered is on the screen a moment later. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_000));

test(
  'a journey by keyboard opens no network connection and leaves no plain text',
  { timeout: 120_000 },
  async () => {
    const { answered } = startAlone(home, { application: traced(home, log) });
    const answers = (name, count = 1) =>
      until(() => answered.filter((other) => other === name).length >= count, `${name} is answered`, {
        within: 40_000,
      });
    await answers('get_status');
    const window = await until(async () => (await shownWindows())[0], 'the window');
    await settle();
    // First run: to the choice of locks, down to its last one, then Begin.
    await typeKeys(window, 'Tab', 'Down', 'Down', 'Tab', 'Return');
    await answers('create_profile');
    await answers('get_small_thing');
    await settle();
    await keepScreen('keyboard-today');
    await typeKeys(window, 'ctrl+j');
    await answers('list_entries');
    await settle();
    await typeText(window, 'the heron again');
    await answers('save_entry');
    await keepScreen('keyboard-journal');
    await typeKeys(window, 'ctrl+3');
    await answers('list_activities');
    await typeKeys(window, 'ctrl+4');
    await answers('list_library');
    await typeKeys(window, 'F1');
    await answers('get_help');
    await settle();
    await keepScreen('keyboard-help');
    await closeWindow(window);
    await home.untilEnded();

    assert.deepEqual(filesHolding(home.dir, 'heron'), []);
    const connections = readFileSync(log, 'utf8').split('\n');
    assert.ok(
      connections.some((line) => line.includes('AF_UNIX')),
      'the trace saw nothing',
    );
    assert.deepEqual(
      connections.filter((line) => /AF_INET6?\b/.test(line)),
      [],
    );
  },
);
