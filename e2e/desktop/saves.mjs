// What kill.test.mjs has the page save, and what must be there once so many of these saves were answered. The saves go in lanes,
// each on things of its own and one at a time, as the page sends them; all lanes are under way at once.

/** Numbers that look random and come again from the same seed (mulberry32): one below `below`. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** More than are ever answered before the kill. */
const STEPS = 60;
const each = (make) => Array.from({ length: STEPS }, (_, at) => make(at));

/** A few words, now and then some pages of the file full. */
const words = (mark, random) => `${mark} ${'grey heron '.repeat([1, 20, 400][random(3)] + random(9))}`.trim();

/** A thing that is made anew at every fourth step, and changed at the others. */
function madeAndChanged(name, made, step, seen) {
  const steps = each((at) =>
    at % 4 === 0 ? { name, input: step(at) } : { name, input: step(at), idOf: at - (at % 4) },
  );
  const after = (count) =>
    steps.slice(0, count).flatMap(({ input }, at) => (at % 4 === 3 || at === count - 1 ? [seen(input)] : []));
  return { what: made, steps, after };
}

export const entriesLane = (round, random) =>
  madeAndChanged(
    'save_entry',
    'new entries',
    (at) => ({ id: null, on: null, title: null, text: words(`r${round}e${at}`, random) }),
    ({ text }) => text,
  );

export const checkInsLane = (round, random) =>
  madeAndChanged(
    'save_check_in',
    'check-ins',
    (at) => ({
      id: null,
      feel: { level: at % 5 },
      energy: random(10),
      comfort: null,
      words: [],
      body: [],
      note: words(`r${round}c${at}`, random),
    }),
    ({ note, feel, energy }) => ({ note, feel, energy }),
  );

/** `standing` are entries that stay, as they are now. */
export function starsLane(standing) {
  const isOn = (at, of) => standing[of].is_starred !== (Math.floor(at / standing.length) % 2 === 0);
  const steps = each((at) => ({
    name: 'star_entry',
    input: { entry: standing[at % standing.length].id, is_starred: isOn(at, at % standing.length) },
  }));
  return {
    what: 'stars',
    steps,
    after: (count) => lastOf(standing, steps.slice(0, count), ({ is_starred }) => is_starred),
  };
}

export function tagsLane(round, standing) {
  const steps = each((at) => ({
    name: 'tag_entry',
    input: { entry: standing[at % standing.length].id, tags: [`r${round}t${at}`] },
  }));
  return {
    what: 'tags',
    steps,
    after: (count) => lastOf(standing, steps.slice(0, count), ({ tags }) => tags),
  };
}

/** What each of `standing` has after these steps. */
function lastOf(standing, steps, part) {
  return standing.map((entry) =>
    part(steps.findLast(({ input }) => input.entry === entry.id)?.input ?? entry),
  );
}

/** The first goes to the bin; from then on another goes, and the one before it comes back by undo. */
export function binLane(ids) {
  const deleted = (at) => ids[Math.ceil(at / 2) % ids.length];
  const isUndo = (at) => at > 0 && at % 2 === 0;
  const steps = each((at) =>
    isUndo(at)
      ? { name: 'undo_change', undoes: Math.max(0, at - 3) }
      : { name: 'delete_entry', input: deleted(at) },
  );
  const after = (count) => {
    const bin = new Set();
    for (const { undoes, input } of steps.slice(0, count)) {
      if (undoes === undefined) bin.add(input);
      else bin.delete(steps[undoes].input);
    }
    return [...bin].sort((a, b) => a - b);
  };
  return { what: 'the bin', steps, after };
}

export function filesLane(round, entry, random) {
  const steps = each((at) => ({
    name: 'put_attachment',
    input: { to: { entry }, name: `r${round}f${at}.txt`, keeps_metadata: true, replaces: null },
    bytes: words(`r${round}f${at}`, random),
  }));
  return {
    what: 'files',
    steps,
    after: (count) => steps.slice(0, count).map(({ input, bytes }) => ({ name: input.name, bytes })),
  };
}

