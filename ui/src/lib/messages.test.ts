// Guards on the words: what is stored is what is used, every language has all of it, and the tone holds. That keys are
// there and get their parameters is held by the compiler.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesOf, filesOf, languages } from '../../scripts/catalogue.js';
import { hasMessage, m, message, useLanguage, type MessageKey } from './messages';

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(target|node_modules|generated)\//.test(path));
}

const textsOf = (paths: string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

const sources = textsOf(
  filesUnder('src', /\.(svelte|ts)$/).filter((path) => path !== join('src', 'lib', 'messages.ts')),
);
const rust = textsOf(['../src-tauri', '../crates'].flatMap((folder) => filesUnder(folder, /\.rs$/)));

const called = new Set([...sources.matchAll(/\bm\.([a-z]\w*)/g)].map((found) => found[1]));
/** In Rust each key is a method of the messages. */
const calledInRust = new Set([...rust.matchAll(/\.([a-z]\w*)\(/g)].map((found) => found[1]));
/** Keys worked out at run time, as in m[`error_${code}`]: everything with that beginning counts as used. */
const beginnings = [...sources.matchAll(/(?:\bm\[|\b(?:message|hasMessage)\()\s*`([a-z_]+)\$\{/g)].map(
  (found) => found[1] ?? '',
);
/** A key written out as a string, to be looked up later; in code only, as tests are left out. */
const quoted = new Set(
  [...sources.matchAll(/['"`]([a-z][a-z0-9_]*_[a-z0-9_]+)['"`]/g)].map((found) => found[1]),
);

const banned =
  /\b(just|streaks?|congrat\w*|awesome|amazing|great job|keep it up|missed|failed you|don['’]t forget|treat(s|ed|ing)?|cures?|cured|curing|diagnos(e|es|ed|ing)|screen(s|ed|ing)? for|symptom scores?)\b/i;

const english = entriesOf('en');

describe('messages/en', () => {
  it.each(english)('$key is said calmly', ({ key, texts }) => {
    for (const text of texts) {
      expect(text, key).not.toContain('!');
      expect(text, key).not.toMatch(banned);
    }
    expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('holds no key that nobody uses', () => {
    const unused = english.filter(
      ({ key }) =>
        !(
          called.has(key) ||
          calledInRust.has(key) ||
          quoted.has(key) ||
          beginnings.some((beginning) => key.startsWith(beginning))
        ),
    );
    expect(unused.map(({ key }) => key)).toEqual([]);
  });

  it('leaves every time of day to the one place that writes them', () => {
    const times = english.filter(({ texts }) =>
      texts.some((text) => /\b\d{1,2}[:.]\d{2}\b|\b\d ?[ap]m\b/i.test(text)),
    );
    expect(times.map(({ key }) => key)).toEqual([]);
  });

  it('tells translators what each parameter is', () => {
    const untold = english.flatMap(({ key, comment, params }) =>
      [...params.keys()]
        .filter((name) => !new RegExp(`^\\$${name} \\((number|text|choice)\\): \\S`, 'm').test(comment))
        .map((name) => `${key}: $${name}`),
    );
    expect(untold).toEqual([]);
  });
});

describe.each(languages())('messages/%s', (language) => {
  const files = filesOf(language);
  const entries = files.flatMap((file) => file.entries);

  it('can be read, file by file, and each says where its texts stand', () => {
    expect(files.flatMap(({ junk }) => junk)).toEqual([]);
    expect(files.filter(({ head }) => !head)).toEqual([]);
  });

  it('holds every key of English once, and no other', () => {
    expect(entries.map(({ key }) => key).sort()).toEqual([...new Set(english.map(({ key }) => key))].sort());
  });

  it('names no parameter that it is not given', () => {
    const given = new Map(english.map(({ key, params }) => [key, params]));
    const unknown = entries.flatMap(({ key, params }) =>
      [...params.keys()].filter((name) => !given.get(key)?.has(name)).map((name) => `${key}: $${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('message', () => {
  it('says which parameter is not there instead of showing a gap', () => {
    const untyped = message as (key: string, params?: object) => string;
    expect(() => untyped('kit_scale_clear_label')).toThrow('kit_scale_clear_label: Unknown variable: $label');
    expect(() => untyped('damage_text', { n: undefined })).toThrow('$n');
    expect(message('kit_scale_clear_label', { label: 'Energy' })).toContain('Energy');
  });

  it('says which key is not there', () => {
    expect(() => message('no_such_key' as MessageKey)).toThrow('no_such_key');
    expect(hasMessage('no_such_key')).toBe(false);
  });

  it('writes numbers as they are written, and keeps own words apart where they need it', () => {
    expect(m.library_all({ n: 1 })).toBe('1 thing is here.');
    expect(m.library_all({ n: 1000 })).toBe('1,000 things are here.');
    expect(m.own_remove({ what: 'חם' })).toBe('Remove “\u2068חם\u2069”');
  });

  it('says it in English in a language that is not there', async () => {
    await useLanguage('tlh');
    expect(m.kit_close()).toBe('Close');
  });
});
