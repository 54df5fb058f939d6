// The screens of the journal besides its first one.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { attach, file, picture, sound } from './files.ts';
import { editor, search, side, written } from './journal.ts';
import { button } from './page.ts';
import type { Program } from './program.ts';
import { at, unfoldAll, type Screen } from './screen.ts';
import { like, say } from './words.ts';

/** The bar of the journal turned to one of its sides. */
const turned = async (page: Page, name: Parameters<typeof side>[1]) => {
  await at('journal')(page);
  await side(page, name).click();
};

async function withAttachments(page: Page, program: Program) {
  const id = await written(program, 'The light went, and nobody minded.', ['evening']);
  for (const one of [picture(), sound(), file('letter.pdf', '%PDF-1.7 \0')])
    await attach(program.url, id, one);
  await at(`journal/${id}`)(page);
  await page
    .getByRole('group', { name: say('attachments_label') })
    .locator('img')
    .first()
    .waitFor();
}

async function soughtInAnotherScript(page: Page, program: Program): Promise<number> {
  const id = await written(program, 'שָׁלוֹם עולם, היום היה קשה.\n\n- פריט ראשון!\n\nThen an English line.', [
    'חורף',
  ]);
  await written(program, 'A day with 🌧 and soup.');
  await at('journal')(page);
  await search(page).fill('שלום →');
  await page.getByText(say('search_unsought', { what: '→' })).waitFor();
  return id;
}

