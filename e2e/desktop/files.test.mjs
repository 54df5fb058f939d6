// Files come in and go out in the real window: let go of above the page, or pasted, a picture among the words, and copies
// written where the system's own dialog says.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { drag, dragFrom, origin } from './hand.mjs';
import {
  closeWindow,
  command,
  filesHolding,
  Home,
  keepScreen,
  shownWindows,
  start,
  typeKeys,
} from './harness.mjs';
import { letPass, until } from './webdriver.mjs';
import { m, say } from './words.mjs';

const run = promisify(execFile);
const home = new Home();
let program;
let folder;
let clipboard;
let entry;

/** The desktop's list of files used lately, with one of another program on it. */
const recent = join(home.dir, '.local/share/recently-used.xbel');

before(async () => {
  const now = new Date().toISOString();
  mkdirSync(join(recent, '..'), { recursive: true });
  writeFileSync(
    recent,
    `<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks" xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file:///home/a/garden.odt" added="${now}" modified="${now}" visited="${now}">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="application/vnd.oasis.opendocument.text"/>
        <bookmark:applications>
          <bookmark:application name="Writer" exec="&apos;writer %u&apos;" modified="${now}" count="3"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>
`,
  );
  program = await start(home);
  await command(program.driver, 'create_profile', { lock: 'none' });
  ({ id: entry } = await command(program.driver, 'save_entry', {
    id: null,
    on: null,
    title: null,
    text: 'lamplight',
  }));
});
after(async () => {
  folder?.kill();
  clipboard?.kill();
  await program?.stop();
  await home.remove();
});

const attached = () => command(program.driver, 'list_attachments', { entry });

test('a picture is dragged from another program onto the page', async () => {
  const { driver } = program;
  const picture = join(home.dir, 'evening sky.png');
  await run('convert', ['-size', '240x160', 'gradient:#203040-#d08040', picture]);
  await driver.execute(`location.hash = '#/journal/${entry}'`);
  await until(
    () =>
      driver.execute("return document.querySelector('.text')?.shadowRoot?.textContent.includes('lamplight')"),
    'the entry',
  );
  const { x, y, width, height } = await origin();
  const corner = [x + 8, y + height - 70];
  folder = dragFrom('file', pathToFileURL(picture).href, ...corner);
  await once(folder.stdout, 'data');
  const page = [x + Math.round(width * 0.75), y + Math.round(height * 0.4)];
  await until(
    async () => {
      if ((await attached()).length > 0) return true;
      // Nobody outside can see when the other program is ready to be dragged from.
      await drag([corner[0] + 30, corner[1] + 20], page);
      return false;
    },
    'it is attached',
    { every: 2_000, within: 40_000 },
  );
  const [one] = await attached();
  assert.deepEqual([one.name, one.facts.kind, one.facts.width], ['evening sky.png', 'picture', 240]);
  assert.equal(
    (await command(driver, 'get_entry', entry)).text,
    'lamplight',
    'where it lay is not written down',
  );
  folder.kill();
  await keepScreen('dropped');
});

