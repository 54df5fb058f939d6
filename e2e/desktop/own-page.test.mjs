// A window shows the program's own page and nothing else. A link from another program is let go of everywhere, and the page
// is asked in every other way to go elsewhere; nothing leaves the computer.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { click, drag, dragFrom, origin } from './hand.mjs';
import { command, Home, shownWindows, start, startAlone, traced, typeKeys } from './harness.mjs';
import { letPass, until } from './webdriver.mjs';
import { m } from './words.mjs';

/** Belongs to nobody (RFC 5737). */
const address = 'http://198.51.100.7/page';
const passphrase = 'the kettle hums at night';
const home = new Home();
const log = join(home.dir, 'connections.log');
let program;
let link;
let selection;
let ended = 0;

before(async () => {
  program = await start(home, { application: traced(home, log) });
  await until(async () => (await program.driver.pageText()).includes(m.first_run_question), 'the first run');
});
after(async () => {
  link?.kill();
  selection?.kill();
  await program?.stop();
  await home.remove();
});

const own = () => program.driver.execute('return location.href');

/** Lets go of the link above the window of this id at these parts of its width and height. */
async function letGoOfLink(...places) {
  const { x, y, width, height } = await origin();
  const corner = [x + width - 130, y + height - 70];
  link?.kill();
  link = dragFrom('link', address, ...corner);
  link.stdout.on('data', (said) => (ended += String(said).split('over').length - 1));
  await once(link.stdout, 'data');
  for (const [across, down] of places) {
    const before = ended;
    const to = [x + Math.round(width * across), y + Math.round(height * down)];
    // Nobody outside can see when the other program is ready to be dragged from.
    await until(
      async () => {
        await drag([corner[0] + 30, corner[1] + 20], to, { steps: 6 });
        return ended > before;
      },
      'it is let go of',
      { every: 300 },
    );
  }
  link.kill();
}

async function isStillThere(what) {
  assert.match(await own(), /^tauri:\/\/localhost\/?#/, what);
  assert.ok((await program.driver.pageText()).includes(m.nav_help), what);
  const elsewhere = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /AF_INET6?\b/.test(line) && !/"127\.0\.0\.1"|"::1"/.test(line));
  assert.deepEqual(elsewhere, [], what);
}

/** Everything a page can do to go elsewhere, and what stands behind each. */
const ways = {
  'its address is set': `location.href = '${address}'`,
  'another place of its own address': `location.href = '/licences/OFL.txt'`,
  'a new window': `window.open('${address}')`,
  'a new window of its own': `window.open('/')`,
  'a link': `const a = document.createElement('a'); a.href = '${address}'; document.body.append(a); a.click(); a.remove()`,
  'a link to a new window': `const a = document.createElement('a'); a.href = '${address}'; a.target = '_blank'; document.body.append(a); a.click(); a.remove()`,
  'a download': `const a = document.createElement('a'); a.href = '${address}'; a.download = 'page.html'; document.body.append(a); a.click(); a.remove()`,
  'a download from memory': `const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'page.bin'; document.body.append(a); a.click(); a.remove()`,
  'a form': `const f = document.createElement('form'); f.action = '${address}'; f.method = 'post'; document.body.append(f); f.submit(); f.remove()`,
  'a page that turns to another': `const q = document.createElement('meta'); q.httpEquiv = 'refresh'; q.content = '0;url=${address}'; document.head.append(q)`,
  'a frame': `const f = document.createElement('iframe'); f.src = '${address}'; document.body.append(f); setTimeout(() => f.remove(), 200)`,
  'a file': `location.href = 'file:///etc/passwd'`,
  'a page from its own words': `location.href = 'data:text/html,elsewhere'`,
  nothing: `location.href = 'about:blank'`,
  'a letter': `location.href = 'mailto:me@example.org'`,
};

async function goesNowhere() {
  const before = await shownWindows();
  for (const [what, script] of Object.entries(ways)) {
    await program.driver.execute(`{ ${script} }`).catch(() => {});
    await letPass(100, 'it would have gone by then');
    await isStillThere(what);
  }
  assert.deepEqual(await shownWindows(), before);
  const downloads = join(home.dir, 'Downloads');
  assert.deepEqual(existsSync(downloads) ? readdirSync(downloads) : [], []);
  assert.deepEqual(
    readdirSync(home.dir).filter((name) => name.startsWith('page')),
    [],
  );
}

test('before the first choice a link that is let go of opens nothing', async () => {
  await letGoOfLink([0.5, 0.1], [0.5, 0.6]);
  await isStillThere('the first run');
});

test('in every place a link that is let go of opens nothing', async () => {
  await command(program.driver, 'create_profile', { lock: 'passphrase', passphrase });
  const { id } = await command(program.driver, 'save_entry', {
    id: null,
    on: null,
    title: null,
    text: 'lamplight',
  });
  for (const place of [
    'today',
    `journal/${id}`,
    'doing',
    'library',
    'timer',
    'settings',
    'reminders',
    'help',
  ]) {
    await program.driver.execute(`location.hash = '#/${place}'`);
    await until(async () => (await program.driver.pageText()).includes(m.nav_settings), place);
    await letGoOfLink([0.08, 0.5], [0.6, 0.06]);
    await isStillThere(place);
  }
});

test('nor above a dialog', async () => {
  await program.driver.execute("location.hash = '#/journal/1'");
  await (await program.driver.find(`[aria-label="${m.taking_entries}"]`)).click();
  await program.driver.find('[role=dialog]');
  await letGoOfLink([0.5, 0.5], [0.1, 0.5]);
  await isStillThere('a dialog');
  await typeKeys((await shownWindows())[0], 'Escape');
});

test('let go of in a text it is written down', async () => {
  await program.driver.execute("location.hash = '#/journal/1'");
  await until(async () => (await command(program.driver, 'get_entry', 1)).text === 'lamplight', 'the entry');
  await letGoOfLink([0.7, 0.45]);
  await until(
    async () => (await command(program.driver, 'get_entry', 1)).text.includes(address),
    'it is written down',
  );
  await isStillThere('a text');
});

test('an address that was selected elsewhere is not gone to by the middle button', async () => {
  selection = spawn('xclip', ['-selection', 'primary', '-quiet'], { stdio: ['pipe', 'ignore', 'ignore'] });
  selection.stdin.end(address);
  const { x, y, width, height } = await origin();
  for (const [across, down] of [
    [0.08, 0.5],
    [0.08, 0.15],
    [0.4, 0.7],
  ]) {
    await click(x + Math.round(width * across), y + Math.round(height * down), '2');
    await letPass(150, 'it would have gone by then');
    await isStillThere('the middle button');
  }
});

test('the page cannot go anywhere by itself', goesNowhere);

test('nor from Help, from the lock, or in the small window', async () => {
  await program.driver.execute("location.hash = '#/help'");
  await goesNowhere();
  await command(program.driver, 'lock', null);
  await program.driver.execute("location.hash = '#/today'");
  await until(async () => (await program.driver.pageText()).includes(m.lock_title), 'the lock');
  await letGoOfLink([0.5, 0.2], [0.5, 0.7]);
  await goesNowhere();
  const [main] = await program.driver.windows();
  const second = startAlone(home, { args: ['--check-in'] });
  await once(second, 'exit');
  const small = await until(
    async () => (await program.driver.windows()).find((one) => one !== main),
    'the check-in window',
  );
  await program.driver.switchTo(small);
  await until(async () => (await program.driver.pageText()).includes(m.nav_help), 'its page');
  await goesNowhere();
});
