// A passphrase locks the data behind the last window, though a reminder is on; what was typed is kept first.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import {
  Clock,
  closeWindow,
  command,
  Home,
  keepScreen,
  newEntry,
  reminder,
  shownWindows,
  start,
  startAlone,
  touchComputer,
  typeText,
} from './harness.mjs';
import { Notifications } from './notifications.mjs';
import { letPass, until } from './webdriver.mjs';
import { m } from './words.mjs';

const passphrase = 'the kettle hums at night';
const home = new Home();
const clock = new Clock(home);
let notifications;
let program;

before(async () => {
  notifications = await Notifications.start();
  clock.jumpTo('09:00:00', 1);
  await touchComputer();
  program = await start(home, clock);
  await command(program.driver, 'create_profile', { lock: 'passphrase', passphrase });
  await command(program.driver, 'save_reminder', reminder({ when: 'at', minutes: [690] }));
});
after(async () => {
  await program?.stop();
  await notifications.stop();
  await home.remove();
});

const holds = (text) =>
  until(async () => (await program.driver.pageText()).includes(text), `"${text}" on the page`);

/** With a passphrase the program ends behind its last window. */
async function startAgain() {
  await home.untilEnded();
  await program.stop();
  program = await start(home, clock);
}

/** What a second start says to the first, without the time that a start takes. */
const askForCheckIn = () =>
  promisify(execFile)('dbus-send', [
    '--session',
    '--print-reply',
    '--dest=org.pilotlight.PilotLight.SingleInstance',
    '/org/pilotlight/PilotLight/SingleInstance',
    'org.SingleInstance.DBus.ExecuteCallback',
    'array:string:pilot-light,--check-in',
    'string:/',
  ]);

/** The window, and the program, may be gone before the driver can say that it pressed. */
const pressClose = async () =>
  (await program.driver.findText('button', m.closing_close)).click().catch(() => {});

/** Seen from the window that is there: one that is on its way out may still answer. */
const locked = () =>
  until(async () => {
    const { driver } = program;
    await driver.switchTo((await driver.windows())[0]);
    return (await command(driver, 'get_status', null)).state === 'locked';
  }, 'it is locked');
const open = () => command(program.driver, 'unlock', { typed: passphrase });

test('closing says once that reminders rest behind the lock, and keeps what was typed', async () => {
  const { driver } = program;
  await newEntry(driver);
  const [window] = await shownWindows();
  await typeText(window, 'the last line');
  await closeWindow(window);
  await holds(m.closing_rests_title);
  await keepScreen('closing-locks');
  await pressClose();
  await until(async () => (await shownWindows()).length === 0, 'the window is gone');
});

test('a start after that shows the lock, and no private text', async () => {
  await startAgain();
  await locked();
  await holds(m.lock_title);
  assert.ok(!(await program.driver.pageText()).includes('the last line'));
  assert.deepEqual(await command(program.driver, 'list_entries', { before: null, limit: 5 }), {
    code: 'not_open',
  });
  await open();
  const { hits } = await command(program.driver, 'search_entries', { typed: 'last', limit: 5 });
  assert.equal((await command(program.driver, 'get_entry', hits[0].entry.id)).text, 'the last line');
});

test('whoever has opened it is left alone for five seconds before a reminder comes', async () => {
  await command(program.driver, 'lock', null);
  clock.jumpTo('11:55:00');
  await touchComputer();
  // The thread looks at what is locked.
  await letPass(1_000, 'a notice would come here, behind the lock');
  assert.equal(notifications.seen.length, 0, 'nothing comes behind the lock');
  const opened = Date.now();
  await open();
  const notification = await until(() => notifications.seen[0], 'the notice');
  assert.ok(Date.now() - opened >= 5_000, `${Date.now() - opened} ms`);
  assert.equal(notification.title, m.native_notice_title);
});

test('what is asked for while the last window is on its way out comes behind the lock', async () => {
  await open();
  const [window] = await shownWindows();
  // Its page does not answer, so that it takes its time.
  await program.driver.execute(
    'setTimeout(() => { for (const end = Date.now() + 10_000; Date.now() < end; ); }, 0)',
  );
  await closeWindow(window);
  await askForCheckIn();
  await locked();
  assert.equal((await program.driver.windows()).length, 1);
});

test('the small window locks behind itself too, when it is the last', async () => {
  await open();
  const [small] = await shownWindows();
  await once(startAlone(home, { application: clock.application }), 'exit');
  const main = await until(
    async () => (await shownWindows()).find((window) => window !== small),
    'both windows',
  );
  await closeWindow(main);
  await until(async () => !(await shownWindows()).includes(main), 'the large one is gone');
  await closeWindow(small);
  await startAgain();
  await locked();
});

test('with another lock it stays open behind the window, and says so', async () => {
  await open();
  await command(program.driver, 'change_lock', { lock: 'none' });
  const [window] = await shownWindows();
  await closeWindow(window);
  await holds(m.closing_title);
  await pressClose();
  await until(async () => (await shownWindows()).length === 0, 'the window is gone');
  await until(() => home.processes().length === 1, 'the core is there');
});
