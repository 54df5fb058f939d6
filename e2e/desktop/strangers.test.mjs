// Other programs on the session bus: they can send what a notification server sends, and take the name by which copies of
// the program find each other. Neither answers a notice, and neither keeps the program from showing a window.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, afterEach, beforeEach, test } from 'node:test';
import { Bus } from './bus.mjs';
import {
  Clock,
  command,
  Home,
  lookAgain,
  reminder,
  shownWindows,
  start,
  startAlone,
  touchComputer,
} from './harness.mjs';
import { until } from './webdriver.mjs';
import { m } from './words.mjs';

const script = (name) => new URL(name, import.meta.url).pathname;

const bus = new Bus();
let home;
let program;

after(() => bus.remove());
beforeEach(async () => {
  home = new Home();
  await bus.start();
});
afterEach(async () => {
  await program?.stop();
  program = undefined;
  await home.kill();
  await bus.stop();
  await home.remove();
});

const ask = (name, input = null) => command(program.driver, name, input);

/** A notification server with everything that a stranger needs as well. `tell` comes back once it was done. */
async function servers(capabilities) {
  const child = bus.spawn('/usr/bin/python3', [script('notification_server.py'), capabilities], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const seen = [];
  const done = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    line.startsWith('{') ? seen.push(JSON.parse(line)) : done.push(line),
  );
  let told = 0;
  const tell = async (...what) => {
    child.stdin.write(`${JSON.stringify(what)}\n`);
    told += 1;
    await until(() => done.length === told, `done: ${what}`);
  };
  await tell('own', 'first');
  return { seen, tell };
}

/** Starts the program with a reminder in these words that is due, and gives its notice. */
async function notification(seen, words) {
  const clock = new Clock(home);
  clock.jumpTo('09:00:00', 1);
  await touchComputer();
  program = await start(home, { application: clock.application, env: bus.env });
  await ask('create_profile', { lock: 'none' });
  await ask('save_reminder', reminder({ when: 'at', minutes: [690] }, { words, hides_content: false }));
  clock.jumpTo('11:55:00');
  await lookAgain(program.driver);
  return until(() => seen.find(({ keys }) => keys), 'the notice', { within: 75_000 });
}

const status = async () => (await ask('list_reminder_log', 1))[0]?.status;
const untilStatus = (wanted) => until(async () => (await status()) === wanted, `the status is ${wanted}`);

/** Shows the test notice, and gives its number. */
async function testNotification(seen) {
  const before = seen.length;
  await ask('test_notification');
  return (
    await until(
      () => seen.slice(before).find(({ title }) => title === m.native_test_title),
      'the test notice',
    )
  ).number;
}

/** What was sent before is heard before: the last thing that a server says is waited for. */
async function allIsHeard({ seen, tell }, who) {
  const number = await testNotification(seen);
  await tell('press', who, number, 'test');
  await until(
    async () => (await ask('get_reminders')).test?.state.heard === 'button',
    'the test is answered',
  );
}

test(
  'a notice is answered by the server that shows it, with what was offered, and by nobody else',
  { timeout: 180_000 },
  async () => {
    const { seen, tell } = await servers('actions,body,body-markup');
    const { number, keys, body } = await notification(seen, 'tea & <b>toast</b>');
    assert.deepEqual(keys, ['default', 'open', 'not_now']);
    await tell('press', 'stranger', number, 'not_now');
    await tell('press', 'second', number, 'not_now');
    await tell('close', 'stranger', number);
    await tell('press', 'first', number, 'stay_quiet');
    await tell('press', 'first', number + 1, 'not_now');
    await allIsHeard({ seen, tell }, 'first');
    assert.equal(await status(), 'shown');
    await tell('press', 'first', number, 'not_now');
    await untilStatus('not_now');
    assert.equal(body, 'tea &amp; &lt;b&gt;toast&lt;/b&gt;', 'own words are words');
  },
);

test(
  'what a former server showed is answered on Today, and no more by that server',
  { timeout: 180_000 },
  async () => {
    const { seen, tell } = await servers('actions,body');
    const { number, body } = await notification(seen, 'tea & <b>toast</b>');
    assert.equal(body, 'tea & <b>toast</b>', 'where no markup is read, none is made');
    await tell('own', 'second');
    await tell('press', 'first', number, 'not_now');
    const other = await testNotification(seen);
    assert.equal(other, number, 'the new server begins anew');
    await tell('press', 'first', other, 'test');
    await tell('close', 'second', other);
    await until(async () => (await ask('get_reminders')).test?.state.heard, 'the test is heard of');
    assert.equal((await ask('get_reminders')).test.state.heard, 'dismissed');
    assert.equal(await status(), 'shown');
    await (await program.driver.findText('button', m.check_in_not_now)).click();
    await untilStatus('not_now');
  },
);

for (const how of ['answers', 'keeps-silent']) {
  test(
    `a stranger that has the name of the program, and ${how}, keeps no window away`,
    { timeout: 120_000 },
    async () => {
      const squatter = bus.spawn('/usr/bin/python3', [script('squatter.py'), how], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(squatter.stdout, 'data');
      startAlone(home, { env: bus.env });
      await until(async () => (await shownWindows()).length === 1, 'a window', { within: 30_000 });
    },
  );
}

test(
  'two copies that cannot find each other are kept apart by the data, and the second says so',
  { timeout: 180_000 },
  async () => {
    const squatter = bus.spawn('/usr/bin/python3', [script('squatter.py'), 'keeps-silent'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(squatter.stdout, 'data');
    startAlone(home, { env: bus.env });
    await until(async () => (await shownWindows()).length === 1, 'a window', { within: 30_000 });
    program = await start(home, { env: bus.env });
    await until(async () => (await program.driver.pageText()).includes(m.trouble_what_in_use), 'it is told', {
      within: 30_000,
    });
  },
);
