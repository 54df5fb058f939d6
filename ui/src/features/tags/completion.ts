// Which of the tags in use fit what is being typed, and what typed text is as tags.
import { fold, isBlank } from '$lib/fold';

const most = 6;

/** Tags in use that go on from what was typed, or hold a word that does, without those the entry has. */
export function fitting(typed: string, inUse: readonly string[], has: readonly string[]): string[] {
  const start = fold(bare(typed));
  if (isBlank(start)) return [];
  const had = new Set(has.map(fold));
  const left = inUse.filter((tag) => !had.has(fold(tag)));
  const begins = left.filter((tag) => fold(tag).startsWith(start));
  const holds = left.filter((tag) => !begins.includes(tag) && fold(tag).includes(` ${start}`));
  return [...begins, ...holds].slice(0, most);
}

/** These tags and those typed, between commas, each once. */
export function withTyped(tags: readonly string[], typed: string): string[] {
  const known = new Set(tags.map(fold));
  const added = typed.split(',').map(bare);
  const isNew = (name: string) => !isBlank(name) && !known.has(fold(name)) && known.add(fold(name));
  return [...tags, ...added.filter(isNew)];
}

/** On one line, without the mark that some put before a tag. */
const bare = (name: string) =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^#+\s*/, '');
