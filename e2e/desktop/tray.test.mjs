// The tray, pressed as a person would: its icon can be hidden, and its menu answers, pauses, opens and quits.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Clock, command, Home, lookAgain, reminder, shownWindows, start, touchComputer } from './harness.mjs';
import { Notifications } from './notifications.mjs';
import { until } from './webdriver.mjs';
import { m } from './words.mjs';

/** The panel that the icon sits in. */
class Panel {
  #answers = [];
  #child = spawn('/usr/bin/python3', [new URL('tray_watcher.py', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });

  constructor() {
    createInterface({ input: this.#child.stdout }).on('line', (line) =>
      this.#answers.shift()(JSON.parse(line)),
    );
  }

  ask(line) {
    return new Promise((resolve) => {
      this.#answers.push(resolve);
      this.#child.stdin.write(`${line}\n`);
    });
  }

  /** Waits until the menu has an entry, and presses it. */
  async press(label) {
    await until(async () => (await this.ask('menu'))?.includes?.(label), `the menu has "${label}"`);
    await this.ask(`press ${label}`);
  }

  stop() {
    this.#child.stdin.end();
    return new Promise((resolve) => this.#child.once('exit', resolve));
  }
}

let notifications;
let panel;
let home;
let clock;
let program;

before(async () => {
  notifications = await Notifications.start();
  panel = new Panel();
});
after(async () => {
  await panel.stop();
  await notifications.stop();
});
beforeEach(async () => {
  home = new Home();
  clock = new Clock(home);
  clock.jumpTo('09:00:00', 1);
  await touchComputer();
  program = await start(home, clock);
  await command(program.driver, 'create_profile', { lock: 'none' });
});
afterEach(async () => {
  await program.stop();
  await home.remove();
});

const ask = (name, input = null) => command(program.driver, name, input);
const lastStatus = async () => (await ask('list_reminder_log', 1))[0]?.status;

test('the menu answers the nudge that waits, and opens the small window', async () => {
  await ask('save_check_in', {
    id: null,
    feel: { level: 4 },
    energy: null,
    comfort: null,
    words: [],
    body: [],
    note: '',
  });
  clock.jumpTo('09:00:00', 1);
  await ask('save_reminder', reminder({ when: 'window', from_minute: 600, until_minute: 720 }));
  clock.jumpTo('11:59:30');
  await lookAgain(program.driver);
  // Its moment has come, or comes within the half minute that is left.
  await until(async () => (await lastStatus()) === 'shown', 'it is shown', { within: 40_000 });
  await panel.press(m.native_answer_same_as_last);
  await until(async () => (await lastStatus()) === 'same_as_last', 'it is answered');
  assert.equal((await ask('list_check_ins', 5)).length, 2);
  await until(async () => (await notifications.showing()) === 0, 'the notice is withdrawn');
  await panel.press(m.native_tray_check_in);
  await until(async () => (await shownWindows()).length === 2, 'the check-in window');
});

test('a pause begins and ends there, and ends by itself', async () => {
  await panel.press(m.native_tray_pause_hour);
  await until(async () => (await ask('get_reminders')).paused_until !== null, 'it is paused');
  await panel.press(m.native_tray_resume);
  await until(async () => (await ask('get_reminders')).paused_until === null, 'it is not paused');
  await panel.press(m.native_tray_pause_evening);
  await until(
    async () => (await panel.ask('menu')).includes(m.native_tray_resume),
    'it says that it is paused',
  );
  clock.jumpTo('18:00:30');
  await until(async () => (await panel.ask('menu')).includes(m.native_tray_pause), 'the pause has ended', {
    within: 90_000,
  });
});

test('the icon can be hidden and shown', async () => {
  await until(async () => (await panel.ask('status')) === 'Active', 'it is shown');
  const preferences = await ask('get_preferences');
  await ask('set_preferences', { ...preferences, tray_icon: false });
  await until(async () => (await panel.ask('status')) === 'Passive', 'it is hidden');
  await ask('set_preferences', preferences);
  await until(async () => (await panel.ask('status')) === 'Active', 'it is shown again');
});

test('quit ends the program', async () => {
  await panel.press(m.native_tray_quit);
  await home.untilEnded();
});
