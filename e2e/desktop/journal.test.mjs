// Writing in the real window: a picture from the real clipboard, a restart, a search; and how long a key takes in a long
// entry (told, not judged: computers differ).

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { command, focused, Home, keepScreen, newEntry, shownWindows, start, typeKeys } from './harness.mjs';
import { keys, letPass, until } from './webdriver.mjs';
import { m } from './words.mjs';

const run = promisify(execFile);
const home = new Home();
let program;
let clipboard;

after(async () => {
  clipboard?.kill();
  await program?.stop();
  await home.remove();
});

const write = (text) => ({ id: null, on: null, title: null, text });

test('a picture from the clipboard is kept with the words, and both are found after a restart', async () => {
  program = await start(home);
  let { driver } = program;
  await (await driver.findText('label, [role=radio]', m.first_run_no_lock)).click();
  await (await driver.findText('button', m.first_run_begin)).click();
  await until(async () => (await driver.pageText()).includes(m.check_in_question), 'Today');
  await newEntry(driver);
  for (const letter of 'lamplight') await driver.press(letter);
  await until(
    async () => (await command(driver, 'search_entries', { typed: 'lamplight', limit: 5 })).hits.length,
    'the words are kept',
  );

  const picture = join(home.dir, 'evening.png');
  await run('convert', ['-size', '240x160', 'gradient:#203040-#d08040', picture]);
  clipboard = spawn('xclip', ['-selection', 'clipboard', '-target', 'image/png', '-quiet', picture], {
    stdio: 'ignore',
  });
  const [window] = await shownWindows();
  const attached = await until(
    async () => {
      const { hits } = await command(driver, 'search_entries', { typed: 'has:picture', limit: 5 });
      if (hits.length > 0) return command(driver, 'list_attachments', { entry: hits[0].entry.id });
      // Nobody outside can see when the clipboard has its picture.
      await typeKeys(window, 'ctrl+v');
      return undefined;
    },
    'the picture is attached',
    { every: 1_500 },
  );
  assert.equal(attached[0].facts.kind, 'picture');
  await until(
    () =>
      driver.execute(
        "return [...document.querySelectorAll('.attached img')].some((one) => one.naturalWidth > 0)",
      ),
    'it is shown small',
  );
  await keepScreen('attached');
  await program.stop();

  program = await start(home);
  ({ driver } = program);
  const { hits } = await until(async () => {
    const found = await command(driver, 'search_entries', { typed: 'lamp has:picture', limit: 5 });
    return found.hits?.length > 0 && found;
  }, 'both are found');
  await driver.execute(`location.hash = '#/journal/${hits[0].entry.id}'`);
  await (await driver.find('.attached li button')).click();
  // Its bytes come part by part past the JSON.
  await until(
    () =>
      driver.execute(
        "return [...document.querySelectorAll('dialog img, [role=dialog] img')].some((one) => one.naturalWidth === 240)",
      ),
    'it is shown large',
  );
  await keepScreen('picture-open');
  await driver.press(keys.escape);
});

const sentence =
  'Nothing much happened, and the light on the wall moved a little further than it did before. ';

/** An entry of so many words, opened and written in. */
async function openWith(driver, words) {
  const paragraphs = Array.from({ length: Math.ceil(words / 17 / 4) }, () => sentence.repeat(4).trim());
  const text = words > 17 ? paragraphs.join('\n\n') : 'A line.';
  const entry = await command(driver, 'save_entry', write(text));
  await driver.execute(`location.hash = '#/journal/${entry.id}'`);
  await until(
    () => driver.execute(focused(`it.innerText.startsWith('${text.slice(0, 7)}')`)),
    'it is open and has the focus',
  );
  // What opening it sets off is over: the list is read again.
  await letPass(500, 'what is measured is the keys alone');
  return { id: entry.id, text };
}

const typed = 'a quiet line in the middle of it all, typed by hand';

/** Types a line, with a pause in which it is kept; how long each key took until its frame was drawn, and how long frames were apart. */
async function typeALine(driver) {
  await driver.execute(`
    const took = [], apart = [];
    const heard = (event) => {
      // After the frame that shows it has been handed over.
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - event.timeStamp)));
    };
    addEventListener('keydown', heard, true);
    let last;
    const frame = (now) => {
      if (last !== undefined) apart.push(now - last);
      last = now;
      next = requestAnimationFrame(frame);
    };
    let next = requestAnimationFrame(frame);
    window.keysShown = () => took.length;
    window.endTyping = () => {
      removeEventListener('keydown', heard, true);
      cancelAnimationFrame(next);
      return { took, apart };
    };`);
  for (const [at, letter] of [...typed].entries()) {
    // Long enough for the words so far to be kept, so that the keys after it meet that too.
    if (at === 24) await letPass(1_500, 'a hand that rests');
    await driver.press(letter);
  }
  await until(() => driver.execute(`return window.keysShown() === ${typed.length}`), 'each key is shown');
  return driver.execute('return window.endTyping()');
}

test('a key in an entry of 20,000 words', { timeout: 180_000 }, async (t) => {
  const { driver } = program;
  const all = { 1: { took: [], apart: [] }, 20_000: { took: [], apart: [] } };
  // In turn, so that what else the computer does falls on both.
  for (let round = 0; round < 4; round++) {
    for (const [words, { took, apart }] of Object.entries(all)) {
      const entry = await openWith(driver, Number(words));
      const found = await typeALine(driver);
      assert.equal(found.took.length, typed.length, 'the keys were heard');
      took.push(...found.took);
      apart.push(...found.apart);
      const kept = await until(async () => {
        const now = await command(driver, 'get_entry', entry.id);
        return now.text.includes('typed by hand') && now;
      }, 'the line is kept');
      assert.equal(kept.text.length, entry.text.length + typed.length);
    }
  }
  for (const [words, { took, apart }] of Object.entries(all)) {
    took.sort((a, b) => a - b);
    const at = (share) => took[Math.round((took.length - 1) * share)].toFixed(1);
    const late = apart.filter((ms) => ms > 25).length;
    t.diagnostic(
      `entry of ${words} words: key to paint ${at(0.5)} ms p50, ${at(0.95)} ms p95, ${at(1)} ms at most; ${late} of ${apart.length} frames late, ${Math.max(...apart).toFixed(0)} ms at most`,
    );
  }
});
