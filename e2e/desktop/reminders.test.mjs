// Reminders in the real program: shown by a real notification server, answered there, in both windows and with no
// window open; held, let go, and quieter when they are left alone. The clock that the program reads is set forward.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import {
  Clock,
  closeWindow,
  command,
  Home,
  keepScreen,
  lookAgain,
  reminder,
  shownWindows,
  start,
  startAlone,
  touchComputer,
  typeKeys,
} from './harness.mjs';
import { Notifications } from './notifications.mjs';
import { keys, letPass, until } from './webdriver.mjs';
import { m } from './words.mjs';

const run = promisify(execFile);
const MORNING = { when: 'window', from_minute: 600, until_minute: 720 };
/** Open for an hour, so that it is due whenever in that hour the clock is set. */
const HALF_PAST_ELEVEN = { when: 'at', minutes: [690] };

let notifications;
let home;
let clock;
let program;

before(async () => (notifications = await Notifications.start()));
after(() => notifications.stop());
beforeEach(async () => {
  home = new Home();
  clock = new Clock(home);
  clock.jumpTo('09:00:00', 1);
  notifications.seen.length = 0;
  await notifications.closeAll();
  await touchComputer();
  await begin();
  await command(program.driver, 'create_profile', { lock: 'none' });
});
afterEach(async () => {
  await program?.stop();
  await notifications.pause(false);
  await home.remove();
});

const begin = async () => (program = await start(home, clock));
const ask = (name, input = null) => command(program.driver, name, input);
/** @param {object} timing */
const save = (timing = MORNING, more) => ask('save_reminder', reminder(timing, more));
const rules = async (patch) => ask('set_reminder_rules', { ...(await ask('get_reminders')).rules, ...patch });
const statuses = async () => (await ask('list_reminder_log', 50)).map(({ status }) => status).reverse();
const lastLine = async () => (await ask('list_reminder_log', 1))[0];
const untilStatus = (status) =>
  until(async () => (await lastLine())?.status === status, `the status is ${status}`);
const labels = (notification) =>
  notification.actions.filter(({ key }) => key !== 'default').map(({ label }) => label);
/** Longer than the program needs for a notice that it means to show, the five seconds after a sleep among it. */
const aMoment = () => letPass(7_500, 'a notice would have come');

/**
 * Sets the clock to the end of the morning's window, and waits for the notice: its moment has come, or comes within the
 * half minute that is left.
 */
async function untilShown(daysLater = 0) {
  const count = notifications.seen.length;
  clock.jumpTo('11:59:30', daysLater);
  await lookAgain(program.driver);
  await until(() => notifications.seen.length > count, 'a notice', { within: 40_000 });
  return notifications.seen.at(-1);
}

test('a check-in is neutral, and each of its three answers lands', async () => {
  await ask('save_check_in', {
    id: null,
    feel: { level: 2 },
    energy: null,
    comfort: null,
    words: [],
    body: [],
    note: '',
  });
  clock.jumpTo('09:00:00', 1);
  await save(MORNING, { words: 'how numb is it' });
  const notification = await untilShown();
  assert.deepEqual([notification.title, notification.body], [m.native_notice_title, m.native_notice_body]);
  assert.deepEqual(labels(notification), [
    m.native_answer_open,
    m.native_answer_not_now,
    m.native_answer_same_as_last,
  ]);
  await notifications.invokeAction(m.native_answer_not_now);
  await untilStatus('not_now');
  await untilShown(1);
  await notifications.invokeAction(m.native_answer_same_as_last);
  await untilStatus('same_as_last');
  assert.deepEqual(
    (await ask('list_check_ins', 5)).map(({ feel }) => feel),
    [{ level: 2 }, { level: 2 }],
  );
  await untilShown(1);
  await notifications.invokeAction(m.native_answer_open);
  await untilStatus('opened');
  await until(async () => (await shownWindows()).length === 2, 'the check-in window');
});

