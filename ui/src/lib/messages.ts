// Every string a person reads comes through `m`: `m.some_key()` or `m.some_key({ n: 3 })`.
// Keys are typed from messages/en.json; messages.test.ts checks that each call gives the right parameters.
import en from '$messages/en.json';
import { isolated } from './direction';

type StoredKey = keyof typeof en;

/** `hours_one` and `hours_other` together are reached as `hours`, and chosen by the parameter `n`. */
type PluralKey<K> = K extends `${infer Base}_other`
  ? `${Base}_one` extends StoredKey
    ? Base
    : never
  : never;
type PluralForm = `${PluralKey<StoredKey>}_${'one' | 'other'}`;

export type MessageKey = Exclude<StoredKey, PluralForm> | PluralKey<StoredKey>;
export type MessageParams = Record<string, string | number>;
type Messages = { readonly [K in MessageKey]: (params?: MessageParams) => string };

const language = 'en';
const stored: Record<string, string> = en;
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

function templateOf(key: string, params: MessageParams): string {
  if (typeof params.n === 'number') {
    const plural = stored[`${key}_${plurals.select(params.n)}`];
    if (plural !== undefined) return plural;
  }
  const template = stored[key];
  if (template === undefined) throw new Error(`no message for ${key}`);
  return template;
}

/** The text of a key. Prefer `m.key()`; this is for keys that are worked out, such as `error_` + code. */
export function message(key: MessageKey, params: MessageParams = {}): string {
  return templateOf(key, params).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message ${key} lacks {${name}}`);
    return typeof value === 'number' ? numbers.format(value) : isolated(value);
  });
}

export function hasMessage(key: string): key is MessageKey {
  return key in stored || `${key}_other` in stored;
}

export const m = new Proxy({} as Messages, {
  get: (_, key: MessageKey) => (params?: MessageParams) => message(key, params),
});
