// The shell asks the system how dates and times are written: by the settings of this session, whatever language the web view
// speaks.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { command, Home, keepScreen, start } from './harness.mjs';
import { m } from './words.mjs';

const home = new Home();
after(() => home.remove());

test('days and times are written as the system of the moment says', async () => {
  const systems = [
    { env: { LC_ALL: 'C.UTF-8' }, day: 'Tuesday 4 March 2025', time: /^\d\d:\d\d$/, first: 'Monday' },
    {
      env: { LC_ALL: '', LC_TIME: 'en_US.UTF-8' },
      day: 'Tuesday, March 4, 2025',
      time: /^\d+:\d\d\s[AP]M$/,
      first: 'Sunday',
    },
    // The words stay those of the program.
    {
      env: { LC_ALL: '', LC_TIME: 'de_AT.UTF-8', LANG: 'en_US.UTF-8' },
      day: 'Tuesday 4 March 2025',
      time: /^\d\d:\d\d$/,
      first: 'Monday',
    },
  ];
  let isNew = true;
  for (const { env, day, time, first } of systems) {
    const { driver, stop } = await start(home, { env });
    try {
      if (isNew) {
        await command(driver, 'create_profile', { lock: 'none' });
        await command(driver, 'save_entry', { id: null, on: '2025-03-04', text: 'long before' });
        await command(driver, 'save_entry', { id: null, on: null, text: 'just now' });
      }
      isNew = false;
      await driver.execute("location.hash = '#/journal'");
      await driver.findText('h2', day);
      const written = await driver.execute(
        "return document.querySelector('nav .aside, nav time').textContent.trim()",
      );
      assert.match(written, time);
      await (await driver.findText('button', m.journal_calendar)).click();
      const name = await (await driver.find('th')).attribute('abbr');
      assert.equal(name, first);
      await keepScreen(`formats-${first}`);
    } finally {
      await stop();
    }
  }
});
