// Who has the keyboard. WebKit leaves a text's selection where it is when a button beside it is pressed, and would go on
// writing there: every control is pressed by hand, then keys are, and the entry must stay as it was written.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, origin, press, setLayout } from './hand.mjs';
import { command, Home, start } from './harness.mjs';
import { letPass, until } from './webdriver.mjs';
import { m, say } from './words.mjs';

const home = new Home();
const words = 'words I would rather keep';
let program;
let place;
let entry;

before(async () => {
  program = await start(home);
  await command(program.driver, 'create_profile', { lock: 'none' });
  await program.driver.execute("location.hash = '#/today'");
  await until(async () => (await program.driver.pageText()).includes(m.check_in_question), 'Today');
  await look(
    "void (window.heard = 0, addEventListener('keyup', ({ key }) => (window.heard += key === 'F9'), true))",
  );
  place = await origin();
  await restore();
});
after(async () => {
  await setLayout('us').catch(() => {});
  await program?.stop();
  await home.remove();
});

/** What is looked for in the page, for scripts below. */
const inPage = `
  const text = () => document.querySelector('.editor .text')?.shadowRoot?.querySelector('.cm-content');
  const written = () => text() && [...text().querySelectorAll('.cm-line')].map((line) => line.textContent).join('\\n');
  const focused = () => {
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
  };
  const dialog = () => [...document.querySelectorAll('[role=dialog]')].at(-1);
  const nameOf = (it) => (it.getAttribute('aria-label') ?? it.querySelector('.visually-hidden')?.textContent ??
    it.labels?.[0]?.innerText ?? it.innerText ?? '').trim().split('\\n')[0];
  const controls = (within) => [...within.querySelectorAll('button, a[href], summary, input, select, textarea, label, [role=tab]')]
    .flatMap((it) => {
      const box = it.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const above = document.elementFromPoint(x, y);
      const isSeen = box.width > 1 && above && (it.contains(above) || above.contains(it));
      return isSeen && !it.disabled ? [{ name: nameOf(it) || it.tagName, x: Math.round(x), y: Math.round(y) }] : [];
    });
`;
const look = (script, ...args) => program.driver.execute(`${inPage} return ${script};`, ...args);
const isWriting = () => look('focused() !== null && focused() === text()');
const pressAt = ({ x, y }) => click(place.x + x, place.y + y);

/** The entry, with the cursor set behind its last word by hand. */
async function write() {
  await until(
    async () => {
      if (await look('!dialog()')) return true;
      await press('Escape');
      return false;
    },
    'no dialog is open',
    { every: 300 },
  );
  await look('location.hash === arguments[0] || void (location.hash = arguments[0])', `#/journal/${entry}`);
  await until(() => look('written() === arguments[0]', words), 'the entry is open, as it was written');
  const line = await look('text().querySelector(".cm-line").getBoundingClientRect().toJSON()');
  await until(
    async () => {
      await pressAt({ x: Math.round(line.right - 8), y: Math.round(line.y + line.height / 2) });
      return isWriting();
    },
    'the text has the focus',
    { every: 200 },
  );
}

const find = (name, within = 'document') =>
  look(`controls(${within}).find((one) => one.name === arguments[0])`, name);
const names = async (within) => [...new Set((await look(`controls(${within})`)).map(({ name }) => name))];

async function pressControl(name, within) {
  await pressAt(await until(() => find(name, within), `${name} is shown`));
}

/** What is on the page has changed, if the entry is on it. */
const isSpoilt = () =>
  look('text() && location.hash === arguments[0] && written() !== arguments[1]', `#/journal/${entry}`, words);

const faults = [];
/** Letters by their places (`a` and `s`), whatever the layout writes there, and what would take words away. */
const enter = ['38', 'BackSpace', 'Return'];
const others = ['ctrl+38', '39', 'ctrl+38', 'Delete', 'ctrl+z', 'ctrl+y'];

/**
 * Presses keys, and waits until the page has had the last of them: a busy one has them later. A picker of the system's own,
 * such as for a date, has them itself until it is left.
 */
async function pressAll(keys) {
  const before = await look('window.heard');
  await press(...keys, 'F9');
  const areHeard = () => look('window.heard > arguments[0]', before);
  await until(areHeard, 'the keys are heard', { within: 2_000 }).catch(() =>
    press('Escape', 'F9').then(() => until(areHeard, 'the picker is left')),
  );
}

/** After a press on `name`: keys. Where it leads to the text, until the focus is there. */
async function keysAfter(name) {
  const isMeantToWrite = toText.includes(name);
  for (const keys of isMeantToWrite ? [[], enter, others] : [[...enter, ...others]]) {
    if (keys.length > 0) await pressAll(keys);
    await letPass(isMeantToWrite ? 200 : 60, 'a key that went astray would have written');
    const isSpoiltNow = await isSpoilt();
    if (isSpoiltNow && !(isMeantToWrite && (await isWriting())))
      faults.push(`${name}: ${JSON.stringify(await look('written()'))}`);
    if (isSpoiltNow) await restore();
    if (isMeantToWrite && (await isWriting())) return;
  }
}

