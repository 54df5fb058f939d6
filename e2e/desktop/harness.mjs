// Starts the real program for a test: a home of its own, the driver beside it, and an end that is really over,
// so that the next start does not meet the last one on its way out.

import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keys, until, WebDriver } from './webdriver.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(process.env.PILOT_LIGHT_BIN_DIR ?? join(here, '../../target/debug'), 'pilot-light');
const faketime = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketime.so.1`;
const outDir = process.env.PILOT_LIGHT_OUT_DIR ?? join(here, '../../target/desktop');

/** @import { AddressInfo } from 'node:net' */

/** Ends a process at once, if it is still there. */
function end(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** A person's home folder and data folder, both empty. Several starts may share one. */
export class Home {
  dir = mkdtempSync(join(tmpdir(), 'pilot-light-home-'));
  data = join(this.dir, 'data');

  /** The environment for a program that lives here. */
  env(more) {
    // A system that says nothing of dates, whatever the one that the tests run on says.
    const system = { LC_ALL: 'C.UTF-8' };
    const env = { ...process.env, ...system, HOME: this.dir, PILOT_LIGHT_DATA: this.data, ...more };
    const elsewhere = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'];
    return Object.fromEntries(Object.entries(env).filter(([name]) => !elsewhere.includes(name)));
  }

  /** What runs on this home now: the program, and what the web view and the driver run beside it. */
  running() {
    const mark = `PILOT_LIGHT_DATA=${this.data}\0`;
    return readdirSync('/proc').flatMap((id) => {
      if (!/^\d+$/.test(id)) return [];
      try {
        if (!readFileSync(`/proc/${id}/environ`, 'latin1').includes(mark)) return [];
        // The name in `exe` gains a suffix when the file was built again since.
        return [{ id: Number(id), name: basename(readlinkSync(`/proc/${id}/exe`)).split(' ')[0] }];
      } catch {
        return []; // it ended while we looked
      }
    });
  }

  /** The processes of the program itself. */
  processes() {
    return this.running().flatMap(({ id, name }) => (name === 'pilot-light' ? id : []));
  }

  hasData() {
    return existsSync(join(this.data, 'pilot-light.db'));
  }

  untilEnded(options) {
    return until(() => this.processes().length === 0, 'the program has ended', options);
  }

  /** Ends the program at once, as a power cut would. */
  async kill() {
    this.processes().forEach(end);
    await this.untilEnded();
  }

  async remove() {
    // What the web view runs beside the program ends after it, and may write until then.
    await until(() => {
      const running = this.running();
      running.forEach(({ id }) => end(id));
      return running.length === 0;
    }, 'nothing runs here');
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** @typedef {{ args?: string[], env?: NodeJS.ProcessEnv, application?: string }} Options how the program is started */

/**
 * Starts the program without the driver: a second start, one that is hidden, or one used by keyboard alone.
 * `answered` fills with the names of the commands it has answered.
 * @param {Home} home
 * @param {Options} [options]
 */
export function startAlone(home, { args = [], env, application = program } = {}) {
  const child = spawn(application, args, {
    env: home.env({ PILOT_LIGHT_TRACE: '1', ...env }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  /** @type {string[]} */
  const answered = [];
  createInterface({ input: child.stdout }).on('line', (name) => answered.push(name));
  return Object.assign(child, { answered });
}

/** A stand-in for the program that starts it under strace, which writes every connection it opens to `log`. */
export function traced(home, log) {
  return standIn(
    home,
    'traced',
    `strace -f -qq --seccomp-bpf -A -e trace=connect -o "${log}" "${program}" "$@"`,
  );
}

/** A stand-in for the program that starts it, and has it write the name of each command it has answered to `log`. */
export function telling(home, log) {
  return standIn(home, 'telling', `env PILOT_LIGHT_TRACE=1 "${program}" "$@" > "${log}"`);
}

function standIn(home, name, line) {
  const file = join(home.dir, name);
  writeFileSync(file, `#!/bin/sh\nexec ${line}\n`, { mode: 0o755 });
  return file;
}

/**
 * A clock that the program reads and a test sets: libfaketime in front of the program, and of nothing else.
 * Sleeping and waiting keep their own clock, as on a computer whose clock is set while it runs.
 */
export class Clock {
  #file;
  #ahead = 0;

  constructor(home) {
    this.#file = join(home.dir, 'clock');
    this.jump(0);
    const env = `FAKETIME_TIMESTAMP_FILE="${this.#file}" FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 LD_PRELOAD="${faketime}"`;
    this.application = standIn(home, 'with-a-clock', `env ${env} "${program}" "$@"`);
  }

