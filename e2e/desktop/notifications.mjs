// A real notification server on the private bus (dunst), what programs send to it, and a person's answers.
// dunst asks a menu program which action to take; ours picks the one that the test wants.

import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { until } from './webdriver.mjs';

const run = promisify(execFile);
const MATCH = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";

export class Notifications {
  /** Every notification so far, oldest first: { program, title, body, actions: [{ key, label }] }. */
  seen = [];
  #dir;
  #children;

  static async start() {
    const notifications = new Notifications();
    await notifications.#start();
    return notifications;
  }

  async #start() {
    this.#dir = mkdtempSync(join(tmpdir(), 'pilot-light-notices-'));
    const pick = join(this.#dir, 'pick');
    const config = join(this.#dir, 'dunstrc');
    writeFileSync(pick, `#!/bin/sh\nexec grep -m1 -F -f "${this.#wanted}"\n`, { mode: 0o755 });
    writeFileSync(config, `[global]\n  dmenu = ${pick}\n[urgency_normal]\n  timeout = 0\n`);

    const monitor = spawn('dbus-monitor', ['--session', MATCH], { stdio: ['ignore', 'pipe', 'ignore'] });
    const dunst = spawn('dunst', ['-conf', config], { stdio: 'ignore' });
    this.#children = [monitor, dunst];
    readNotifyCalls(monitor.stdout, (notification) => this.seen.push(notification));
    await until(isServed, 'the notification server is on the bus');
    // The monitor has no sign of being ready, so it is asked whether it sees a call.
    await until(() => this.#probe(), 'the monitor sees a notification', { every: 200 });
    await this.closeAll();
    this.seen.length = 0;
  }

  get #wanted() {
    return join(this.#dir, 'wanted');
  }

  async #probe() {
    await run('notify-send', ['monitor probe']);
    return until(() => this.seen.length, 'the probe', { within: 500 });
  }

  /** Waits for the next notification that `accept` agrees to. */
  wait(accept = () => true, options) {
    return until(() => this.seen.find(accept), 'a notification', options);
  }

  /** Presses the button with this label on a notification that is showing. */
  async invokeAction(label) {
    await this.#untilShown();
    // dunst writes a line per button: "#Label [program, id]".
    writeFileSync(this.#wanted, `#${label} `);
    await run('dunstctl', ['context']);
  }

  /** Presses the newest notification itself. */
  async pressBody() {
    await this.#untilShown();
    await run('dunstctl', ['action', '0']);
  }

  /** The monitor sees a notification a moment before the server has it on the screen. */
  #untilShown() {
    return until(() => this.showing(), 'the notification is on the screen');
  }

  /** Notices are switched off, as a person would for a talk, or on again. */
  async pause(isPaused) {
    await run('dunstctl', ['set-paused', String(isPaused)]);
  }

  async closeAll() {
    await run('dunstctl', ['close-all']);
  }

  /** How many are showing now. */
  async showing() {
    const { stdout } = await run('dunstctl', ['count', 'displayed']);
    return Number(stdout);
  }

  async stop() {
    const ended = this.#children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    this.#children.forEach((child) => child.kill());
    await Promise.all(ended);
    rmSync(this.#dir, { recursive: true, force: true });
  }
}

/** Asks the bus and not the server: asking the server would start another one, with other settings. */
async function isServed() {
  const { stdout } = await run('dbus-send', [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.Notifications',
  ]);
  return stdout.includes('true');
}

/**
 * Reads what dbus-monitor prints. The arguments of Notify stand one level in, in a fixed order:
 * program, id, icon, title, body, actions (pairs of key and label), hints, time.
 */
function readNotifyCalls(stream, tell) {
  let call; // { strings, actions } while inside one
  let text; // a string that runs over several lines
  let inActions = false;
  createInterface({ input: stream }).on('line', (line) => {
    if (text !== undefined) {
      text += `\n${line}`;
    } else if (line.includes('member=Notify')) {
      call = { strings: [], actions: [] };
      return;
    } else if (!call) {
      return;
    } else if (line === '   array [') {
      inActions = call.strings.length === 4 && !call.hasActions;
      call.hasActions = true;
      return;
    } else if (line === '   ]') {
      inActions = false;
      return;
    } else if (line.startsWith('   int32 ')) {
      tell(notification(call));
      call = undefined;
      return;
    } else {
      text = line.match(inActions ? /^ {6}string (".*)$/ : /^ {3}string (".*)$/)?.[1];
      if (text === undefined) return;
    }
    if (text.length > 1 && text.endsWith('"')) {
      (inActions ? call.actions : call.strings).push(text.slice(1, -1));
      text = undefined;
    }
  });
}

function notification({ strings: [program, , title, body], actions }) {
  const pairs = [];
  for (let i = 0; i < actions.length; i += 2) pairs.push({ key: actions[i], label: actions[i + 1] });
  return { program, title, body, actions: pairs };
}
