// What the program says, by the key of the message, so that a test holds when the wording changes.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { isolated } from '../../../ui/src/lib/direction.ts';
import type { Messages } from '../../../ui/src/lib/generated/messages.ts';
import { pseudoLanguages, type Pseudo } from '../../../ui/src/lib/pseudo.ts';

export type Key = keyof Messages;

const folder = new URL('../../../messages/en/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

function bundleOf(transform?: Pseudo['words']): FluentBundle {
  const bundle = new FluentBundle('en', { useIsolating: false, transform });
  for (const text of texts) bundle.addResource(new FluentResource(text));
  return bundle;
}

let bundle = bundleOf();
/** The one that is made from English, where it is one. */
let made: Pseudo | undefined;

/** From now on the program is in this language. */
export function speak(language: string): void {
  made = pseudoLanguages[language];
  bundle = bundleOf(made?.words);
}

type Pattern = NonNullable<NonNullable<ReturnType<FluentBundle['getMessage']>>['value']>;

function patternOf(key: Key): Pattern {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`there is no message ${key}`);
  return pattern;
}

/** The text of `key` as it is shown. */
export const say = <K extends Key>(key: K, ...[params]: Parameters<Messages[K]>): string => {
  if (!made) return bundle.formatPattern(patternOf(key), params);
  const given = Object.entries<string | number>(params ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ]);
  return made.whole(bundle.formatPattern(patternOf(key), Object.fromEntries(given)));
};

/** Matches a text as it is. */
export const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const said = (text: string) => literal(made ? made.words(text) : text);

function sourceOf(pattern: Pattern, chosen: Record<string, string>): string {
  if (typeof pattern === 'string') return said(pattern);
  return pattern
    .map((part) => {
      if (typeof part === 'string') return said(part);
      if (part.type !== 'select') return '.+';
      const choice = part.selector.type === 'var' ? chosen[part.selector.name] : undefined;
      const variants = part.variants.filter(({ key }) => choice === undefined || key.value === choice);
      return `(?:${variants.map(({ value }) => sourceOf(value, chosen)).join('|')})`;
    })
    .join('');
}

/** Matches the text of `key`, whatever stands in it for its parameters; of several texts, each or the chosen one. */
export const like = (key: Key, chosen: Record<string, string> = {}): RegExp =>
  new RegExp(sourceOf(patternOf(key), chosen));
