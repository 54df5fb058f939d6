// Guards on the words: what is stored is what is used, calls give the right parameters, and the tone holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasMessage, message, type MessageKey } from './messages';
import en from '$messages/en.json';

const stored: Record<string, string> = en;

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/target/') && !path.includes('/node_modules/'));
}

const sources = filesUnder('src', /\.(svelte|ts)$/)
  .filter((path) => path !== join('src', 'lib', 'messages.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
/** The desktop shell has a constant for each `native_…` key: `native_tray_quit` is its `TRAY_QUIT`. */
const shellText = filesUnder('../src-tauri', /\.rs$/)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const usedByShell = (key: string) =>
  key.startsWith('native_') &&
  new RegExp(`\\b${key.slice('native_'.length).toUpperCase()}\\b`).test(shellText);

const placeholdersOf = (template: string) =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** `hours_one` and `hours_other` are called as `hours`. */
function callNameOf(key: string): string {
  const base = /^(.*)_(one|other)$/.exec(key)?.[1];
  return base && `${base}_one` in stored && `${base}_other` in stored ? base : key;
}

function templatesOf(call: string): string[] {
  return [call, `${call}_one`, `${call}_other`]
    .map((key) => stored[key])
    .filter((text) => text !== undefined);
}

interface Call {
  path: string;
  key: string;
  /** The names given, or undefined when they cannot be read from the text. */
  given: string[] | undefined;
}

/** The text between a bracket at `start` and its partner. */
function insideBrackets(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if ('([{'.includes(text.charAt(at))) depth++;
    if (')]}'.includes(text.charAt(at)) && --depth === 0) return text.slice(start + 1, at);
  }
  return '';
}

/** The property names of an object literal at its first level; undefined when there is a spread or no literal. */
function namesGiven(argument: string): string[] | undefined {
  const text = argument.trim().replace(/,$/, '');
  if (text === '') return [];
  if (!text.startsWith('{') || text.includes('...')) return undefined;
  const inside = insideBrackets(text, 0);
  const names: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of `${inside},`) {
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      if (name) names.push(name);
      part = '';
    } else part += letter;
  }
  return names;
}

const calls: Call[] = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\bm\.([a-z]\w*)(\()?/g)].map((found) => ({
    path,
    key: found[1] ?? '',
    given: found[2] ? namesGiven(insideBrackets(text, found.index + found[0].length - 1)) : undefined,
  })),
);

/** Keys worked out at run time, as in m[`error_${code}`]: everything with that beginning counts as used. */
const beginnings = sources.flatMap(({ text }) =>
  [...text.matchAll(/(?:\bm\[|\b(?:message|hasMessage)\()\s*`([a-z_]+)\$\{/g)].map((found) => found[1] ?? ''),
);
/** A key written out as a string, to be looked up later; in code only, as tests are left out. */
const quoted = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/['"`]([a-z][a-z0-9_]*_[a-z0-9_]+)['"`]/g)].map((found) => found[1]),
  ),
);

const banned =
  /\b(just|streaks?|congrat\w*|awesome|amazing|great job|keep it up|missed|failed you|don['’]t forget|treat(s|ed|ing)?|cures?|cured|curing|diagnos(e|es|ed|ing)|screen(s|ed|ing)? for|symptom scores?)\b/i;

describe('messages/en.json', () => {
  it.each(Object.entries(stored))('%s is said calmly', (key, text) => {
    expect(text, key).not.toContain('!');
    expect(text, key).not.toMatch(banned);
    expect(text.trim(), key).toBe(text);
    expect(text, key).not.toBe('');
    expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('holds every key only once', () => {
    const written = [...readFileSync('messages/en.json', 'utf8').matchAll(/^\s*"(\w+)":/gm)].map(
      ([, key]) => key,
    );
    expect(written.filter((key, at) => written.indexOf(key) !== at)).toEqual([]);
  });

  it('holds every key that is called', () => {
    expect(calls.filter(({ key }) => !hasMessage(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
  });

  it('holds no key that nobody uses', () => {
    const called = new Set(calls.map(({ key }) => key));
    const unused = Object.keys(stored).filter((key) => {
      const name = callNameOf(key);
      return !(
        called.has(name) ||
        quoted.has(name) ||
        usedByShell(key) ||
        beginnings.some((beginning) => key.startsWith(beginning))
      );
    });
    expect(unused).toEqual([]);
  });

  it('is given the parameters its texts ask for', () => {
    const wrong = calls
      .filter(({ key, given }) => given && hasMessage(key))
      .filter(({ key, given }) => {
        const wanted = new Set(templatesOf(key).flatMap(placeholdersOf));
        const isPlural = `${key}_other` in stored;
        return (
          [...wanted].some((name) => !given?.includes(name)) ||
          given?.some((name) => !wanted.has(name) && !(isPlural && name === 'n'))
        );
      })
      .map(({ path, key }) => `${path}: ${key}`);
    expect(wrong).toEqual([]);
  });
});

describe('message', () => {
  it('says which parameter is not there instead of showing a gap', () => {
    expect(() => message('kit_scale_clear_label')).toThrow('{label}');
    expect(message('kit_scale_clear_label', { label: 'Energy' })).toContain('Energy');
  });

  it('says which key is not there', () => {
    expect(() => message('no_such_key' as MessageKey)).toThrow('no_such_key');
  });
});
