// A day with Pilot Light in the real window: first run, check-in, a line, a restart, a reminder answered where it
// appears, the library, help. At the end: nothing written is on the disk in plain bytes.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  accessibilityFaults,
  Clock,
  closeWindow,
  command,
  filesHolding,
  Home,
  keepScreen,
  lookAgain,
  newEntry,
  reminder,
  shownWindows,
  start,
  startAlone,
  touchComputer,
} from './harness.mjs';
import { Notifications } from './notifications.mjs';
import { keys, letPass, until } from './webdriver.mjs';
import { m, say } from './words.mjs';

const PLANTED = 'the heron stood where nobody looked';

const home = new Home();
const clock = new Clock(home);
let notifications;
let program;

before(async () => (notifications = await Notifications.start()));
after(async () => {
  await program?.stop();
  await notifications.stop();
  await home.remove();
});

const open = async () => {
  program = await start(home, clock);
  return program.driver;
};
const holds = (driver, text) =>
  until(async () => (await driver.pageText()).includes(text), `"${text}" on the page`);
/** The next morning, with a window of half an hour that has begun. */
async function remind(driver) {
  const { reminders } = await command(driver, 'get_reminders', null);
  for (const { reminder: old } of reminders) await command(driver, 'delete_reminder', old.id);
  await touchComputer();
  clock.jumpTo('10:00:00', 1);
  await command(driver, 'save_reminder', reminder({ when: 'window', from_minute: 600, until_minute: 630 }));
}

const itsTimeHasCome = () => clock.jumpTo('10:29:00');

test('first run, a check-in and a line of writing', async () => {
  const driver = await open();
  await holds(driver, m.first_run_question);
  assert.deepEqual(await accessibilityFaults(driver), []);
  await keepScreen('first-run');
  await (await driver.findText('label, [role=radio]', m.first_run_no_lock)).click();
  await (await driver.findText('button', m.first_run_begin)).click();

  await holds(driver, m.check_in_question);
  await (await driver.findText('.scale label', '3')).click();
  await until(
    async () => (await command(driver, 'list_check_ins', 5))[0]?.feel?.level === 3,
    'the check-in is kept',
  );
  await keepScreen('today');
  assert.deepEqual(await accessibilityFaults(driver), []);

  await newEntry(driver);
  await holds(driver, m.nav_journal);
  for (const letter of PLANTED) await driver.press(letter);
  const found = await until(async () => {
    const { hits } = await command(driver, 'search_entries', { typed: 'heron', limit: 5 });
    return hits.length && (await command(driver, 'get_entry', hits[0].entry.id)).text === PLANTED && hits;
  }, 'the line is kept');
  assert.equal(found.length, 1);
  await keepScreen('journal');
});

test('a crash would write no memory to the disk, of the program or of its web view', () => {
  const running = home.running();
  assert.ok(
    running.some(({ name }) => name.includes('WebProcess')),
    'the page has a process of its own',
  );
  const ours = running.filter(({ name }) => name === 'pilot-light' || name.startsWith('WebKit'));
  for (const { id, name } of ours.filter(({ name }) => !name.includes('Driver')))
    assert.match(readFileSync(`/proc/${id}/limits`, 'utf8'), /^Max core file size +0 +0 /m, name);
});

test('words typed in the last moment are kept when the window closes', async () => {
  const { driver } = program;
  for (const letter of ' at all') await driver.press(letter);
  const [window] = await shownWindows();
  await closeWindow(window);
  await home.untilEnded();
  // A copy of that file and of keys.json is a copy of everything.
  assert.ok(!existsSync(join(home.data, 'pilot-light.db-wal')), 'all of it is in one file');
  await program.stop();
});

test('both are there after a restart', async () => {
  const driver = await open();
  await holds(driver, m.check_in_question);
  assert.equal((await command(driver, 'list_check_ins', 5))[0].feel.level, 3);
  await driver.press(keys.control, '2');
  await holds(driver, PLANTED);
  const {
    hits: [hit],
  } = await command(driver, 'search_entries', { typed: 'heron', limit: 5 });
  assert.equal((await command(driver, 'get_entry', hit.entry.id)).text, `${PLANTED} at all`);
});

