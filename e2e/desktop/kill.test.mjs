// The program is killed while it keeps what is entered in its real window, again and again on one folder. What it had answered
// for is there at the next start, whole, and nothing else is. An answer counts once the program has let go of it: it then says the
// command's name (PILOT_LIGHT_TRACE), which outlives it. PILOT_LIGHT_KILLS says how often, PILOT_LIGHT_KILL_SEED repeats a run.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { command, focused, Home, start, telling } from './harness.mjs';
import {
  binLane,
  chance,
  checkInsLane,
  entriesLane,
  filesLane,
  LISTEN,
  LOOK,
  READ_ALL,
  starsLane,
  tagsLane,
} from './saves.mjs';
import { keys, letPass, until } from './webdriver.mjs';
import { m } from './words.mjs';

const kills = Number(process.env.PILOT_LIGHT_KILLS ?? 6);
const seed = Number(process.env.PILOT_LIGHT_KILL_SEED ?? Date.now() % 2 ** 31);
const random = chance(seed);
const home = new Home();
const log = join(home.dir, 'answered');
const application = telling(home, log);
let program;

after(async () => {
  await program?.stop();
  await home.remove();
});

/** Entries that stay, to be marked; and some that go to the bin and come back. */
const standing = [];
const passing = [];
const filedAt = (round) => standing[round % standing.length];
/** What was found at the starts before, by number. */
const known = { ids: [], entries: new Map(), checkIns: new Map(), files: new Map() };

async function open() {
  program = await start(home, { application });
}

