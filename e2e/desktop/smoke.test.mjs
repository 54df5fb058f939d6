// The least that must work in the real window: it opens, it has a heading, and it can be started again.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Home, keepScreen, start } from './harness.mjs';

const home = new Home();
after(() => home.remove());

test('the window opens with a heading, twice', async () => {
  for (const name of ['first start', 'second start']) {
    const { driver, stop } = await start(home);
    try {
      const heading = await driver.find('h1, h2');
      assert.notEqual(await heading.text(), '');
      await keepScreen(name.replace(' ', '-'));
    } finally {
      await stop();
    }
    assert.deepEqual(home.processes(), [], 'nothing keeps running');
  }
});
