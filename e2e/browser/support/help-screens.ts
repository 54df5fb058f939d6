// The screens of Help: its own, the pages in it that are one's own, and what can be read there.
import type { Page } from '@playwright/test';
import type { HelpPart } from '../../../ui/src/host/generated/wire.ts';
import { attach, picture } from './files.ts';
import { button } from './page.ts';
import type { Program } from './program.ts';
import { at, unfoldAll, type Screen } from './screen.ts';
import { say } from './words.ts';

const lines: [HelpPart, string][] = [
  ['signs', 'not answering anyone'],
  ['signs', 'awake at four, going very blank'],
  ['alone', 'the blanket and the radio'],
  ['alone', 'the dog needs me in the morning'],
  ['company', 'the library, second floor'],
  ['professionals', 'Dr Petraitė, the practice by the bridge'],
  ['safer', 'Ona keeps the key for me'],
  ['say', 'I have felt numb since about spring'],
  ['medicines', 'the small white one, since March'],
];

/** A plan and a page for an appointment, with someone in it. */
export async function furnishSheets(program: Program): Promise<void> {
  for (const [part, text] of lines)
    await program.call('save_plan_line', {
      id: null,
      part,
      text,
      person: null,
    });
  const [ona] = await program.call('list_people', null);
  await program.call('save_plan_line', {
    ...{ id: null, part: 'ask', text: 'she is up late' },
    person: ona?.id ?? null,
  });
}

const withPlanPicture = (program: Program) => attach(program.url, 'plan', picture());

const withSheets = (place: string) => async (page: Page, program: Program) => {
  await furnishSheets(program);
  await at(place)(page);
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
};

export const helpScreens: Screen[] = [
  { name: 'Help in the first run', lock: null, go: at('help') },
  {
    name: 'Help',
    go: async (page) => {
      await at('help')(page);
      await page.locator('main summary').first().click();
    },
  },
  {
    name: 'Help, fewer lines, another country',
    go: async (page) => {
      await at('help')(page);
      await page.getByLabel(say('help_country')).selectOption('BE');
      await button(page, say('help_wish_open')).click();
      await button(page, say('help_wish_none')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'Help in larger print',
    go: async (page) => {
      await at('help')(page);
      await button(page, say('help_larger')).click();
    },
  },
  {
    name: 'a new person',
    go: async (page) => {
      await at('help')(page);
      await button(page, say('help_person_add')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'a plan that is empty', go: at('help/plan') },
  { name: 'a plan to read, one part a screen', go: withSheets('help/plan') },
  {
    name: 'a plan to read, all on one page',
    go: async (page, program) => {
      await withSheets('help/plan')(page, program);
      await button(page, say('help_read_whole')).click();
    },
  },
  { name: 'a plan being written', go: withSheets('help/plan/write') },
  {
    name: 'a plan that is locked',
    lock: { lock: 'passphrase', passphrase: 'a small grey stone' },
    go: async (page, program) => {
      await program.call('lock', null);
      await at('help/plan')(page);
    },
  },
  {
    name: 'a page for an appointment, being written',
    go: withSheets('help/appointment/write'),
  },
  {
    name: 'a page to take along',
    go: async (page, program) => {
      await withSheets('help/take-along')(page, program);
      await page.getByText(say('taking_fits')).waitFor();
      await unfoldAll(page);
    },
  },
  {
    name: 'a page to take along that does not fit',
    go: async (page, program) => {
      for (let at = 0; at < 60; at++)
        await program.call('save_plan_line', {
          ...{ id: null, part: 'say', text: `point ${at}`, person: null },
        });
      await at('help/take-along')(page);
      await page.getByText(say('taking_left_off')).waitFor();
    },
  },
  { name: 'kinds of help', go: at('help/kinds-of-help') },
  {
    name: 'Help, signs that say soon',
    go: async (page) => {
      await at('help')(page);
      await page.getByRole('heading', { name: say('help_soon') }).evaluate((title) => title.scrollIntoView());
    },
  },
  {
    name: 'what might be around',
    go: async (page, program) => {
      const mark = { is_ticked: true, note: 'since the move' };
      for (const { key } of (await program.call('list_factors', null)).slice(0, 3))
        await program.call('set_factor_mark', { key, ...mark });
      await at('help/around')(page);
      await page.getByRole('switch').first().waitFor();
      await unfoldAll(page);
    },
  },
  {
    name: 'what might be around, behind the lock',
    lock: { lock: 'passphrase', passphrase: 'a small grey stone' },
    go: async (page, program) => {
      await program.call('lock', null);
      await at('help/around')(page);
      await page.getByText(say('help_factor_closed')).waitFor();
    },
  },
  {
    name: 'a plan with a picture',
    go: async (page, program) => {
      await withPlanPicture(program);
      await withSheets('help/plan')(page, program);
      await page.getByRole('main').getByRole('img').waitFor();
    },
  },
  {
    name: 'a plan being saved',
    go: async (page, program) => {
      await withSheets('help/plan')(page, program);
      await button(page, say('help_sheet_save')).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the picture of a plan being chosen',
    go: async (page, program) => {
      await withPlanPicture(program);
      await withSheets('help/plan/write')(page, program);
      await page.getByRole('main').getByRole('img').scrollIntoViewIfNeeded();
    },
  },
];