/** How many of each command were answered by the start that is over. */
function answers() {
  const counts = {};
  for (const name of readFileSync(log, 'utf8').split('\n')) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

async function firstRun() {
  await open();
  const { driver } = program;
  await (await driver.findText('label, [role=radio]', m.first_run_no_lock)).click();
  await (await driver.findText('button', m.first_run_begin)).click();
  await until(async () => (await driver.pageText()).includes(m.check_in_question), 'Today');
  for (let at = 0; at < 14; at++) {
    const { id } = await command(driver, 'save_entry', {
      id: null,
      on: null,
      title: null,
      text: `stands ${at}`,
    });
    (at < 8 ? standing : passing).push(id);
  }
  await program.stop();
}

/** Reads what is there in the window. `filed` are the entries whose files are read. */
async function read(filed, since) {
  const found = await program.driver.executeAsync(READ_ALL, standing, filed, since);
  assert.equal(found.error, undefined);
  assert.equal(found.state, 'open');
  assert.deepEqual(found.unfound, [], 'a search finds the words');
  return found;
}

/** Types each line on a new page, and notes those it has typed. Nothing is tried twice: the kill ends it. */
async function type(driver, lines, typed) {
  for (const { text, pause } of lines) {
    await driver.press(keys.control, '1'); // leaves what was written a moment ago
    await driver.press(keys.control, 'j');
    await until(
      () => driver.execute(focused(`!it.innerText.includes('${typed.at(-1)}')`)),
      'a new page has the focus',
      { every: 20 },
    );
    for (const letter of text) await driver.press(letter);
    typed.push(text);
    await letPass(pause, 'a hand that rests');
  }
}

const letters = () => Array.from({ length: 5 + random(8) }, () => 'greyheron'[random(9)]).join('');

const still = (lane) => ({ ...lane, steps: [], after: () => lane.after(0) });

/** Saves in every lane, or types, and kills the program meanwhile. */
async function saveAndKill(round, found) {
  const { driver } = program;
  const entries = found.entries.filter(({ id }) => standing.includes(id));
  const lines =
    round % 2
      ? []
      : ['a', 'b'].slice(random(2)).map((mark) => ({ text: mark + letters(), pause: random(700) }));
  const others = [
    checkInsLane(round, random),
    starsLane(entries),
    tagsLane(round, entries),
    binLane(passing),
    filesLane(round, filedAt(round), random),
  ];
  // While one types, one more thing is saved; the others stay as they are.
  const lanes = lines.length
    ? others.map((lane, at) => (at === round % 5 ? lane : still(lane)))
    : [...others, entriesLane(round, random)];
  const isWhole = random(2) === 0;
  const doomed = home
    .running()
    .filter(({ name }) => name === 'pilot-light' || (isWhole && /^WebKit(?!.*Driver)/.test(name)));
  let heard = { answered: {}, refused: [], typed: [], kept: [] };
  const typed = [];
  let isOver = false;
  await driver.execute(LISTEN);
  const work = [
    driver.execute(
      'arguments[0].forEach((lane) => void window.runLane(lane))',
      lanes.map(({ steps }) => steps),
    ),
    type(driver, lines, typed),
    (async () => {
      while (!isOver) {
        const { kept, ...more } = await driver.execute(LOOK);
        heard = { ...more, kept: kept ? [...heard.kept, kept] : heard.kept };
        await letPass(5, 'the program is not asked all the time');
      }
    })(),
  ];
  const worked = Promise.allSettled(work); // the kill ends them
  const isBegun = lines.length
    ? () => typed.length === lines.length
    : () => Object.keys(heard.answered).length > 0;
  await until(isBegun, 'saves are under way', { every: 5 });
  // What is typed is kept after half a second, or at once when the page is left.
  await letPass(random(lines.length ? 1_000 : 300), 'the end comes at any moment');
  for (const { id } of doomed) process.kill(id, 'SIGKILL');
  isOver = true;
  await worked;
  await program.stop();
  return { lanes, lines, heard, answered: answers() };
}

function checkLane({ what, steps, after }, found, answered, where) {
  const count = [...new Set(steps.map(({ name }) => name))].reduce(
    (sum, name) => sum + (answered[name] ?? 0),
    0,
  );
  // The one that was under way may be there or not.
  const isThere = [after(count), after(count + 1)].some((state) => isDeepStrictEqual(state, found[what]));
  const told = JSON.stringify(
    { found: found[what], answered: after(count) },
    (_, value) => value?.slice?.(-40) ?? value,
  );
  assert.ok(isThere, `${where}: ${what}, ${count} answered: ${told}`);
  return count;
}

/** Each new entry begins one of the lines, and holds what was answered for, and what the page called kept. */
function checkTyped(lines, texts, { typed, kept }, answered, where) {
  const late = typed.filter(({ isAnswered }) => !isAnswered);
  const toldLate = answered - (typed.length - late.length);
  const due = typed.filter(({ isAnswered }) => isAnswered || toldLate >= late.length).map(({ text }) => text);
  assert.ok(answered === 0 || texts.length > 0, `${where}: nothing of what was typed is there`);
  for (const text of texts)
    assert.ok(
      lines.some((line) => line.text.startsWith(text)),
      `${where}: "${text}" was not typed`,
    );
  assert.equal(new Set(texts.map((text) => text[0])).size, texts.length, `${where}: twice: ${texts}`);
  for (const text of [...due, ...kept])
    assert.ok(
      texts.some((one) => one.startsWith(text)),
      `${where}: "${text}" was kept, found: ${texts}`,
    );
}

/** What was found against what must be there. */
function check(found, since, { lanes, lines, heard, answered }, where) {
  const added = (of) => found[of].filter(({ id }) => id > since[of]);
  const marks = found.entries.filter(({ id }) => standing.includes(id));
  const newTexts = added('entries').map(({ text }) => text);
  const parts = {
    'new entries': newTexts,
    'check-ins': added('checkIns').map(({ note, feel, energy }) => ({ note, feel, energy })),
    stars: marks.map(({ is_starred }) => is_starred),
    tags: marks.map(({ tags }) => tags),
    'the bin': found.bin,
    files: added('files').map(({ name, bytes }) => ({ name, bytes })),
  };
  assert.deepEqual(
    found.ids.filter((id) => id <= since.entries),
    known.ids,
    `${where}: the entries of before`,
  );
  assert.deepEqual(heard.refused, [], where);
  for (const [name, count] of Object.entries(heard.answered)) {
    if (lanes.some(({ steps }) => steps.some((step) => step.name === name)))
      assert.ok(count <= (answered[name] ?? 0) + 1, `${where}: ${name} was not said`);
  }
  const counts = lanes.map((lane) => checkLane(lane, parts, answered, where));
  if (lines.length) {
    checkTyped(lines, newTexts, heard, answered.save_entry ?? 0, where);
    counts.push(answered.save_entry ?? 0);
  }
  return counts.reduce((sum, count) => sum + count);
}

const same = {
  entries: ({ text }) => text,
  checkIns: ({ note }) => note,
  files: ({ name, bytes }) => name + bytes,
};

/** Notes what was found, which is as it was at the starts before. */
function remember(found, isAll, where) {
  for (const [of, part] of Object.entries(same)) {
    for (const one of found[of]) {
      assert.equal(part(one), part(known[of].get(one.id) ?? one), `${where}: ${of}`);
      known[of].set(one.id, one);
    }
    const gone = [...known[of].keys()].filter(
      (id) => !found[of].some((one) => one.id === id) && !found.bin.includes(id),
    );
    if (isAll) assert.deepEqual(gone, [], `${where}: ${of}`);
  }
  known.ids = found.ids;
}

test(
  `what was answered for outlives ${kills} kills (seed ${seed})`,
  { timeout: 60_000 + kills * 20_000 },
  async (t) => {
    const none = { entries: 0, checkIns: 0, files: 0 };
    let since = none;
    let last;
    let saves = 0;
    await firstRun();
    for (let round = 0; round <= kills; round++) {
      const where = `seed ${seed}, after kill ${round}`;
      const isAll = round % 10 === 0 || round === kills;
      await open();
      await until(async () => (await program.driver.pageText()).includes(m.check_in_question), 'Today');
      const found = isAll ? await read(standing, none) : await read([filedAt(round - 1)], since);
      if (last) saves += check(found, since, last, where);
      remember(found, isAll, where);
      if (isAll) {
        assert.equal((await command(program.driver, 'check_file', null)).damaged_pages, 0, where);
        await program.driver.press(keys.control, '2');
        await until(
          async () => (await program.driver.pageText()).includes(found.entries.at(-1).text.slice(0, 40)),
          'the latest is seen',
        );
      }
      if (round === kills) break;
      for (const id of found.bin) await command(program.driver, 'bring_back_entry', id);
      since = {
        entries: found.ids.at(-1),
        checkIns: Math.max(0, ...known.checkIns.keys()),
        files: Math.max(0, ...known.files.keys()),
      };
      last = await saveAndKill(round, found);
    }
    t.diagnostic(`${kills} kills, ${saves} answered saves, all there (seed ${seed})`);
  },
);