async function restore() {
  ({ id: entry } = await command(program.driver, 'save_entry', {
    id: null,
    on: null,
    title: null,
    text: words,
  }));
}

async function nothingChanged() {
  assert.deepEqual(faults.splice(0), []);
  // Longer than the pause after which words are kept.
  await letPass(900, 'it would have been kept');
  assert.equal((await command(program.driver, 'get_entry', entry)).text, words);
}

/** They act on the text, and one writes on there. */
const shaping = [
  'editor_heading',
  'editor_bold',
  'editor_italic',
  'editor_list',
  'editor_task',
  'editor_quote',
].map((key) => say(key, { key: 'Ctrl' }));
/** They open the system's own window, or take the entry away. */
const elsewhere = [m.attachments_add, m.taking_save, m.journal_delete];
/** They lead to the text, some by Enter: a new page, this one with more room, a title above it, a time to write in. */
const toText = [
  m.journal_new,
  m.journal_alone,
  m.more_title,
  m.editor_title,
  m.more_time,
  ...[2, 5, 10, 15].map((n) => `${n} minutes`),
];

for (const layout of ['us', 'ru']) {
  test(`keys after a press on the star, or with a dialog open, leave the entry alone (${layout})`, async () => {
    await setLayout(layout);
    for (const name of [
      m.journal_star,
      m.journal_day_change,
      m.earlier_title,
      m.taking_entries,
      m.more_open,
    ]) {
      await write();
      await pressControl(name);
      if (name !== m.journal_star)
        await until(
          () => look('dialog()?.contains(document.activeElement) && document.getElementById("app").inert'),
          `${name} is open`,
        );
      await keysAfter(name);
    }
    await setLayout('us');
    await nothingChanged();
  });
}

test('keys after a press on any control of the journal leave the entry alone', async () => {
  await write();
  const all = (await names('document')).filter((name) => ![...shaping, ...elsewhere].includes(name));
  assert.ok(all.length > 15, `${all}`);
  for (const name of all) {
    await write();
    if (!(await find(name))) await pressControl(m.journal_entries);
    await pressControl(name);
    await keysAfter(name);
    if (name === m.journal_alone) await pressControl(name);
  }
  await nothingChanged();
});

/** The dialogs of the page, by what leads to them. */
const dialogs = [
  [m.journal_day_change],
  [m.earlier_title],
  [m.taking_entries],
  [m.more_open],
  ...['time', 'circling', 'park', 'flicker', 'form', 'look'].map((name) => [m.more_open, m[`more_${name}`]]),
];

for (const by of dialogs) {
  test(`keys after a press on any control of "${by.at(-1)}" leave the entry alone`, async () => {
    const open = async () => {
      await write();
      for (const [at, name] of by.entries()) {
        await pressControl(name, at === 0 ? 'document' : 'dialog()');
        await until(
          () =>
            look(
              'dialog()?.contains(document.activeElement) && (arguments[0] === 0 || !controls(dialog()).some(({ name }) => name === arguments[1]))',
              at,
              name,
            ),
          `${name} is open`,
        );
      }
      await letPass(60, 'what opens takes the focus once more');
    };
    await open();
    const all = (await names('dialog()')).filter((name) => !elsewhere.includes(name));
    for (const name of all) {
      if (!(await find(name, 'dialog() ?? document.createElement("div")'))) await open();
      if (!(await find(name, 'dialog()'))) continue; // It is there only in another state of the dialog.
      await pressControl(name, 'dialog()');
      await keysAfter(name);
    }
    await nothingChanged();
  });
}

test('the tools shape what is selected', async () => {
  await write();
  await press('Home', ...Array(5).fill('shift+Right'));
  await pressControl(say('editor_bold', { key: 'Ctrl' }));
  assert.ok(await isWriting());
  const kept = async () => (await command(program.driver, 'get_entry', entry)).text;
  await until(async () => (await kept()) === words.replace('words', '**words**'), 'it is bold');
  await restore();
});

test('when the focus comes back the cursor is where it was', async () => {
  await write();
  await press(...Array(5).fill('Left'));
  await pressControl(m.more_open);
  await until(() => look('dialog()?.contains(document.activeElement)'), 'the dialog');
  await press('Escape');
  await until(
    () => look('focused()?.getAttribute("aria-label") === arguments[0]', m.more_open),
    'the focus is back on its button',
  );
  await until(async () => (await isWriting()) || void (await press('Tab')), 'the text has the focus', {
    every: 200,
  });
  await press('38');
  await until(
    () => look('written() === arguments[0]', words.replace(' keep', 'a keep')),
    'the letter stands there',
  );
});