test('files that were copied in a file manager are pasted', async () => {
  const { driver } = program;
  const files = ['a list.txt', 'tea & toast.md'].map((name) => join(home.dir, name));
  for (const file of files) writeFileSync(file, 'tea');
  clipboard = spawn('/usr/bin/python3', [new URL('copied_files.py', import.meta.url).pathname, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(clipboard.stdout, 'data');
  await until(
    () =>
      driver.execute(
        "document.querySelector('.text').shadowRoot.querySelector('.cm-content').focus(); return true",
      ),
    'the text',
  );
  const [window] = await shownWindows();
  await typeKeys(window, 'ctrl+v');
  await until(async () => (await attached()).length === 3, 'they are attached');
  const names = (await attached()).map(({ name }) => name);
  assert.deepEqual(names.sort(), ['a list.txt', 'evening sky.png', 'tea & toast.md']);
  assert.equal(
    (await command(driver, 'get_entry', entry)).text,
    'lamplight',
    'where they lay is not written down',
  );
  clipboard.kill();
});

test('it stands among the words', async () => {
  const { driver } = program;
  await (await driver.find('.attached li button')).click();
  await (await driver.findText('[role=dialog] button', m.attachments_put)).click();
  const width =
    "return document.querySelector('.text').shadowRoot.querySelector('.cm-picture img')?.naturalWidth";
  await until(async () => (await driver.execute(width)) === 240, 'the picture in the text');
  await until(async () => (await command(driver, 'get_entry', entry)).text.includes('](kept:'), 'it is kept');
  await keepScreen('picture-in-text');
});

/** Goes back to a button by the tab key, which is the shorter way, and presses it. */
async function pressByKeys(driver, label) {
  const [window] = await shownWindows();
  await until(async () => {
    if (await driver.execute('return document.activeElement?.textContent.trim() === arguments[0]', label))
      return true;
    await typeKeys(window, 'shift+Tab');
    return false;
  }, `"${label}" has the focus`);
  await typeKeys(window, 'Return');
}

/** Takes the entry along in this form. */
async function takeAlong(form, place) {
  const { driver } = program;
  await (await driver.find(`[aria-label="${m.taking_entries}"]`)).click();
  await (await driver.findText('[role=dialog] label', form)).click();
  await saveBy(await driver.findText('[role=dialog] button', m.taking_save), place);
}

/** Saves by the system's dialog, which a press on this button opens. */
async function saveBy(button, place) {
  const { driver } = program;
  const windows = () => shownWindows('.');
  const before = await windows();
  await button.click();
  const dialog = await until(async () => (await windows()).find((id) => !before.includes(id)), 'the dialog');
  await keepScreen('save-dialog');
  await typeKeys(dialog, 'ctrl+a');
  await run('xdotool', ['windowactivate', '--sync', dialog, 'type', '--delay', '20', place]);
  await typeKeys(dialog, 'Return');
  await until(() => existsSync(place), 'the copy is written');
  await until(async () => (await driver.pageText()).includes(m.taking_saved), 'it is said');
}

test('a copy is written where the system dialog says, for this user alone', async () => {
  const place = join(home.dir, 'words to take along.md');
  await takeAlong(m.taking_as_markdown, place);
  assert.match(readFileSync(place, 'utf8'), /^---\ndate: .+\n\nlamplight\n\n!\[/s);
  if (process.platform !== 'win32') assert.equal(statSync(place).mode & 0o777, 0o600);
});

test('the picture goes with it', async () => {
  const place = join(home.dir, 'pages to take along.pdf');
  await takeAlong(m.taking_as_pdf, place);
  const { stdout } = await run('pdfimages', ['-list', place]);
  const pictures = stdout.trim().split('\n').slice(2);
  assert.deepEqual(
    pictures.map((row) => row.trim().split(/\s+/).slice(3, 5)),
    [['240', '160']],
  );
});

test('what is typed while the folder is away is saved elsewhere by the dialog, and kept once the folder is back', async () => {
  const { driver } = program;
  await until(
    () =>
      driver.execute(
        "document.querySelector('.text').shadowRoot.querySelector('.cm-content').focus(); return true",
      ),
    'the text',
  );
  const [window] = await shownWindows();
  const away = `${home.data}.away`;
  renameSync(home.data, away);
  await typeKeys(window, 'ctrl+End');
  await run('xdotool', ['type', '--delay', '20', ' and a kettle']);
  await until(async () => (await driver.pageText()).includes(m.error_trouble_gone), 'it is told');
  await keepScreen('folder-away');
  const place = join(home.dir, 'meanwhile.md');
  await saveBy(await driver.findText('button', m.journal_keep_elsewhere), place);
  assert.match(readFileSync(place, 'utf8'), /^lamplight[^]* and a kettle\n$/);
  renameSync(away, home.data);
  // By itself it is tried again within half a minute; leaving does not wait for that.
  await typeKeys(window, 'ctrl+1');
  await until(
    async () => (await command(driver, 'get_entry', entry))?.text?.endsWith(' and a kettle'),
    'it is kept',
  );
  await driver.execute(`location.hash = '#/journal/${entry}'; return true`);
  await until(
    () =>
      driver.execute(
        "return document.querySelector('.text')?.shadowRoot.textContent.includes('and a kettle')",
      ),
    'the entry again',
  );
  await until(async () => !(await driver.pageText()).includes(m.error_trouble_gone), 'and no more is said');
});

test('no list of the desktop learns the name of what was saved, and what was on it stays', async () => {
  await takeAlong(m.taking_as_markdown, join(home.dir, 'zinnia.md'));
  // GTK writes its list a quarter of a second after a change.
  await letPass(1_500, 'the list would be written by then');
  const [window] = await shownWindows();
  await closeWindow(window);
  await home.untilEnded();
  assert.deepEqual(filesHolding(home.dir, 'zinnia'), []);
  const list = readFileSync(recent, 'utf8');
  assert.deepEqual(
    list.match(/<bookmark href="[^"]*"/g),
    ['<bookmark href="file:///home/a/garden.odt"'],
    'nothing of what was saved here before, either',
  );
  assert.match(list, / count="3"/);
});

test('with a damaged page in the middle of the file, what can be read is kept by hand, and the rest is named', async () => {
  await program.stop();
  program = await start(home);
  const { driver } = program;
  // Words so long that the search needs next to no room: what is in the middle is somebody's text.
  const text = (at) => `evening ${at} ${'long'.repeat(12_000)}`;
  const ids = [];
  for (let at = 0; at < 16; at++)
    ids.push((await command(driver, 'save_entry', { id: null, on: null, title: null, text: text(at) })).id);
  for (const id of home.processes()) process.kill(id, 'SIGTERM');
  await home.untilEnded();
  await program.stop();
  const file = join(home.data, 'pilot-light.db');
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2 / 4096) * 4096 + 1_000] ^= 1;
  writeFileSync(file, bytes);

  program = await start(home);
  const again = program.driver;
  const unread = async () => {
    const ones = [];
    for (const [at, id] of ids.entries())
      if ((await command(again, 'get_entry', id)).text !== text(at)) ones.push(id);
    return ones;
  };
  const lost = await unread();
  assert.equal(lost.length, 1, 'one entry stands on that page');
  await again.execute(`location.hash = '#/journal/${lost[0]}'`);
  const see = await again.findText('button', m.damage_see);
  await keepScreen('damaged-entry');
  await see.click();
  await again.findText('button', m.damage_keep);
  await pressByKeys(again, m.damage_keep);
  await until(async () => (await again.pageText()).includes(m.damage_kept_title), 'it is told');
  await keepScreen('kept-readable');
  assert.match(
    await again.pageText(),
    new RegExp(say('damage_lost', { what: say('damage_entries', { n: 1 }) })),
  );
  assert.deepEqual(await unread(), lost, 'the rest is there');
  assert.equal((await command(again, 'check_file', null)).damaged_pages, 0);
  const [aside] = readdirSync(home.data).filter((name) => name.startsWith('set-aside-'));
  assert.deepEqual(
    readFileSync(join(home.data, aside, 'pilot-light.db')),
    bytes,
    'the damaged file is kept as it is',
  );
});
