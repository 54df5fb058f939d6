// Every string a person reads comes through `m`: `m.some_key()` or `m.some_key({ n: 3 })`. The texts are in /messages, a
// folder for each language; keys and parameters are typed from the English ones, which also stand in for what is missing.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { isolated } from './direction';
import type { Messages } from './generated/messages';

export type MessageKey = keyof Messages;

const englishTexts = import.meta.glob<string>('../../../messages/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const otherTexts = import.meta.glob<string>(['../../../messages/*/*.ftl', '!../../../messages/en/*.ftl'], {
  query: '?raw',
  import: 'default',
});

function bundleOf(language: string, texts: readonly string[]): FluentBundle {
  // A person's words are kept apart by `isolated`, where they need it.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const text of texts) bundle.addResource(new FluentResource(text));
  return bundle;
}

const english = bundleOf('en', Object.values(englishTexts));
/** The first that has a message says it. */
let bundles = [english];

const fromRightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

function directionOfLanguage(tag: string): 'ltr' | 'rtl' {
  return fromRightToLeft.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** To be called before anything is drawn: what is on the page does not change its language. */
export async function useLanguage(tag: string): Promise<void> {
  const load = Object.entries(otherTexts).flatMap(([path, text]) =>
    path.includes(`/messages/${tag}/`) ? [text()] : [],
  );
  const texts = await Promise.all(load);
  bundles = texts.length > 0 ? [bundleOf(tag, texts), english] : [english];
  const language = texts.length > 0 ? tag : 'en';
  document.documentElement.lang = language;
  document.dir = directionOfLanguage(language);
}

/** The text of a key. Prefer `m.key()`; this is for keys that are worked out, such as `error_` + code. */
export function message<Key extends MessageKey>(key: Key, ...[params]: Parameters<Messages[Key]>): string {
  const bundle = bundles.find((one) => one.hasMessage(key));
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) throw new Error(`no message for ${key}`);
  if (typeof pattern === 'string') return pattern;
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<string | number>(params ?? {})) {
    args[name] = typeof value === 'string' ? isolated(value) : value;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  if (errors[0]) throw new Error(`message ${key}: ${errors[0].message}`);
  return text;
}

export const hasMessage = (key: string): key is MessageKey => english.hasMessage(key);

export const m = new Proxy({} as Messages, {
  get:
    <Key extends MessageKey>(_: Messages, key: Key) =>
    (...params: Parameters<Messages[Key]>) =>
      message(key, ...params),
});