test('an activity is begun smaller from its notice, which says own words only when it may', async () => {
  const tea = await ask('save_activity', {
    id: null,
    shelf: 'mine',
    title: 'Tea on the step',
    smaller: 'Open the door',
    minutes: 5,
    energy: 'low',
  });
  await save(MORNING, {
    about: { about: 'activity', activity: tea.id },
    words: 'the step is still there',
    hides_content: false,
  });
  const notification = await untilShown();
  assert.equal(notification.body, 'the step is still there');
  assert.deepEqual(labels(notification), [
    m.native_answer_open,
    m.native_answer_doing,
    m.native_answer_smaller,
    m.native_answer_not_now,
  ]);
  await keepScreen('reminder-activity');
  await notifications.invokeAction(m.native_answer_smaller);
  await untilStatus('smaller');
  assert.equal((await ask('list_activity_log', 5))[0].title, 'Open the door');
});

test('with no window open an answer is kept, and can be taken back on Today', async () => {
  // A fixed time stays open for an hour: long enough for the program to look by itself.
  await save({ when: 'at', minutes: [660] });
  await ask('note_closing_explained');
  const [main] = await shownWindows();
  clock.jumpTo('11:05:00');
  await closeWindow(main);
  await until(async () => (await shownWindows()).length === 0, 'the window is gone');
  // No window, no poke: the program looks by itself, at least each 45 seconds.
  await notifications.wait(() => true, { within: 90_000 });
  await notifications.invokeAction(m.native_answer_not_now);
  await until(async () => (await notifications.showing()) === 0, 'the notice is gone');
  await program.stop();
  await begin();
  assert.deepEqual(await statuses(), ['not_now']);
});

test('answered in the program it is withdrawn, and undo makes it wait again', async () => {
  await save();
  await untilShown();
  await until(async () => (await notifications.showing()) === 1, 'it is on the screen');
  await program.driver.press(keys.control, '1');
  await (await program.driver.findText('button', m.check_in_not_now)).click();
  await untilStatus('not_now');
  await until(async () => (await notifications.showing()) === 0, 'it is withdrawn');
  const { latest_answer } = await ask('get_reminders');
  await ask('undo_change', latest_answer.change);
  assert.equal((await ask('get_reminders')).waiting.length, 1);
});

test('a check-in made without the notice answers and withdraws it', async () => {
  await save();
  await untilShown();
  await ask('save_check_in', {
    id: null,
    feel: 'cant_tell',
    energy: null,
    comfort: null,
    words: [],
    body: [],
    note: '',
  });
  await untilStatus('done');
  await until(async () => (await notifications.showing()) === 0, 'it is withdrawn');
});

test('the check-in window answers what waits', async () => {
  await save();
  await untilShown();
  const before = await shownWindows();
  const second = startAlone(home, { application: clock.application, args: ['--check-in'] });
  await new Promise((resolve) => second.once('exit', resolve));
  await until(async () => (await shownWindows()).length === 2, 'the check-in window');
  const window = (await shownWindows()).find((id) => !before.includes(id));
  // Nobody outside can see when its page is ready for a key, which may close it before the key is up again.
  await until(
    async () => {
      await typeKeys(window, 'Escape').catch(() => {});
      return (await lastLine()).status === 'not_now';
    },
    'the key is heard',
    { every: 500, within: 60_000 },
  );
  await untilStatus('not_now');
  await until(async () => (await notifications.showing()) === 0, 'the notice is withdrawn');
});

test('none comes in quiet hours, and it comes after them inside its window', async () => {
  await rules({ quiet_hours: [{ from_minute: 570, until_minute: 700 }] });
  await save();
  clock.jumpTo('11:30:00');
  await lookAgain(program.driver);
  await aMoment();
  assert.deepEqual([notifications.seen.length, await statuses()], [0, []]);
  await untilShown();
  assert.deepEqual(await statuses(), ['shown']);
});

test('after a sleep through several windows one comes, and the rest are let go', async () => {
  await rules({ most_a_day: 6 });
  // Each open for an hour; a moment that is drawn may lie in the half minute that is yet to come.
  for (const minute of [670, 680, 690, 700]) await save({ when: 'at', minutes: [minute] });
  await untilShown(3);
  await aMoment();
  assert.equal(notifications.seen.length, 1);
  const today = (await ask('list_reminder_log', 50)).filter(({ on }) => on === clock.day());
  assert.deepEqual(today.map(({ status }) => status).sort(), ['passed', 'passed', 'passed', 'shown']);
  clock.jumpTo('15:00:00');
  await lookAgain(program.driver);
  await aMoment();
  assert.equal(notifications.seen.length, 1, 'nothing is made up for');
});

