// What the program says, by the key of the message: `m.some_key`, or `say('some_key', { n: 3 })`.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// It lives where the tests in a browser have it, as axe does.
const { FluentBundle, FluentResource } = createRequire(new URL('../browser/package.json', import.meta.url))(
  '@fluent/bundle',
);

const folder = new URL('../../messages/en/', import.meta.url);
const english = new FluentBundle('en', { useIsolating: false });
for (const name of readdirSync(folder)) {
  english.addResource(new FluentResource(readFileSync(new URL(name, folder), 'utf8')));
}

/**
 * The text of `key` as it is shown.
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function say(key, params = {}) {
  const pattern = english.getMessage(key)?.value;
  if (!pattern) throw new Error(`there is no message ${key}`);
  return english.formatPattern(pattern, params);
}

/** @type {Record<string, string>} */
export const m = new Proxy({}, { get: (_, key) => say(String(key)) });
