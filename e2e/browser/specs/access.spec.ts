// Getting in: the first run, the lock, and each way in which a journal may not open.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from '@playwright/test';
import type { Problem } from '../../../ui/src/host/generated/wire.ts';
import { settle } from '../support/data-file.ts';
import { button, heading } from '../support/page.ts';
import { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

const help = (page: Page) => page.getByRole('navigation').getByRole('link', { name: say('nav_help') });

test.describe('the first run', () => {
  test.use({ lock: null, refused: ['create_profile'] });

  test('asks one thing, then Today is there', async ({ page, program }) => {
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('first_run_title'));
    await page.getByRole('radio', { name: say('first_run_no_lock') }).check();
    await button(page, say('first_run_begin')).click();
    await expect(heading(page)).toHaveText(say('nav_today'));
    expect(await program.call('get_status', null)).toMatchObject({ state: 'open', lock: 'none' });
  });

  test('takes a passphrase, and says in one sentence when it is too short', async ({ page, program }) => {
    await page.goto('/');
    await page.getByRole('radio', { name: say('first_run_passphrase') }).check();
    const field = page.getByLabel(say('first_run_your_passphrase'));
    await field.fill('short');
    await button(page, say('first_run_begin')).click();
    await expect(page.getByText(say('error_invalid_passphrase_too_short', { min: 8 }))).toBeVisible();
    expect(await program.call('get_status', null)).toMatchObject({ state: 'first_run' });

    await field.fill('a small grey stone');
    await expect(field).toHaveAttribute('type', 'password');
    await button(page, say('access_show')).click();
    await expect(field).toHaveAttribute('type', 'text');
    await field.press('Enter');
    await expect(heading(page)).toHaveText(say('nav_today'));
    expect(await program.call('get_status', null)).toMatchObject({ state: 'open', lock: 'passphrase' });
  });

  test('takes no passphrase of blanks and signs that nobody sees', async ({ page, program }) => {
    await page.goto('/');
    await page.getByRole('radio', { name: say('first_run_passphrase') }).check();
    const field = page.getByLabel(say('first_run_your_passphrase'));
    for (const unseen of ['          ', '\u3000\u00a0'.repeat(5), '\u200b\ufeff\u00ad\u200e'.repeat(3)]) {
      await field.fill(unseen);
      await field.press('Enter');
      await expect(page.getByText(say('error_invalid_passphrase_too_short', { min: 8 }))).toBeVisible();
    }
    expect(await program.call('get_status', null)).toMatchObject({ state: 'first_run' });
  });

  test('has Help in its place already', async ({ page }) => {
    await page.goto('/');
    await help(page).click();
    await expect(page.getByText(say('help_emergency'))).toBeVisible();
    await button(page, say('nav_back')).click();
    await expect(heading(page)).toHaveText(say('first_run_title'));
  });
});