/** A script: hears which changes are answered, from where the page itself is told, and can run lanes. */
export const LISTEN = `
  const { invoke } = window.__TAURI_INTERNALS__;
  const { fetch } = window;
  const heard = (window.heard = { answered: {}, refused: [], typed: [] });
  window.fetch = async (address, options) => {
    const name = String(address).split('/').pop();
    const save = name === 'save_entry' ? { text: JSON.parse(options.body).input.text, isAnswered: false } : {};
    if (save.text?.length < 100) heard.typed.push(save);
    const answer = await fetch(address, options);
    save.isAnswered = answer.headers.get('Tauri-Response') === 'ok';
    if (save.isAnswered) heard.answered[name] = (heard.answered[name] ?? 0) + 1;
    else heard.refused.push(name);
    return answer;
  };
  window.runLane = async (steps) => {
    const replies = [];
    for (const { name, input, idOf, undoes, bytes } of steps) {
      const given = undoes !== undefined ? replies[undoes].change : idOf !== undefined ? { ...input, id: replies[idOf].value.id } : input;
      replies.push(
        await (bytes === undefined
          ? invoke(name, { input: given })
          : invoke(name, new TextEncoder().encode(bytes), { headers: { 'pilot-input': encodeURIComponent(JSON.stringify(given)) } })),
      );
    }
  };`;

/** A script: what was heard until now, and what a person sees: the words on the page, and whether it says that they are kept. */
export const LOOK = `
  const sign = document.querySelector('.kept:not(.waiting)');
  const lines = document.querySelector('.text')?.shadowRoot?.querySelectorAll('.cm-line') ?? [];
  return { ...window.heard, kept: sign?.textContent.trim() ? [...lines].map((line) => line.textContent).join('\\n') : '' };`;

/** A script: all that is kept, and of what has a low number only what is asked for, since there comes to be much of it. */
export const READ_ALL = `
  const [wanted, filed, since, done] = arguments;
  const { invoke } = window.__TAURI_INTERNALS__;
  const ask = async (name, input) => (await invoke(name, { input })).value;
  const all = (of, make) => Promise.all(of.map(make));
  const byId = (a, b) => a.id - b.id;
  (async () => {
    const [{ state }, listed, binned, checkIns, attached] = await Promise.all([
      ask('get_status', null),
      ask('list_chosen_entries', { typed: '', days: null }),
      ask('list_bin', null),
      ask('list_check_ins_between', { from: '2000-01-01', until: '2999-12-31' }),
      all(filed, (entry) => ask('list_attachments', { entry })),
    ]);
    const ids = listed.map(({ id }) => id);
    const bin = binned.map(({ entry }) => entry.id);
    const entries = await all(ids.filter((id) => id > since.entries || wanted.includes(id)), (id) => ask('get_entry', id));
    const unfound = await all(entries.filter(({ id }) => id > since.entries), async ({ id, text }) => {
      const { hits } = await ask('search_entries', { typed: text.split(' ')[0], limit: 500 });
      return hits.some(({ entry }) => entry.id === id) ? [] : [text];
    });
    const files = await all(attached.flat().filter(({ id }) => id > since.files), async ({ id, to, name }) => {
      // What is beside the bytes is null, which takes eight of them.
      const answer = await invoke('get_attachment_part', { input: { attachment: id, part: 0 } });
      return { id, entry: to.entry, name, bytes: new TextDecoder().decode(answer.slice(8)) };
    });
    return {
      state,
      ids: [...ids, ...bin].sort((a, b) => a - b),
      bin: bin.sort((a, b) => a - b),
      entries: entries.sort(byId),
      checkIns: checkIns.filter(({ id }) => id > since.checkIns).sort(byId),
      files: files.sort(byId),
      unfound: unfound.flat(),
    };
  })().then(done, (error) => done({ error: error.message ?? JSON.stringify(error) }));`;
