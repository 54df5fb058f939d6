// What the program asks of the system: the keychain, a start at login, the time, and whether the desktop is dark. A real keychain
// on the private bus.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Clock, command, Home, start } from './harness.mjs';
import { until } from './webdriver.mjs';
import { m } from './words.mjs';

const home = new Home();
let keychain;

before(async () => {
  keychain = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--replace', '--components=secrets', '--unlock'],
    {
      env: home.env(),
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  // An unlocked keychain of its own, in this home.
  keychain.stdin.end('a password of the login\n');
  await until(
    () => existsSync(join(home.dir, '.local/share/keyrings/login.keyring')),
    'the keychain is there',
  );
});
after(async () => {
  keychain.kill();
  await home.remove();
});

test('the keychain is the first choice, and opens the data unasked', async () => {
  let { driver, stop } = await start(home);
  await (await driver.findText('button', m.first_run_begin)).click();
  const status = await until(async () => {
    const now = await command(driver, 'get_status', null);
    return now.state === 'open' && now;
  }, 'the data is open');
  assert.equal(status.lock, 'keychain');
  await stop();

  const keyFile = JSON.parse(readFileSync(join(home.data, 'keys.json'), 'utf8'));
  assert.equal(keyFile.lock.kind, 'keychain');
  assert.equal(statSync(home.data).mode & 0o777, 0o700);

  ({ driver, stop } = await start(home));
  await until(
    async () => (await command(driver, 'get_status', null)).state === 'open',
    'open again, unasked',
  );
  await stop();
});

test('a change of lock that cannot be written leaves the keychain as the way in', async () => {
  let { driver, stop } = await start(home);
  await until(async () => (await command(driver, 'get_status', null)).state === 'open', 'the data is open');
  // Where the next keys.json is written first.
  const inTheWay = join(home.data, 'keys.next');
  mkdirSync(inTheWay);
  const passphrase = { lock: 'passphrase', passphrase: 'a long enough one' };
  assert.ok((await command(driver, 'change_lock', passphrase))?.code, 'it is refused');
  await stop();
  rmdirSync(inTheWay);

  ({ driver, stop } = await start(home));
  const status = await until(async () => {
    const now = await command(driver, 'get_status', null);
    return now.state !== 'first_run' && now;
  }, 'an answer');
  assert.equal(`${status.state} ${status.lock}`, 'open keychain');
  await stop();
});

test('starting at login is off until asked for, and off again', async () => {
  const { driver, stop } = await start(home);
  const folder = join(home.dir, '.config/autostart');
  const entries = () => (existsSync(folder) ? readdirSync(folder) : []);
  assert.deepEqual(entries(), []);
  const preferences = await command(driver, 'get_preferences', null);
  await command(driver, 'set_preferences', { ...preferences, start_at_login: true });
  const [entry] = await until(() => entries().length && entries(), 'an entry');
  assert.match(readFileSync(join(folder, entry), 'utf8'), /^Exec=.*pilot-light.* --hidden$/m);
  await command(driver, 'set_preferences', preferences);
  await until(() => entries().length === 0, 'no entry');
  await stop();
});

test('a clock that stands before 1970 is no reason not to write', async () => {
  const past = new Home();
  const clock = new Clock(past);
  clock.jump(-70 * 366 * 86_400);
  const { driver, stop } = await start(past, clock);
  await command(driver, 'create_profile', { lock: 'none' });
  const { on } = await command(driver, 'save_entry', { id: null, on: null, text: 'lamplight' });
  assert.equal(on.slice(0, 4), clock.day().slice(0, 4));
  assert.ok(on < '1970');
  await stop();
  await past.remove();
});

test('a dark desktop is met in the dark, and followed when it turns light', async (t) => {
  const portal = spawn('/usr/bin/python3', [new URL('colours_portal.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  t.after(() => portal.kill());
  const lines = createInterface({ input: portal.stdout })[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, 'ready');
  portal.stdin.write('1\n');
  assert.equal((await lines.next()).value, '1');
  const { driver, stop } = await start(home);
  t.after(stop);
  const isDark = () => driver.execute("return matchMedia('(prefers-color-scheme: dark)').matches");
  await until(isDark, 'the page is dark');
  portal.stdin.write('2\n');
  await until(async () => !(await isDark()), 'the page is light');
});
