// Systems that show no notices, show them without buttons, or lose their message bus for a while.

import assert from 'node:assert/strict';
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

// Half past eleven, open for an hour: due at each time that the clock is set to here.
const MORNING = { when: 'at', minutes: [690] };

const bus = new Bus();
let home;
let clock;
let program;

after(() => bus.remove());
beforeEach(async () => {
  home = new Home();
  clock = new Clock(home);
  clock.jumpTo('09:00:00', 1);
  await touchComputer();
  await bus.start();
  program = await start(home, { application: clock.application, env: bus.env });
  await command(program.driver, 'create_profile', { lock: 'none' });
  await command(program.driver, 'save_reminder', reminder(MORNING));
});
afterEach(async () => {
  await program.stop();
  await bus.stop();
  await home.remove();
});

const ask = (name, input = null) => command(program.driver, name, input);
const lastLine = async () => (await ask('list_reminder_log', 1))[0];
const untilStatus = (status, options) =>
  until(async () => (await lastLine())?.status === status, `the status is ${status}`, options);

async function comes() {
  clock.jumpTo('11:55:00');
  await lookAgain(program.driver);
}

/** A server without buttons: it writes down what it is asked to show. */
function plainServer() {
  const calls = [];
  const server = bus.spawn(
    '/usr/bin/python3',
    [
      '-m',
      'dbusmock',
      '--session',
      '--template',
      'notification_daemon',
      '--parameters',
      '{"capabilities": "body"}',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  server.stdout.on('data', (data) =>
    calls.push(
      ...data
        .toString()
        .split('\n')
        .filter((line) => line.includes(' Notify ')),
    ),
  );
  return calls;
}

test(
  'where nothing shows notices it waits on Today, and is shown once something does',
  { timeout: 120_000 },
  async () => {
    await comes();
    await untilStatus('held');
    assert.equal((await lastLine()).reason, 'no_notices');
    assert.equal((await ask('get_reminders')).waiting.length, 1);
    await program.driver.findText('button', m.check_in_not_now);
    const calls = plainServer();
    await untilStatus('shown', { within: 75_000 });
    await until(() => calls.length === 1, 'the notice');
  },
);

test(
  'without buttons the notice says where to answer, and Today answers it',
  { timeout: 120_000 },
  async () => {
    const calls = plainServer();
    await until(() => bus.hasNotifications(), 'the server is there');
    await comes();
    await until(() => calls.length === 1, 'the notice', { within: 75_000 });
    assert.match(calls[0], new RegExp(m.native_notice_no_buttons.replace(/[.?]/g, '\\$&')));
    assert.doesNotMatch(calls[0], new RegExp(m.native_answer_not_now));
    await (await program.driver.findText('button', m.check_in_not_now)).click();
    await untilStatus('not_now');
  },
);

test('when the bus goes away and comes back, reminders do too', { timeout: 180_000 }, async () => {
  // Without the driver, which does not outlive its bus.
  await program.stop();
  plainServer();
  await until(() => bus.hasNotifications(), 'the server is there');
  const alone = startAlone(home, { application: clock.application, env: bus.env });
  await until(() => alone.answered.includes('get_reminders'), 'the page is there');
  await bus.stop();
  const asked = () => alone.answered.filter((name) => name === 'get_reminders').length;
  const before = asked();
  clock.jumpTo('11:50:00');
  // What it decided without a bus is told to the page, which reads it.
  await until(() => asked() > before, 'it looks without a bus', { within: 75_000 });
  assert.equal(home.processes().length, 1, 'the program lives without a bus');
  assert.equal((await shownWindows()).length, 1);
  await bus.start();
  const calls = plainServer();
  await until(() => calls.length === 1, 'the notice', { within: 75_000 });
});