test.describe('the lock', () => {
  const passphrase = 'a small grey stone';
  test.use({ lock: { lock: 'passphrase', passphrase }, refused: ['unlock'] });

  test('keeps everything in until the passphrase is right', async ({ page, program }) => {
    await program.call('save_entry', { id: null, on: null, text: 'behind the lock' });
    await program.restart();
    await page.goto('/#/journal');
    await expect(heading(page)).toHaveText(say('lock_title'));
    await expect(page.getByText('behind the lock')).toHaveCount(0);

    const field = page.getByLabel(say('lock_passphrase'), { exact: true });
    await expect(field).toBeFocused();
    await field.fill('a small grey stove');
    await field.press('Enter');
    await expect(page.getByText(say('error_wrong_passphrase'))).toBeVisible();
    await expect(heading(page)).toHaveText(say('lock_title'));

    await field.fill(passphrase);
    await field.press('Enter');
    await expect(page.getByText('behind the lock').first()).toBeVisible();
  });

  test('asks with what was typed, sign by sign, blanks too', async ({ page, program }) => {
    await program.restart();
    await page.goto('/');
    const field = page.getByLabel(say('lock_passphrase'), { exact: true });
    for (const typed of ['          ', ' a small\u00a0grey stove\u200b ']) {
      const asked = page.waitForRequest('**/api/unlock');
      await field.fill(typed);
      await field.press('Enter');
      expect((await asked).postDataJSON()).toEqual({ typed });
      await expect(page.getByText(say('error_wrong_passphrase'))).toBeVisible();
    }
  });

  for (const [set, typed] of [
    ['crème brûlée', 'cre\u0300me bru\u0302le\u0301e'],
    ['비밀번호 아무거나', '비밀번호 아무거나'.normalize('NFD')],
    ['small grey stone', '\ufeffｓｍａｌｌ\u3000grey\u00a0sto\u00adne\u200e '],
  ] as const)
    test(`opens what was set as ${set} in other signs`, async ({ page, program }) => {
      await page.goto('/#/settings');
      await button(page, say('settings_passphrase_change')).click();
      await page.getByLabel(say('settings_passphrase_new')).fill(set);
      await button(page, say('settings_lock_change')).click();
      await expect(page.getByText(say('settings_lock_changed'))).toBeVisible();
      await program.call('lock', null);
      const field = page.getByLabel(say('lock_passphrase'), { exact: true });
      await field.fill(typed);
      await field.press('Enter');
      await expect(heading(page)).toHaveText(say('nav_settings'));
    });

  test('opens with the recovery key', async ({ page, program }) => {
    const key = await program.call('make_recovery_key', null);
    await program.call('lock', null);
    await page.goto('/');
    await page.getByLabel(say('lock_passphrase_or_key')).fill(`  ${key} `);
    await button(page, say('lock_open')).click();
    await expect(heading(page)).toHaveText(say('nav_today'));
  });

  test('leaves Help open, with its numbers', async ({ page, program }) => {
    await program.call('set_preferences', {
      ...(await program.call('get_preferences', null)),
      country: 'IE',
    });
    await program.call('lock', null);
    const { emergency, helplines } = await program.call('get_help', 'IE');
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('lock_title'));
    await page.keyboard.press('F1');
    await expect(page.getByText(emergency.numbers, { exact: true })).toBeVisible();
    await expect(page.getByText(helplines[0]!.phone!, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(say('help_people_closed'))).toBeVisible();
  });

  test('shuts the page at once when it is put on elsewhere', async ({ page, program }) => {
    // What the page still reads when the lock comes is refused, as it should be.
    const reading = new Set<Request>();
    page.on('request', (request) => {
      if (request.resourceType() === 'fetch') reading.add(request);
    });
    page.on('requestfinished', (request) => reading.delete(request));
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('nav_today'));
    await expect.poll(() => reading.size).toBe(0);
    await program.call('lock', null);
    await expect(heading(page)).toHaveText(say('lock_title'));
  });
});

