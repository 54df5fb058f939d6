// Every string a person reads comes through `m`: `m.some_key()` or `m.some_key({ n: 3 })`. The texts are in /messages, a
// folder for each language; keys and parameters are typed from the English ones, which also stand in for what is missing.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { isolated } from './direction';
import type { Messages } from './generated/messages';
import type { Pseudo } from './pseudo';

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

function bundleOf(language: string, texts: readonly string[], transform?: Pseudo['words']): FluentBundle {
  // A person's words are kept apart by `isolated`, where they need it.
  const bundle = new FluentBundle(language, { useIsolating: false, transform });
  for (const text of texts) bundle.addResource(new FluentResource(text));
  return bundle;
}

/** The language that has everything. */
export const english = 'en';
const inEnglish = bundleOf(english, Object.values(englishTexts));
/** The first that has a message says it. */
let bundles = [inEnglish];
let language = english;
let whole: Pseudo['whole'] = (text) => text;

/** Not in the program that ships. */
const hasPseudo = import.meta.env.MODE === 'pseudo';

/** The tags of the languages there are. */
export const languages: readonly string[] = [
  ...new Set(Object.keys({ ...englishTexts, ...otherTexts }).flatMap((path) => path.split('/').at(-2) ?? [])),
  ...(hasPseudo ? ['en-XA', 'ar-XB'] : []),
];

/** What a language is called by those who speak it. */
export const nameOfLanguage = (tag: string, by = tag): string =>
  new Intl.DisplayNames(by, { type: 'language' }).of(tag) ?? tag;

const fromRightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

function directionOfLanguage(tag: string): 'ltr' | 'rtl' {
  return fromRightToLeft.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** To be called before anything is drawn: what is on the page does not change its language. */
export async function useLanguage(tag: string): Promise<void> {
  if (hasPseudo) {
    const made = (await import('./pseudo')).pseudoLanguages[tag];
    if (made) {
      bundles = [bundleOf(english, Object.values(englishTexts), made.words)];
      whole = made.whole;
      speak(tag);
      return;
    }
  }
  const load = Object.entries(otherTexts).flatMap(([path, text]) =>
    path.includes(`/messages/${tag}/`) ? [text()] : [],
  );
  const texts = await Promise.all(load);
  bundles = texts.length > 0 ? [bundleOf(tag, texts), inEnglish] : [inEnglish];
  speak(texts.length > 0 ? tag : english);
}

function speak(tag: string): void {
  language = tag;
  document.documentElement.lang = tag;
  document.dir = directionOfLanguage(tag);
}

/** What an element is told whose text is in another language than the page: `<p {...inLanguage(item.language)}>`. */
export const inLanguage = (tag: string | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  !tag || tag === language ? {} : { lang: tag, dir: directionOfLanguage(tag) };

/** A language in the words of the one that the page is in. */
export const languageText = (tag: string): string => nameOfLanguage(tag, language);

/** The text of a key. Prefer `m.key()`; this is for keys that are worked out, such as `error_` + code. */
export function message<Key extends MessageKey>(key: Key, ...[params]: Parameters<Messages[Key]>): string {
  const bundle = bundles.find((one) => one.hasMessage(key));
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) throw new Error(`no message for ${key}`);
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<string | number>(params ?? {})) {
    args[name] = typeof value === 'string' ? isolated(value) : value;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  if (errors[0]) throw new Error(`message ${key}: ${errors[0].message}`);
  return whole(text);
}

export const hasMessage = (key: string): key is MessageKey => inEnglish.hasMessage(key);

export const m = new Proxy({} as Messages, {
  get:
    <Key extends MessageKey>(_: Messages, key: Key) =>
    (...params: Parameters<Messages[Key]>) =>
      message(key, ...params),
});