export const journalScreens: Screen[] = [
  { name: 'a blank page', go: at('journal/new') },
  {
    name: 'an entry that cannot be kept',
    refused: ['save_entry', 'list_tags', 'list_entries'],
    go: async (page, program) => {
      const id = await written(program, 'The light went, and nobody minded.');
      await at(`journal/${id}`)(page);
      const file = join(program.folder!, 'pilot-light.db');
      await editor(page).click();
      renameSync(file, `${file}.away`);
      await page.keyboard.type('Later: ');
      await button(page, say('journal_keep_elsewhere')).waitFor();
    },
  },
  {
    name: 'before a heavy question',
    go: async (page) => {
      await at('journal/new')(page);
      await button(page, say('beginning_question')).click();
      await button(page, say('beginning_heavy')).click();
      await page.getByText(say('beginning_heavy_title')).waitFor();
    },
  },
  {
    name: 'a heavy question, chosen',
    go: async (page) => {
      await at('journal/new')(page);
      await button(page, say('beginning_question')).click();
      await button(page, say('beginning_heavy')).click();
      await button(page, say('beginning_heavy_open')).click();
      await page.getByText(like('beginning_afterwards')).waitFor();
    },
  },
  {
    name: 'a heavy question, being answered',
    go: async (page) => {
      await at('journal/new')(page);
      await button(page, say('beginning_question')).click();
      await button(page, say('beginning_heavy')).click();
      await button(page, say('beginning_heavy_open')).click();
      await button(page, say('beginning_write')).click();
      await page.keyboard.type('One line.');
      await button(page, say('beginning_lighter')).waitFor();
      await page.getByRole('combobox').waitFor();
    },
  },
  {
    name: 'the page alone',
    go: async (page) => {
      await at('journal/1')(page);
      await button(page, say('journal_alone')).click();
    },
  },
  {
    name: 'a form to begin with',
    go: async (page) => {
      await at('journal/new')(page);
      await button(page, say('beginning_body')).click();
    },
  },
  {
    name: 'an entry with tags, one being added',
    go: async (page, program) => {
      await written(program, 'An older one', ['rain', 'Rainy walk', 'a long tag of several words']);
      const id = await written(program, 'The kettle was loud.', ['kitchen', 'a rather long tag', 'quiet']);
      await program.call('star_entry', { entry: id, is_starred: true });
      await at(`journal/${id}`)(page);
      await page.getByRole('combobox').fill('ra');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { selected: true }).waitFor();
    },
  },
  {
    name: 'an entry with attachments',
    go: async (page, program) => {
      await withAttachments(page, program);
    },
  },
  {
    name: 'a picture, opened',
    go: async (page, program) => {
      await withAttachments(page, program);
      await page.getByRole('button', { name: 'evening.png' }).click();
      await page.getByRole('img', { name: 'evening.png' }).waitFor();
    },
  },
  {
    name: 'a sound, opened',
    go: async (page, program) => {
      await withAttachments(page, program);
      await page.getByRole('button', { name: 'voice.wav' }).click();
      await page.locator('audio').waitFor();
    },
  },
  {
    name: 'a file, opened',
    go: async (page, program) => {
      await withAttachments(page, program);
      await page.getByRole('button', { name: 'letter.pdf' }).click();
      await page.getByText(say('attachments_no_view')).waitFor();
    },
  },
  {
    name: 'a search in another script, with a sign that is not looked for',
    go: async (page, program) => {
      await soughtInAnotherScript(page, program);
    },
  },
  {
    name: 'an entry in another script, found by a search',
    go: async (page, program) => {
      const id = await soughtInAnotherScript(page, program);
      await at(`journal/${id}`)(page);
    },
  },
  {
    name: 'a search of several parts',
    go: async (page, program) => {
      await written(program, 'The kettle was loud.', ['kitchen']);
      await at('journal')(page);
      await search(page).fill('kettle tag:kit -"grey day" after:2026');
      await page.getByRole('list', { name: say('search_understood') }).waitFor();
      await unfoldAll(page);
    },
  },
  {
    name: 'the calendar',
    go: async (page, program) => {
      await written(program, 'The kettle was loud.');
      await turned(page, 'journal_calendar');
      await page.getByRole('table').getByRole('button').first().click();
      await page.getByRole('link', { name: 'The kettle was loud.' }).waitFor();
    },
  },
  {
    name: 'a year of the calendar',
    go: async (page, program) => {
      const year = new Date().getFullYear();
      for (const on of ['01-02', '01-03', '03-20', '07-31', '10-09', '10-10'])
        await written(program, 'x', [], `${year}-${on}`);
      await turned(page, 'journal_calendar');
      await page.getByTitle(say('calendar_year')).click();
      await page.getByRole('heading', { name: String(year) }).waitFor();
    },
  },
  {
    name: 'the tags',
    go: async (page, program) => {
      await written(program, 'x', [
        'rain',
        'Rainy walk',
        'a long tag of several words, longer than the column',
      ]);
      await turned(page, 'journal_tags');
      await button(page, 'rain').waitFor();
    },
  },
  {
    name: 'no tags',
    go: async (page) => {
      await turned(page, 'journal_tags');
      await page.getByText(say('tags_none_title')).waitFor();
    },
  },
  {
    name: 'a tag becoming another',
    go: async (page, program) => {
      await written(program, 'x', ['rain', 'walk']);
      await turned(page, 'journal_tags');
      await button(page, say('tags_rename', { tag: 'walk' })).click();
      await page.getByLabel(say('tags_name'), { exact: true }).fill('rain');
      await button(page, say('tags_merge')).waitFor();
    },
  },
  {
    name: 'the bin',
    go: async (page, program) => {
      for (const text of ['The kettle was loud, and then it was quiet, and nobody minded either.', 'Soup'])
        await program.call('delete_entry', await written(program, text));
      const id = await attach(program.url, await written(program, 'Here.'), picture());
      await program.call('remove_attachment', id);
      await turned(page, 'journal_bin');
      await page.getByText(say('bin_attachments')).waitFor();
    },
  },
  {
    name: 'the bin, before it is emptied',
    go: async (page, program) => {
      await program.call('delete_entry', await written(program, 'Soup'));
      await turned(page, 'journal_bin');
      await button(page, say('bin_empty')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the bin, empty',
    go: async (page) => {
      await turned(page, 'journal_bin');
      await page.getByText(say('bin_empty_title')).waitFor();
    },
  },
  {
    name: 'earlier states',
    go: async (page, program) => {
      const id = await written(program, 'First words, and what came after them in the same breath.');
      for (const text of ['Second words', 'Third words']) {
        await program.call('close_entry', id);
        await program.call('save_entry', { id, on: null, text });
      }
      await at(`journal/${id}`)(page);
      await button(page, say('earlier_title')).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Second words' }).waitFor();
    },
  },
  {
    name: 'entries to take along',
    go: async (page, program) => {
      const id = await written(program, 'A word or two.');
      await at(`journal/${id}`)(page);
      await button(page, say('taking_entries')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an entry with a picture in its text',
    go: async (page, program) => {
      const id = await written(program, 'x');
      const kept = await attach(program.url, id, picture());
      const text = `The field, going home.\n\n![the field at dusk](kept:${kept})\n\nIt was quiet there.`;
      await program.call('save_entry', { id, on: null, text });
      await at(`journal/${id}`)(page);
      await page.getByRole('img', { name: 'the field at dusk' }).waitFor();
    },
  },
  {
    name: 'entries to take along, one by one',
    go: async (page) => {
      await at('journal/1')(page);
      await page.getByRole('button', { name: say('taking_entries') }).click();
      await page.getByRole('dialog').getByText(say('taking_what_all')).click();
      await page
        .getByRole('dialog')
        .locator('summary', { hasText: say('taking_one_by_one') })
        .click();
      await page.getByRole('switch').first().click();
    },
  },
  {
    name: 'an earlier state',
    go: async (page, program) => {
      const id = await written(program, '# First words\n\n- and a list\n- of things');
      await program.call('close_entry', id);
      await program.call('save_entry', { id, on: null, text: 'Other words' });
      await at(`journal/${id}`)(page);
      await button(page, say('earlier_title')).click();
      await page.getByRole('dialog').getByRole('button', { name: 'First words' }).click();
      await button(page, say('earlier_bring_back')).waitFor();
    },
  },
];
