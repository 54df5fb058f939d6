// Every screen there is and how to get to it, for what must hold on all of them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LockChoice } from '../../../ui/src/host/generated/wire.ts';
import { damaged } from './data-file.ts';
import { attach, sound } from './files.ts';
import { furnish, prefer } from './furnishing.ts';
import { helpScreens } from './help-screens.ts';
import { journalScreens } from './journal-screens.ts';
import { button, scale, step } from './page.ts';
import type { Program } from './program.ts';
import { playerScreens } from './player-screens.ts';
import { reminderScreens } from './reminder-screens.ts';
import { at, unfoldAll, type Screen } from './screen.ts';
import { waitingFor } from './waiting.ts';
import { like, literal, say } from './words.ts';
import { writingScreens } from './writing-screens.ts';

const locked: LockChoice = { lock: 'passphrase', passphrase: 'a small grey stone' };

async function seeDamage(page: Page, program: Program) {
  const id = await damaged(program);
  await at(`journal/${id}`)(page);
  await button(page, say('damage_see')).click();
  await button(page, say('damage_keep')).waitFor();
}

/** Something to do waits, with every answer that there is to it. */
async function somethingWaits(program: Program) {
  for (const { reminder } of (await program.call('get_reminders', null)).reminders)
    await program.call('delete_reminder', reminder.id);
  const { id } = await program.call('save_activity', {
    ...{ id: null, shelf: 'mine', title: 'Warm both hands on a mug', smaller: 'Hold it for three breaths' },
    ...{ minutes: 5, energy: 'none' },
  });
  return waitingFor(program, { about: 'activity', activity: id });
}

