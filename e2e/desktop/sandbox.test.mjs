// The page runs in WebKit's sandbox where the system lets one be made, and the program starts all the same where it does not.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { test } from 'node:test';
import { Home, startAlone } from './harness.mjs';
import { until } from './webdriver.mjs';

/** Which of these the page's process has apart from the program's. */
async function apart(env) {
  const home = new Home();
  try {
    const { answered } = startAlone(home, { env });
    await until(() => answered.includes('get_status'), 'the page has asked', { within: 40_000 });
    const [program, page] = ['pilot-light', 'WebKitWebProcess'].map((name) => home.running().find((one) => one.name === name).id);
    return ['mnt', 'net', 'pid'].filter((kind) => readlinkSync(`/proc/${program}/ns/${kind}`) !== readlinkSync(`/proc/${page}/ns/${kind}`));
  } finally {
    await home.kill();
    await home.remove();
  }
}

const { status } = spawnSync('bwrap', ['--ro-bind', '/', '/', '--proc', '/proc', '--dev', '/dev', '--unshare-all', 'true']);

test('the page has no network, no files and no other programs', { skip: status !== 0 && 'no sandbox can be made here' }, async () => {
  assert.deepEqual(await apart(), ['mnt', 'net', 'pid']);
});

test('it starts without a sandbox', async () => {
  assert.deepEqual(await apart({ WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }), []);
});
