// The notification server of the tests is itself tested, with notify-send in the place of the program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Notifications } from './notifications.mjs';

let notifications;
before(async () => (notifications = await Notifications.start()));
after(() => notifications.stop());

/** Sends a notification with two buttons, and gives the key of the one that is pressed. */
function send(title, body) {
  const child = spawn('notify-send', [
    '--wait',
    '--action=open=Open',
    '--action=later=Not now',
    '--action=default=Body',
    title,
    body,
  ]);
  let answer = '';
  child.stdout.on('data', (data) => (answer += data));
  return new Promise((resolve) => child.once('close', () => resolve(answer.trim())));
}

test('a notification is seen as it was sent', async () => {
  const answer = send('A title', 'Two lines,\nand a "quote"');
  const seen = await notifications.wait((notification) => notification.title === 'A title');
  assert.equal(seen.body, 'Two lines,\nand a "quote"');
  assert.deepEqual(seen.actions, [
    { key: 'open', label: 'Open' },
    { key: 'later', label: 'Not now' },
    { key: 'default', label: 'Body' },
  ]);
  await notifications.closeAll();
  assert.equal(await answer, '');
});

test('a button is pressed by its label', async () => {
  for (const [label, key] of [
    ['Not now', 'later'],
    ['Open', 'open'],
  ]) {
    const answer = send(`For ${label}`, 'text');
    await notifications.wait((notification) => notification.title === `For ${label}`);
    await notifications.invokeAction(label);
    assert.equal(await answer, key);
  }
});

test('the notification itself is pressed', async () => {
  const answer = send('For the body', 'text');
  await notifications.wait((notification) => notification.title === 'For the body');
  await notifications.pressBody();
  assert.equal(await answer, 'default');
});
