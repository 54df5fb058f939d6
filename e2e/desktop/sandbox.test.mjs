// The page runs in WebKit's sandbox where the system lets one be made, and the program starts all the same where it does not.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Home, startAlone } from './harness.mjs';
import { until } from './webdriver.mjs';

/** Which of these the page's process has apart from the program's. */
async function apart(env) {
  const home = new Home();
  try {
    const { answered } = startAlone(home, { env });
    await until(() => answered.includes('get_status'), 'the page has asked', { within: 40_000 });
    const [program, page] = ['pilot-light', 'WebKitWebProcess'].map(
      (name) => home.running().find((one) => one.name === name).id,
    );
    return ['mnt', 'net', 'pid'].filter(
      (kind) => readlinkSync(`/proc/${program}/ns/${kind}`) !== readlinkSync(`/proc/${page}/ns/${kind}`),
    );
  } finally {
    await home.kill();
    await home.remove();
  }
}

const { status } = spawnSync('bwrap', [
  '--ro-bind',
  '/',
  '/',
  '--proc',
  '/proc',
  '--dev',
  '/dev',
  '--unshare-all',
  'true',
]);

test(
  'the page has no network, no files and no other programs',
  { skip: status !== 0 && 'no sandbox can be made here' },
  async () => {
    assert.deepEqual(await apart(), ['mnt', 'net', 'pid']);
  },
);

test(
  'where two starts with it came to no page, the next is without it',
  { skip: status !== 0 && 'no sandbox can be made here' },
  async () => {
    const home = new Home();
    const failures = join(home.dir, '.cache/org.pilotlight.PilotLight/starts-without-a-page');
    const failed = () => (existsSync(failures) ? readFileSync(failures, 'utf8').length : 0);
    const isApart = async () => {
      const { answered } = startAlone(home);
      await until(() => answered.includes('get_status'), 'the page has asked', { within: 40_000 });
      const [program, page] = ['pilot-light', 'WebKitWebProcess'].map(
        (name) => home.running().find((one) => one.name === name).id,
      );
      return readlinkSync(`/proc/${program}/ns/net`) !== readlinkSync(`/proc/${page}/ns/net`);
    };
    try {
      assert.equal(await isApart(), true);
      assert.equal(failed(), 0, 'a page that stands is no failure');
      await home.kill();
      for (const times of [1, 2]) {
        startAlone(home);
        await until(() => failed() === times, 'it has begun its page', { every: 5 });
        await home.kill();
      }
      assert.equal(await isApart(), false);
      assert.equal(failed(), 2, 'nor is it tried again by itself');
    } finally {
      await home.kill();
      await home.remove();
    }
  },
);

test('it starts where the bus of the session has gone', async () => {
  assert.deepEqual(await apart({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }), []);
});

test('it starts without a sandbox', async () => {
  assert.deepEqual(await apart({ WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }), []);
});