  now() {
    return new Date(Date.now() + this.#ahead * 1000);
  }

  /** Its civil date, `YYYY-MM-DD`. */
  day() {
    const two = (part) => String(part).padStart(2, '0');
    const now = this.now();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  jump(seconds) {
    this.#ahead = Math.round(this.#ahead + seconds);
    // Replaced at once: the program may be reading it.
    writeFileSync(`${this.#file}.new`, `${this.#ahead < 0 ? '' : '+'}${this.#ahead}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** To a time of this or a later day, `HH:MM:SS` as the program's clock shows it. */
  jumpTo(time, daysLater = 0) {
    const then = this.now();
    const [hours, minutes, seconds] = time.split(':').map(Number);
    then.setDate(then.getDate() + daysLater);
    then.setHours(hours, minutes, seconds, 0);
    this.jump((then.getTime() - this.now().getTime()) / 1000);
  }
}

/**
 * Starts the program under the driver. Ask `driver` to look and to press; `stop` before the next start.
 * @param {Home} home
 * @param {Options} [options]
 */
export async function start(home, options) {
  try {
    return await startOnce(home, options);
  } catch (error) {
    // On a busy computer the driver of the web view now and then never answers a new session. Starts without it are
    // tested by themselves (restart.test.mjs), so that a program which does not start is seen there.
    console.log(`# started again: ${error.message}`);
    return startOnce(home, options);
  }
}

/**
 * @param {Home} home
 * @param {Options} [options]
 */
async function startOnce(home, { args = [], env, application = program } = {}) {
  const [port, nativePort] = await freePorts();
  const base = `http://127.0.0.1:${port}`;
  const logFile = join(home.dir, 'driver.log');
  const log = openSync(logFile, 'a');
  const bridge = spawn('tauri-driver', ['--port', port, '--native-port', nativePort], {
    env: home.env(env),
    stdio: ['ignore', log, log],
  });
  const bridgeEnded = new Promise((resolve) => bridge.once('close', resolve));
  let driver;
  const stop = async () => {
    await driver?.close().catch(() => {}); // the program may have ended itself
    await home.kill();
    bridge.kill();
    await bridgeEnded;
  };
  try {
    await until(async () => (await fetch(`${base}/status`)).ok, 'the driver answers');
    driver = await WebDriver.open(base, application, args);
    return { driver, stop };
  } catch (error) {
    await stop();
    throw new Error(`the program did not start:\n${readFileSync(logFile, 'utf8')}`, { cause: error });
  }
}

/** Asks the core, as the page does, and gives the value or the error. */
export function command(driver, name, input) {
  return driver.executeAsync(
    `const done = arguments[2];
     window.__TAURI_INTERNALS__.invoke(arguments[0], { input: arguments[1] }).then((reply) => done(reply.value), done);`,
    name,
    input,
  );
}

const run = promisify(execFile);

/**
 * The windows that can be seen now, the program's unless another name is asked for, as X11 ids. The tray's own is too small
 * to count.
 */
export const shownWindows = (name = '^Pilot Light$') =>
  until(async () => {
    // Where there is none it ends with 1 and says nothing. What it says is that a window went while it looked, which hides the others.
    const { stdout, stderr } = await run('xdotool', ['search', '--onlyvisible', '--name', name]).catch(
      (error) => error,
    );
    if (stderr) throw new Error(stderr);
    return stdout.split('\n').filter(Boolean);
  }, 'the windows are seen');

/** Presses keys in a window, one after the other, by their X names. */
export async function typeKeys(id, ...names) {
  for (const name of names)
    await run('xdotool', ['windowactivate', '--sync', id, 'key', '--delay', '60', name]);
}

/** Moves the pointer a little, so that somebody is at the computer. */
export async function touchComputer() {
  for (const step of ['3', '-3']) await run('xdotool', ['mousemove_relative', '--', step, step]);
}

/** Makes the program look at its reminders now, and not when it next would by itself. */
export async function lookAgain(driver) {
  await command(driver, 'set_reminder_rules', (await command(driver, 'get_reminders', null)).rules);
}

/** A reminder of every day, as the page would save it. */
export function reminder(timing, more) {
  return {
    id: null,
    is_on: true,
    about: { about: 'check_in' },
    timing,
    days: { on: 'weekdays', days: Array(7).fill(true) },
    words: '',
    hides_content: true,
    asks_again: false,
    keeps_on: false,
    ...more,
  };
}

/** A script: what is true of `it`, the text that has the focus. */
export const focused = (is) => `
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it?.isContentEditable && ${is};`;

/** Opens a new page by its key, and waits until it can be written on. */
export async function newEntry(driver) {
  await driver.press(keys.control, 'j');
  await until(() => driver.execute(focused('true')), 'the editor has the focus');
}

/** Types text in a window. */
export async function typeText(id, text) {
  await run('xdotool', ['windowactivate', '--sync', id, 'type', '--delay', '40', text]);
}

/** Closes a window as its owner would, by the keyboard. */
export async function closeWindow(id) {
  await run('xdotool', ['windowactivate', '--sync', id, 'key', '--clearmodifiers', 'alt+F4']);
}

/** Keeps a picture of the whole display, for a person to look at. (The driver's own pictures hang with the renderer we ship.) */
export async function keepScreen(name) {
  mkdirSync(outDir, { recursive: true });
  await run('import', ['-window', 'root', join(outDir, `${name}.png`)]);
}

/** Files below `dir` that hold `text` in plain bytes. */
export function filesHolding(dir, text) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

/** What axe finds wrong with the page as it is now, one line each. */
export async function accessibilityFaults(driver) {
  await driver.execute(readFileSync(join(here, '../browser/node_modules/axe-core/axe.min.js'), 'utf8'));
  return driver.executeAsync(`
    const done = arguments[arguments.length - 1];
    // What is fading in has not its colours yet. What turns for as long as one waits never ends.
    const ends = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
    const still = () => Promise.allSettled(ends.map(({ finished }) => finished));
    still().then(() => axe.run(document)).then(
      ({ violations }) => done(violations.map((fault) =>
        fault.id + ': ' + fault.nodes.map((node) => node.target.join(' ')).join(', '))),
      (error) => done(['axe failed: ' + error]),
    );`);
}

async function freePorts() {
  const servers = [createServer(), createServer()];
  await Promise.all(
    servers.map((server) => new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(0)))),
  );
  const ports = servers.map((server) => String(/** @type {AddressInfo} */ (server.address()).port));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
