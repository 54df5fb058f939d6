// What the program says, by the key of the message, so that a test holds when the wording changes.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import type { Messages } from '../../../ui/src/lib/generated/messages.ts';

export type Key = keyof Messages;

const folder = new URL('../../../messages/en/', import.meta.url);
const english = new FluentBundle('en', { useIsolating: false });
for (const name of readdirSync(folder)) {
  english.addResource(new FluentResource(readFileSync(new URL(name, folder), 'utf8')));
}

type Pattern = NonNullable<NonNullable<ReturnType<FluentBundle['getMessage']>>['value']>;

function patternOf(key: Key): Pattern {
  const pattern = english.getMessage(key)?.value;
  if (!pattern) throw new Error(`there is no message ${key}`);
  return pattern;
}

/** The text of `key` as it is shown. */
export const say = <K extends Key>(key: K, ...[params]: Parameters<Messages[K]>): string =>
  english.formatPattern(patternOf(key), params);

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function sourceOf(pattern: Pattern, chosen: Record<string, string>): string {
  if (typeof pattern === 'string') return literal(pattern);
  return pattern
    .map((part) => {
      if (typeof part === 'string') return literal(part);
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
