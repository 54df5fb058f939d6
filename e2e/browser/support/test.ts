// The test every spec starts from: a program of its own on an empty folder, and a page that is watched.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { LockChoice } from '../../../ui/src/host/generated/wire.ts';
import { Program, uiInPseudo } from './program.ts';
import { speak } from './words.ts';

export { expect, type Page } from '@playwright/test';

interface Options {
  /** How the journal is set up before the test; null leaves the first run to the test. */
  lock: LockChoice | null;
  /** A year of made-up data in place of an empty journal. */
  demo: boolean;
  /** The language of the program; none for English. Any other is made for tests. */
  language: string | null;
  /** The commands that this test means to be refused. */
  refused: readonly string[];
}

interface Fixtures {
  program: Program;
}

/** Where a program keeps its data, and what it keeps beside it. */
const newFolder = () => mkdtempSync(join(tmpdir(), 'pilot-light-'));
const remove = (folder: string) => {
  for (const kept of [folder, `${folder}.whereabouts.json`]) rmSync(kept, { recursive: true, force: true });
};

export const test = base.extend<Options & Fixtures, { emptyJournal: string }>({
  lock: [{ lock: 'none' }, { option: true }],
  demo: [false, { option: true }],
  language: [null, { option: true }],
  refused: [[], { option: true }],

  /** The folder of a journal that was just set up without a lock, to be copied: most tests begin with one. */
  emptyJournal: [
    async ({}, use) => {
      const folder = newFolder();
      const program = new Program(folder);
      await program.start();
      await program.call('create_profile', { lock: 'none' });
      await program.stop();
      await use(folder);
      remove(folder);
    },
    { scope: 'worker' },
  ],

  program: async ({ lock, demo, language, emptyJournal }, use) => {
    const folder = demo ? undefined : newFolder();
    const program = language === null ? new Program(folder) : new Program(folder, uiInPseudo);
    // What ships is copied into a journal in the language of that moment.
    const isCopied = language === null && lock?.lock === 'none';
    if (folder !== undefined && isCopied) cpSync(emptyJournal, folder, { recursive: true });
    await program.start();
    if (language !== null) {
      speak(language);
      const preferences = await program.call('get_preferences', null);
      await program.call('set_preferences', { ...preferences, language });
    }
    if (lock !== null && !isCopied) await program.call('create_profile', lock);
    // It is open from here on, and knows where its folder lies, however soon a test stops it.
    else await program.call('get_status', null);
    await use(program);
    speak('en');
    await program.stop();
    if (folder !== undefined) remove(folder);
  },

  baseURL: async ({ program }, use) => use(program.url),

  page: async ({ page, program, refused }, use) => {
    const complaints = watch(page, program.url, refused);
    await use(page);
    base.expect(complaints, 'what the page should not have done').toEqual([]);
  },
});

/** Gathers what no test may cause: errors, broken policy, and requests to anywhere else. */
function watch(page: Page, home: string, refused: readonly string[]): string[] {
  const complaints: string[] = [];
  const meant = [`${home}/favicon.ico`, ...refused.map((command) => `${home}/api/${command}`)];
  page.on('console', (message) => {
    const isTrouble = ['error', 'warning'].includes(message.type());
    if (!isTrouble || meant.includes(message.location().url.split('?')[0] ?? '')) return;
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${home}/`))
      complaints.push(`request to ${request.url()}`);
  });
  return complaints;
}
