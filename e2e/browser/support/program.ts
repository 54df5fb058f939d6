// One running copy of the program behind a local address: the real commands on a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Changes, Reads } from '../../../ui/src/host/generated/wire.ts';

type Commands = Reads & Changes;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built =
  process.env.PILOT_LIGHT_BIN_DIR ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug');
const devhost = process.env.DEVHOST ?? join(built, 'pilot-devhost');
const ui = process.env.PILOT_LIGHT_UI ?? join(root, 'ui/dist');
/** The same with the languages that are made for tests. */
export const uiInPseudo = process.env.PILOT_LIGHT_UI_IN_PSEUDO ?? join(root, 'ui/dist-pseudo');

export class Program {
  /** Where its pages are, such as `http://127.0.0.1:40001`. Stays the same over a restart. */
  url = '';
  /** What tests gave to the core in words: a person's, and not the program's. */
  readonly given: string[] = [];
  #process: ChildProcess | undefined;

  /** Without a folder it is the demonstration: a year of made-up data in memory. */
  constructor(
    readonly folder?: string,
    readonly pages = ui,
  ) {}

  async start(): Promise<void> {
    const port = new URL(this.url || 'http://127.0.0.1:0').port || '0';
    const data = this.folder === undefined ? ['--demo'] : ['--data', this.folder];
    const started = spawn(devhost, ['--port', port, ...data, '--ui', this.pages, '--moves-clock'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = started;
    const failed = once(started, 'exit').then(() => Promise.reject(new Error(`${devhost} ended at once`)));
    failed.catch(() => {}); // it ends later too, when that is what is wanted
    const firstLine = once(createInterface(started.stdout), 'line');
    const [line] = (await Promise.race([firstLine, failed])) as [string];
    this.url = line.replace('listening on ', '');
  }

  async stop(): Promise<void> {
    const ending = this.#process;
    this.#process = undefined;
    if (!ending || ending.exitCode !== null) return;
    ending.kill();
    await once(ending, 'exit');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** What time it is for the core from now on; it goes on from there. */
  async setClock(now: Date): Promise<void> {
    const response = await fetch(`${this.url}/clock`, {
      method: 'POST',
      body: now.toISOString(),
    });
    if (!response.ok) throw new Error(`clock: ${response.status}`);
  }

  /** Asks the core without the page, to prepare something or to see what was stored. */
  async call<Name extends keyof Commands>(
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['output']> {
    const body = JSON.stringify(input, (_, value: unknown) => {
      if (typeof value === 'string') this.given.push(value);
      return value;
    });
    const response = await fetch(`${this.url}/api/${name}`, { method: 'POST', body });
    const answer = (await response.json()) as {
      value: Commands[Name]['output'];
      error?: unknown;
    };
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }
}
