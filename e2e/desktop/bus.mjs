// A message bus of a test's own: one that can go away and come back, and that starts nothing by itself, so that
// "nothing shows notices here" can be true.

import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './webdriver.mjs';

const run = promisify(execFile);

export class Bus {
  #dir = mkdtempSync(join(tmpdir(), 'pilot-light-bus-'));
  #socket = join(this.#dir, 'socket');
  #children = [];
  #daemon;

  /** What a program needs to be on this bus. */
  env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${this.#socket}` };

  async start() {
    const config = join(this.#dir, 'bus.conf');
    writeFileSync(
      config,
      `<busconfig><type>session</type><listen>${this.env.DBUS_SESSION_BUS_ADDRESS}</listen>
       <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
       </busconfig>`,
    );
    this.#daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile'], {
      stdio: 'ignore',
    });
    await until(
      () =>
        new Promise((resolve, reject) => {
          const socket = connect(this.#socket, () => resolve(socket.destroy()));
          socket.once('error', reject);
        }),
      'the bus answers',
    );
    return this;
  }

  /** Starts a program on this bus, which ends with it. */
  spawn(program, args, options) {
    const child = spawn(program, args, { stdio: 'ignore', ...options, env: { ...process.env, ...this.env } });
    this.#children.push(child);
    return child;
  }

  /** Whether something on this bus shows notices. */
  async hasNotifications() {
    const { stdout } = await run('dbus-send', [
      `--bus=${this.env.DBUS_SESSION_BUS_ADDRESS}`,
      '--print-reply=literal',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      'string:org.freedesktop.Notifications',
    ]);
    return stdout.includes('true');
  }

  /** The bus goes away, and everything on it that cannot live without it. */
  async stop() {
    const ended = [this.#daemon, ...this.#children]
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map((child) => new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGKILL'))));
    await Promise.all(ended);
    this.#children = [];
    rmSync(this.#socket, { force: true });
  }

  async remove() {
    await this.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