test('a session that ends lets the page keep what was typed, and the file is closed', async () => {
  const { driver } = program;
  await newEntry(driver);
  for (const letter of 'a kettle') await driver.press(letter);
  for (const id of home.processes()) process.kill(id, 'SIGTERM');
  await home.untilEnded();
  assert.ok(!existsSync(join(home.data, 'pilot-light.db-wal')), 'all of it is in one file');
  await program.stop();
  const again = await open();
  const {
    hits: [hit],
  } = await command(again, 'search_entries', { typed: 'kettle', limit: 5 });
  assert.equal((await command(again, 'get_entry', hit.entry.id)).text, 'a kettle');
});

test('a reminder comes with its three answers, and the same as last time is kept', async () => {
  const { driver } = program;
  await remind(driver);
  itsTimeHasCome();
  await lookAgain(driver);
  const notification = await notifications.wait(() => true);
  assert.equal(notification.title, m.native_notice_title);
  const labels = notification.actions.filter(({ key }) => key !== 'default').map(({ label }) => label);
  assert.deepEqual(labels, [m.native_answer_open, m.native_answer_not_now, m.native_answer_same_as_last]);
  await keepScreen('reminder');
  await notifications.invokeAction(m.native_answer_same_as_last);
  const both = await until(async () => {
    const latest = await command(driver, 'list_check_ins', 5);
    return latest.length === 2 && latest;
  }, 'a second check-in');
  assert.deepEqual(
    both.map(({ feel }) => feel.level),
    [3, 3],
  );
  assert.deepEqual((await command(driver, 'get_reminders', null)).waiting, []);
  // On the screen too, without anyone asking it to read again.
  await driver.press(keys.control, '1');
  await (await driver.findText('summary', m.check_in_latest)).click();
  await until(
    async () => (await driver.pageText()).split(say('check_in_feel_line', { level: 3 })).length === 3,
    'both in the list',
  );
});

test('a library item is opened, and help is one key away', async () => {
  const { driver } = program;
  await driver.press(keys.control, '4');
  const [item] = await command(driver, 'list_library', null);
  await (await driver.findText('a', item.title)).click();
  await holds(driver, m.library_review_none);
  await keepScreen('library-item');
  await driver.press(keys.f1);
  await holds(driver, m.help_emergency);
  assert.deepEqual(await accessibilityFaults(driver), []);
  await keepScreen('help');
});

test('closing says once that the reminder stays on, then frees the web view and keeps the core', async () => {
  const { driver } = program;
  const [window] = await shownWindows();
  await closeWindow(window);
  const close = await driver.findText('button', m.closing_close);
  // The window may be gone before the driver can say that it pressed.
  await close.click().catch((error) => assert.match(error.message, /no such window/));
  await until(async () => (await shownWindows()).length === 0, 'the window is gone');
  await until(() => home.processes().length === 1, 'the core is there');
});

test('with the window closed, Open brings the small window, and a second start the large one', async () => {
  await program.stop();
  const driver = await open();
  await holds(driver, m.check_in_question);
  await remind(driver);
  const before = notifications.seen.length;
  const [main] = await shownWindows();
  await closeWindow(main);
  await until(async () => (await shownWindows()).length === 0, 'the window closes without asking again');
  itsTimeHasCome();
  // The program looks by itself, at least twice a minute.
  await notifications.wait(() => notifications.seen.length > before, { within: 90_000 });
  await notifications.invokeAction(m.native_answer_open);
  await until(async () => (await shownWindows()).length === 1, 'the check-in window is shown');
  await letPass(2_000, 'nothing outside sees when the page is drawn, for the picture');
  await keepScreen('check-in-window');
  const second = startAlone(home, clock);
  await new Promise((resolve) => second.once('exit', resolve));
  await until(async () => (await shownWindows()).length === 2, 'the main window is shown');
  await program.stop();
});

test('nothing written is on the disk in plain bytes', () => {
  assert.deepEqual(filesHolding(home.dir, 'heron'), []);
});