export const screens: Screen[] = [
  { name: 'the first run', lock: null, go: at('') },
  {
    name: 'the lock',
    lock: locked,
    refused: ['unlock'],
    go: async (page, program) => {
      await program.call('lock', null);
      await page.goto('/');
      await page.getByLabel(say('lock_passphrase'), { exact: true }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText(say('error_wrong_passphrase')).waitFor();
    },
  },
  {
    name: 'a journal that does not open',
    go: async (page, program) => {
      await program.stop();
      for (const name of ['keys.json', 'keys-copy.json']) rmSync(join(program.folder!, name));
      await program.start();
      await page.goto('/');
      await page.getByText(say('error_trouble_key_file_missing')).waitFor();
    },
  },
  {
    name: 'a journal with a damaged page',
    refused: ['get_entry'],
    go: seeDamage,
  },
  {
    name: 'Today, with a damaged page',
    refused: ['get_entry'],
    go: async (page, program) => {
      await seeDamage(page, program);
      await at('today')(page);
      const see = page.getByRole('link', { name: say('damage_see') });
      await see.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'what could be read of a damaged journal',
    refused: ['get_entry'],
    go: async (page, program) => {
      await seeDamage(page, program);
      await button(page, say('damage_keep')).click();
      await page.getByText(say('damage_kept_title')).waitFor();
    },
  },
  {
    name: 'Today, empty',
    go: async (page, program) => {
      for (const { id } of await program.call('list_check_ins', 5)) await program.call('delete_check_in', id);
      await at('today')(page);
    },
  },
  {
    name: 'Today, with words for it',
    go: async (page) => {
      await at('today')(page);
      await button(page, say('kit_scale_clear_label', { label: say('check_in_question') })).waitFor();
      await page.getByRole('button', { name: new RegExp(`^${literal(say('check_in_words'))}`) }).click();
      await unfoldAll(page);
    },
  },
  {
    name: 'Today, a body word, and a toast',
    go: async (page) => {
      await at('today')(page);
      await button(page, say('today_another')).click();
      await step(scale(page, say('check_in_question')), 5).check();
      await page.getByRole('button', { name: new RegExp(`^${literal(say('check_in_body'))}`) }).click();
      await button(page, say('kit_undo')).waitFor();
    },
  },
  {
    name: 'Today, with a reminder that waits',
    go: async (page, program) => {
      await somethingWaits(program);
      await at('today')(page);
      await button(page, say('native_answer_doing')).waitFor();
    },
  },
  {
    name: 'Today, answered elsewhere',
    go: async (page, program) => {
      const { log } = await somethingWaits(program);
      await program.call('answer_reminder', { log, answer: 'not_now' });
      await at('today')(page);
      await page.getByText(like('today_answered_at')).waitFor();
    },
  },
  {
    name: 'Today with little energy',
    go: async (page, program) => {
      await prefer(program, { low_energy: true });
      await at('today')(page);
    },
  },
  {
    name: 'Today with little energy, with a reminder that waits',
    go: async (page, program) => {
      await somethingWaits(program);
      await prefer(program, { low_energy: true });
      await at('today')(page);
      for (const question of ['check_in_energy_question', 'low_words', 'today_waiting_low'] as const) {
        await button(page, say('low_next')).click();
        await page.getByRole('heading', { name: say(question) }).waitFor();
      }
    },
  },
  { name: 'the check-in window', size: { width: 380, height: 560 }, go: at('check-in') },
  {
    name: 'the check-in window, with something else that waits',
    size: { width: 400, height: 560 },
    go: async (page, program) => {
      await somethingWaits(program);
      await at('check-in')(page);
      await button(page, say('native_answer_doing')).waitFor();
    },
  },
  {
    name: 'the check-in window, something else answered',
    size: { width: 320, height: 420 },
    go: async (page, program) => {
      await somethingWaits(program);
      await at('check-in')(page);
      await button(page, say('native_answer_smaller')).click();
      await button(page.locator('.answered'), say('kit_undo')).waitFor();
    },
  },
  { name: 'the journal', go: at('journal') },
  ...journalScreens,
  ...writingScreens,
  { name: 'a question to write from', go: at('journal/new/What%20did%20you%20notice%20today%3F') },
  {
    name: 'the journal, empty',
    go: async (page, program) => {
      for (const { id } of await program.call('list_entries', { after: null, limit: 5 }))
        await program.call('delete_entry', id);
      await at('journal')(page);
    },
  },
  {
    name: 'an open entry, found by search',
    go: async (page) => {
      await at('journal')(page);
      await page.getByRole('searchbox').fill('leg');
      await page
        .getByRole('link')
        .filter({ has: page.locator('mark') })
        .click();
      await page
        .getByRole('textbox', { name: say('editor_label') })
        .locator('mark')
        .waitFor();
    },
  },
  {
    name: 'the day of an entry',
    go: async (page) => {
      await at('journal/1')(page);
      await page.getByRole('button', { name: say('journal_day_change') }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'activities', go: at('doing') },
  {
    name: 'what was done lately',
    go: async (page) => {
      await at('doing')(page);
      await unfoldAll(page);
    },
  },
  {
    name: 'an empty shelf',
    go: async (page) => {
      await at('doing')(page);
      await button(page, say('doing_shelf_mine')).click();
    },
  },
  {
    name: 'a new activity',
    go: async (page) => {
      await at('doing')(page);
      await button(page, say('doing_add_own')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'before an activity', go: at('doing/activities/1') },
  {
    name: 'during an activity',
    go: async (page) => {
      await at('doing/activities/1')(page);
      await button(page, say('doing_begin')).click();
      await page.getByRole('button', { name: say('doing_timer_start_minutes', { n: 5 }) }).click();
      await button(page, say('kit_timer_pause')).click();
    },
  },
  {
    name: 'after an activity',
    go: async (page) => {
      await at('doing/activities/1')(page);
      await button(page, say('doing_begin')).click();
      await button(page, say('play_done')).click();
    },
  },
  { name: 'routines', go: at('doing/routines') },
  {
    name: 'before a routine',
    go: async (page) => {
      await at('doing/routines/1')(page);
      await unfoldAll(page);
    },
  },
  {
    name: 'a step of a routine',
    go: async (page) => {
      await at('doing/routines/1')(page);
      await button(page, say('doing_begin')).click();
      await button(page, say('play_skip')).click();
    },
  },
  {
    name: 'a routine that made it worse',
    go: async (page) => {
      await at('doing/routines/1')(page);
      await button(page, say('doing_begin')).click();
      await button(page, say('play_worse')).click();
    },
  },
  {
    name: 'the library',
    go: async (page) => {
      await at('library')(page);
      await unfoldAll(page);
    },
  },
  {
    name: 'the library, nothing found',
    go: async (page) => {
      await at('library')(page);
      await page.getByLabel(say('library_filter_words')).fill('qwertz');
      await page.getByText(say('library_none_title')).waitFor();
    },
  },
  {
    name: 'the library, searched',
    go: async (page) => {
      await at('library')(page);
      await page.getByLabel(say('library_filter_words')).fill('music');
      await page.locator('main mark').first().waitFor();
      await page.getByLabel(say('library_filter_words')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'the library, for right now',
    go: async (page, program) => {
      const mark = { item: 'name-the-room', is_favourite: true, is_left_out: false };
      await program.call('set_library_mark', mark);
      await program.call('set_library_stop', { item: 'five-senses-round', place: { step: 2 } });
      await at('library')(page);
      await page.getByRole('radio', { name: say('library_now_energy_none') }).check();
      await page.getByRole('radio', { name: say('library_length_one_minute') }).check();
      await button(page, say('library_now_other')).waitFor();
    },
  },
  {
    name: 'the library with little energy',
    go: async (page, program) => {
      await prefer(program, { low_energy: true });
      await at('library')(page);
      await page.getByText(say('library_everything')).waitFor();
    },
  },
  {
    name: 'the library, what fits is muted',
    go: async (page, program) => {
      await program.call('set_muted_topics', ['eating', 'death']);
      await at('library')(page);
      await page.getByLabel(say('library_filter_words')).fill('grief that goes quiet');
      await page.getByText(say('library_none_muted')).waitFor();
      await page.getByText(say('library_none_muted')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'a library item that touches on a muted topic',
    go: async (page, program) => {
      await program.call('set_muted_topics', ['death']);
      await at('library/grief-that-goes-quiet')(page);
    },
  },
  {
    name: 'a library item with steps and cautions',
    go: at('library/a-warm-thing-a-cool-thing'),
  },
  {
    name: 'a library item',
    go: async (page) => {
      await at('library/five-senses-round')(page);
      await unfoldAll(page);
    },
  },
  { name: 'a library item to read', go: at('library/when-to-get-help-today') },
  { name: 'a step of a library item', go: at('library/five-senses-round/play') },
  ...playerScreens,
  {
    name: 'a library item that made it worse',
    go: async (page) => {
      await at('library/five-senses-round/play')(page);
      await button(page, say('play_worse')).click();
    },
  },
  { name: 'my songs, none yet', go: at('songs') },
  {
    name: 'my songs',
    go: async (page, program) => {
      for (const name of ['a slow one.wav', 'the one from the car.wav'])
        await attach(program.url, 'songs', sound(name, 60));
      await at('songs')(page);
      await button(page, say('songs_play', { name: 'a slow one.wav' })).click();
      await page.locator('audio').waitFor();
    },
  },
  ...helpScreens,
  {
    name: 'Settings',
    lock: locked,
    go: async (page) => {
      await at('settings')(page);
      await unfoldAll(page);
    },
  },
  {
    name: 'Settings, words for check-ins',
    go: async (page, program) => {
      for (const word of ['woolly', 'like static'])
        await program.call('mark_word', { word, becomes: 'feeling' });
      await program.call('mark_word', { word: 'numb', becomes: 'hidden' });
      await at('settings')(page);
      await button(page, say('words_remove', { word: 'woolly' })).waitFor();
      await page.locator('summary', { hasText: say('check_in_words_absence') }).click();
      await page
        .getByRole('heading', { name: say('words_title') })
        .evaluate((title) => title.scrollIntoView());
    },
  },
  ...reminderScreens,
  {
    name: 'a recovery key',
    lock: locked,
    go: async (page) => {
      await at('settings')(page);
      await button(page, say('settings_key_make')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a new passphrase',
    lock: locked,
    go: async (page) => {
      await at('settings')(page);
      await button(page, say('settings_passphrase_change')).click();
      await page.getByLabel(say('settings_passphrase_new')).waitFor();
    },
  },
  {
    name: 'encrypting everything anew',
    lock: locked,
    go: async (page, program) => {
      await program.call('make_recovery_key', null);
      await at('settings')(page);
      await button(page, say('settings_anew')).click();
      await page.getByText(say('settings_anew_key')).scrollIntoViewIfNeeded();
    },
  },
];

/** Goes to a screen on a journal that has something of everything. */
export async function show(screen: Screen, page: Page, program: Program): Promise<void> {
  if (screen.lock !== null) await furnish(program);
  await screen.go(page, program);
}