test.describe('a journal that does not open', () => {
  /** What is wrong, and how it gets that way. */
  const cases: Partial<Record<Problem, (folder: string) => void>> = {
    damaged: (folder) => {
      const file = join(folder, 'pilot-light.db');
      const bytes = readFileSync(file);
      for (let at = 100; at < 140; at++) bytes[at]! ^= 0xff;
      writeFileSync(file, bytes);
    },
    newer_version: (folder) => rewriteKeys(folder, (keys) => ({ ...keys, version: 99 })),
    data_missing: (folder) => removeData(folder),
    key_file_missing: (folder) => keyFiles(folder).forEach((file) => rmSync(file)),
    key_file_damaged: (folder) => keyFiles(folder).forEach((file) => writeFileSync(file, '{"version":')),
  };

  for (const [problem, spoil] of Object.entries(cases)) {
    test(`says that it is ${problem}, and leaves every byte as it was`, async ({ page, program }) => {
      const folder = program.folder!;
      await program.call('save_entry', { id: null, on: null, text: 'kept' });
      await settle(program);
      await program.stop();
      spoil(folder);
      const before = filesIn(folder);
      await program.start();
      await page.goto('/');
      await expect(heading(page)).toHaveText(say('trouble_title'));
      await expect(page.getByText(say(`error_trouble_${problem as Problem}`))).toBeVisible();
      await expect(page.getByText(say('trouble_unchanged'))).toBeVisible();
      await expect(page.getByText(folder)).toBeVisible();
      await button(page, say('trouble_try_again')).click();
      await expect(page.getByText(say(`error_trouble_${problem as Problem}`))).toBeVisible();
      await expect(help(page)).toBeVisible();
      expect(filesIn(folder)).toEqual(before);
    });
  }

  test('opens by itself once what was missing is back', async ({ page, program }) => {
    const [keys, copy] = keyFiles(program.folder!);
    const content = readFileSync(keys);
    await program.stop();
    rmSync(keys);
    rmSync(copy);
    await program.start();
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('trouble_title'));
    writeFileSync(keys, content);
    await button(page, say('trouble_try_again')).click();
    await expect(heading(page)).toHaveText(say('nav_today'));
  });

  test('because its folder was moved is no first run, and opens once it is back', async ({
    page,
    program,
  }) => {
    const folder = program.folder!;
    await program.stop();
    renameSync(folder, `${folder}.moved`);
    await program.start();
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('trouble_title'));
    await expect(page.getByText(say('error_trouble_data_missing'))).toBeVisible();
    await expect(page.getByText(`${say('access_folder_looked')} ${folder}`)).toBeVisible();
    // The title stays as it was: only the answer tells that nothing is tried any more.
    const tried = page.waitForResponse('**/api/try_again');
    await button(page, say('trouble_try_again')).click();
    await tried;
    await expect(heading(page)).toHaveText(say('trouble_title'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}.moved`, folder);
    await button(page, say('trouble_try_again')).click();
    await expect(heading(page)).toHaveText(say('nav_today'));
  });

  test('because its files are gone can be begun anew, when one asks for that', async ({ page, program }) => {
    await program.stop();
    for (const name of Object.keys(filesIn(program.folder!)))
      if (name !== 'in-use.lock') rmSync(join(program.folder!, name));
    await program.start();
    await page.goto('/');
    await page.getByText(say('trouble_begin_anew')).click();
    await expect(page.getByText(say('access_begin_anew_text'))).toBeVisible();
    await button(page, say('access_set_aside')).click();
    await expect(heading(page)).toHaveText(say('first_run_title'));
    await expect(page.getByText(like('first_run_set_aside'))).toHaveCount(0);
  });

  test('can be moved aside, and the old files are kept', async ({ page, program }) => {
    const folder = program.folder!;
    await settle(program);
    await program.stop();
    cases.damaged!(folder);
    const damaged = filesIn(folder)['pilot-light.db'];
    await program.start();
    await page.goto('/');
    await page.getByText(say('trouble_begin_anew')).click();
    await button(page, say('access_set_aside')).click();
    await expect(heading(page)).toHaveText(say('first_run_title'));
    await expect(page.getByText(like('first_run_set_aside'))).toBeVisible();
    const aside = readdirSync(folder).find((name) => name.startsWith('set-aside-'))!;
    expect(filesIn(join(folder, aside))['pilot-light.db']).toEqual(damaged);
  });

  test('because another copy has it open says so, and opens when that one is closed', async ({
    page,
    program,
  }) => {
    const folder = program.folder!;
    await program.stop();
    const other = new Program(folder);
    await other.start();
    await other.call('get_status', null);
    const before = filesIn(folder);
    await program.start();
    await page.goto('/');
    await expect(page.getByText(say('error_trouble_in_use'))).toBeVisible();
    expect(filesIn(folder)).toEqual(before);
    await other.stop();
    await button(page, say('trouble_try_again')).click();
    await expect(heading(page)).toHaveText(say('nav_today'));
  });
});

/** Closes the data once, so that all of it is in the one file, and none in the log beside it. */

function removeData(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('pilot-light.db')) rmSync(join(folder, name));
}

/** The key file is kept twice; either is enough. */
const keyFiles = (folder: string) => [join(folder, 'keys.json'), join(folder, 'keys-copy.json')] as const;

function rewriteKeys(folder: string, edit: (keys: object) => object): void {
  const file = join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8')) as object)));
}

/** The content of every file in `folder`, but for what the program notes of itself. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const data = files.filter(({ name }) => !/^log(-before)?\.txt$/.test(name));
  return Object.fromEntries(
    data.map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