test('a computer that woke shows nothing in its first five seconds', async () => {
  await save(HALF_PAST_ELEVEN);
  const woken = Date.now();
  clock.jumpTo('11:55:00');
  await lookAgain(program.driver);
  await until(() => notifications.seen.length === 1, 'the notice');
  assert.ok(Date.now() - woken >= 5_000, `${Date.now() - woken} ms`);
});

test(
  'left alone it comes half as often, asks once, and sleeps until it is woken',
  { timeout: 180_000 },
  async () => {
    const { id } = await save();
    const days = [];
    for (let day = 0; day < 12; day++) {
      const count = notifications.seen.length;
      clock.jumpTo('11:59:30', day === 0 ? 0 : 1);
      await lookAgain(program.driver);
      // It is written down in either case, unless it sleeps.
      await until(async () => (await lastLine()).on === clock.day() || day > 9, 'the day is decided', {
        within: 40_000,
      });
      if ((await lastLine()).status === 'shown' && (await lastLine()).on === clock.day()) {
        await until(() => notifications.seen.length > count, 'the notice');
      }
      const shown = notifications.seen.length > count;
      days.push(!shown ? '.' : notifications.seen.at(-1).title === m.native_notice_ask_quiet ? '?' : 'x');
      await notifications.closeAll();
    }
    assert.equal(days.join(''), 'xx.x.x.x.?..');
    assert.deepEqual((await ask('get_reminders')).reminders[0].pace, { pace: 'asleep' });
    await ask('wake_reminder', id);
    await untilShown(1);
  },
);

test('while notices are switched off it waits, says why, and comes when they are on again', async () => {
  await save(HALF_PAST_ELEVEN);
  await notifications.pause(true);
  clock.jumpTo('11:58:00');
  await lookAgain(program.driver);
  await untilStatus('held');
  assert.equal((await lastLine()).reason, 'do_not_disturb');
  await notifications.pause(false);
  await until(() => notifications.seen.length === 1, 'the notice', { within: 90_000 });
});

test('while another program fills the screen it waits', { timeout: 180_000 }, async () => {
  await save(HALF_PAST_ELEVEN);
  const page = 'data:text/html,<title>filling</title>';
  const film = spawn(
    'chromium',
    [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      `--user-data-dir=${home.dir}/film`,
      '--kiosk',
      page,
    ],
    { stdio: 'ignore' },
  );
  try {
    await until(
      async () => (await run('xdotool', ['search', '--onlyvisible', '--name', 'filling'])).stdout,
      'the film',
      { within: 60_000 },
    );
    const [window] = (await run('xdotool', ['search', '--onlyvisible', '--name', 'filling'])).stdout
      .trim()
      .split('\n');
    await run('xdotool', ['windowactivate', '--sync', window]);
    await touchComputer();
    clock.jumpTo('11:55:00');
    await lookAgain(program.driver);
    await untilStatus('held');
    assert.equal((await lastLine()).reason, 'full_screen');
  } finally {
    film.kill('SIGKILL');
    await new Promise((resolve) => film.once('exit', resolve));
  }
  await until(() => notifications.seen.length === 1, 'the notice', { within: 90_000 });
});

test('a test notice tells what this system can do and what came back', async () => {
  await ask('test_notification');
  await until(() => notifications.seen.length === 1, 'the test');
  assert.deepEqual(labels(notifications.seen[0]), [m.native_test_button]);
  const state = await until(async () => {
    const { test: it } = await ask('get_reminders');
    return it.state.server && it.state;
  }, 'what the server says');
  assert.deepEqual([state.server, state.has_buttons, state.hold], ['dunst', true, null]);
  await notifications.invokeAction(m.native_test_button);
  await until(async () => (await ask('get_reminders')).test.state.heard === 'button', 'the press is heard');
  assert.deepEqual(await statuses(), [], 'nothing is stored');
});
