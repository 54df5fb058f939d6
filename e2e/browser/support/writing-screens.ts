// The screens of the page one writes on, and of what is put down from Today.
import type { Page } from '@playwright/test';
import { dayNow } from '../../../ui/src/lib/civil.ts';
import { prefer } from './furnishing.ts';
import { written } from './journal.ts';
import { button } from './page.ts';
import type { Program } from './program.ts';
import { at, type Screen } from './screen.ts';
import { say, like, type Key } from './words.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** A blank page, and one of the things there are for it. */
async function more(page: Page, hint?: Key) {
  await at('journal/new')(page);
  await button(page, say('more_open')).click();
  await dialog(page).waitFor();
  if (hint)
    await dialog(page)
      .getByRole('button', { name: say(hint) })
      .click();
}

/** A word for a faint feeling. */
const faint = async (program: Program) => (await program.call('list_bundled_words', null)).flicker[1]!;

export const writingScreens: Screen[] = [
  { name: 'more for a page', go: (page) => more(page) },
  {
    name: 'the writing page, chosen',
    go: async (page) => {
      await more(page, 'more_look_hint');
      await dialog(page).getByRole('switch').first().waitFor();
    },
  },
  {
    name: 'an entry with a title, a word count and its day',
    go: async (page, program) => {
      const { writing } = await program.call('get_preferences', null);
      await prefer(program, { writing: { ...writing, counts_words: true, shows_title: true } });
      const id = await written(program, 'The kettle was loud.\n\nThen it was quiet.', ['kitchen']);
      const title = 'A rather long title for a small thing that happened before noon';
      await program.call('save_entry', { id, on: null, title, text: 'The kettle was loud.' });
      await at(`journal/${id}`)(page);
      await page.locator('summary').getByText(say('day_context_title')).click();
    },
  },
  {
    name: 'a list to tick and tables',
    go: async (page, program) => {
      const list = '- [x] tea\n- [ ] a window open';
      const table = '| day | felt | what there was |\n|--|-:|--|\n| Monday | **2** | rain |\n|Tuesday|4||';
      const wide = `| place | what it was like |\n|-|-|\n| sea | ${'grey and loud, and then further off '.repeat(3)}|`;
      const id = await written(program, `For today:\n${list}\n\n${table}\n\n${wide}\n\nAfter.`);
      await at(`journal/${id}`)(page);
      await page.locator('.cm-cell').first().waitFor();
    },
  },
  {
    name: 'one’s own ways to begin',
    go: async (page, program) => {
      await program.call('save_own_prompt', { id: null, text: 'What did the river do?', weight: 'middle' });
      await program.call('save_own_form', { id: null, name: 'Evening', text: '- window: \n- hands: ' });
      const prompt = await program.call('offer_prompt', { weight: 'light' });
      await program.call('leave_out_prompt', { prompt: prompt?.key ?? '', is_left_out: true });
      await at('journal/new')(page);
      await button(page, say('own_open')).click();
      await button(page, say('own_change', { what: 'What did the river do?' })).click();
    },
  },
  {
    name: 'a page becoming a form',
    go: async (page, program) => {
      await at(`journal/${await written(program, '- window: ')}`)(page);
      await button(page, say('more_open')).click();
      await dialog(page)
        .getByRole('button', { name: say('more_form_hint') })
        .click();
      await dialog(page).getByLabel(say('form_name')).waitFor();
    },
  },
  {
    name: 'a time for writing, chosen',
    go: async (page) => {
      await more(page, 'more_time_hint');
      await button(page, say('time_minutes', { n: 5 })).waitFor();
    },
  },
  {
    name: 'a time for writing, running',
    go: async (page) => {
      await more(page, 'more_time_hint');
      await button(page, say('time_minutes', { n: 5 })).click();
      await page.getByText(like('time_until')).waitFor();
    },
  },
  {
    name: 'a time for writing, over',
    go: async (page) => {
      await page.clock.install();
      await more(page, 'more_time_hint');
      await button(page, say('time_minutes', { n: 2 })).click();
      await page.clock.runFor(125_000);
      await page.getByText(say('time_over')).waitFor();
      await page.clock.resume();
    },
  },
  {
    name: 'something flickered',
    go: async (page, program) => {
      await at('today')(page);
      await button(page, say('flicker_title')).click();
      await button(page, await faint(program)).waitFor();
    },
  },
  {
    name: 'something flickered, and where from',
    go: async (page, program) => {
      await at('today')(page);
      await button(page, say('flicker_title')).click();
      await button(page, await faint(program)).click();
      await page.getByText(say('flicker_from')).waitFor();
    },
  },
  {
    name: 'a worry being parked',
    go: async (page, program) => {
      await program.call('park_worry', { id: null, text: 'the rent', on: '2999-01-31', minute: 1095 });
      await at('today')(page);
      await button(page, say('worry_title')).click();
      await dialog(page).getByRole('radio').last().check();
      await dialog(page).locator('summary').click();
    },
  },
  {
    name: 'Today, with a worry that waits',
    go: async (page, program) => {
      await program.call('park_worry', { id: null, text: 'the rent', on: dayNow(), minute: 0 });
      await at('today')(page);
      await page.getByText(say('worry_waiting')).waitFor();
    },
  },
  {
    name: 'concrete or circling',
    go: async (page) => {
      await more(page, 'more_circling_hint');
      await button(page, say('circling_yes')).waitFor();
    },
  },
  {
    name: 'a circle',
    go: async (page) => {
      await more(page, 'more_circling_hint');
      await button(page, say('circling_no')).click();
      await page.getByText(say('circling_circle')).waitFor();
    },
  },
];
