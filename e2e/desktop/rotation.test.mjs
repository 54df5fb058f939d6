// Everything encrypted anew, by mouse and by keys: one sees how far it is, can stop it, goes on writing, and comes back with
// the new passphrase alone.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { command, Home, keepScreen, shownWindows, start } from './harness.mjs';
import { click, origin, press } from './hand.mjs';
import { until } from './webdriver.mjs';
import { m } from './words.mjs';

const run = promisify(execFile);
const home = new Home();
const former = 'the kettle hums at night';
const next = 'another kettle by day';
let program;

before(async () => {
  program = await start(home);
  await command(program.driver, 'create_profile', { lock: 'passphrase', passphrase: former });
  const { id } = await command(program.driver, 'save_entry', {
    id: null,
    on: null,
    title: null,
    text: 'with much attached',
  });
  // Enough that it takes long.
  for (let number = 0; number < 6; number++) await attach(id, 40 << 20);
});
after(async () => {
  await program?.stop();
  await home.remove();
});

const attach = (entry, length) =>
  program.driver.executeAsync(
    `const [input, length, done] = arguments;
     const headers = { 'pilot-input': encodeURIComponent(JSON.stringify(input)) };
     window.__TAURI_INTERNALS__.invoke('put_attachment', new Uint8Array(length).fill(7), { headers }).then(() => done(true), done);`,
    { to: { entry }, name: 'much.bin', keeps_metadata: false, replaces: null },
    length,
  );

const holds = (text) =>
  until(async () => (await program.driver.pageText()).includes(text), `"${text}" on the page`);

const pressButton = async (text) => (await program.driver.findText('button', text)).click();

/** Presses the field of this name with the mouse. */
async function pressField(text) {
  let was;
  // Once it rests: what is above it may still be coming.
  const at = await until(async () => {
    const before = was;
    was = await program.driver.execute(`
      const named = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === ${JSON.stringify(text)});
      const found = named?.control;
      found?.scrollIntoView({ block: 'center' });
      const box = found?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }`);
    return was && was.x === before?.x && was.y === before?.y && was;
  }, text);
  const { x, y } = await origin();
  await click(Math.round(x + at.x), Math.round(y + at.y));
}

async function encryptAnew() {
  await pressButton(m.settings_anew);
  await holds(m.settings_anew_too);
  await pressField(m.settings_passphrase_new);
  await run('xdotool', ['type', '--delay', '20', next]);
  await press('Return');
}

test('it shows how far it is, and is stopped', async () => {
  const { driver } = program;
  await driver.execute("location.hash = '#/settings'; return true");
  await encryptAnew();
  await holds(m.long_work_rotate_key);
  await keepScreen('encrypting-anew');
  await pressButton(m.long_work_stop);
  await holds(m.error_stopped);
  await keepScreen('encrypting-anew-stopped');
  assert.equal((await command(driver, 'get_status', null)).state, 'open');
});

test('it is done while one writes, and opens by the new passphrase alone', async () => {
  const { driver } = program;
  // The passphrase is still there, and the field has the keys again.
  await press('Return');
  await holds(m.long_work_rotate_key);
  const written = await command(driver, 'save_entry', { id: null, on: null, title: null, text: 'meanwhile' });
  await holds(m.settings_anew_done);
  assert.equal((await command(driver, 'get_entry', written.id)).text, 'meanwhile');
  await command(driver, 'lock', null);
  assert.equal((await command(driver, 'unlock', { typed: former })).code, 'wrong_passphrase');
  await command(driver, 'unlock', { typed: next });
  assert.equal((await command(driver, 'get_entry', written.id)).text, 'meanwhile');
  assert.equal((await shownWindows()).length, 1);
});
