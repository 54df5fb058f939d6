// What the tests of the journal share: its parts on the page, and what the core has kept.
import type { Page } from '@playwright/test';
import type { EntryId } from '../../../ui/src/host/generated/wire.ts';
import { button } from './page.ts';
import type { Program } from './program.ts';
import { say, type Key } from './words.ts';

export const editor = (page: Page) => page.getByRole('textbox', { name: say('editor_label') });
export const list = (page: Page) => page.getByRole('navigation', { name: say('journal_entries') });
export const search = (page: Page) => page.getByRole('searchbox', { name: say('journal_search') });
/** One of the ways to look at the journal. */
export const side = (page: Page, name: Key) =>
  button(page.getByRole('group', { name: say('journal_sides') }), say(name));

export const entries = (program: Program) => program.call('list_entries', { after: null, limit: 50 });
export const texts = async (program: Program) =>
  Promise.all((await entries(program)).map(async ({ id }) => (await program.call('get_entry', id)).text));
export const tagsOf = async (program: Program, id: EntryId) => (await program.call('get_entry', id)).tags;

/** An entry with tags. */
export async function written(program: Program, text: string, tags: string[] = [], on: string | null = null) {
  const { id } = await program.call('save_entry', { id: null, on, text });
  if (tags.length > 0) await program.call('tag_entry', { entry: id, tags });
  return id;
}
