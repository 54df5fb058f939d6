// Today and the check-in window: a check-in is kept as entered, a line becomes an entry, low energy asks little.
import type { Page } from '@playwright/test';
import { button, heading, scale, step, unfold } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { letPass } from '../support/waiting.ts';
import { say } from '../support/words.ts';

const feel = (page: Page) => scale(page, say('check_in_question'));
const stored = (program: Program) => program.call('list_check_ins', 10);

test('nothing is answered for the person, and nothing is stored before the first press', async ({
  page,
  program,
}) => {
  await page.goto('/');
  await expect(feel(page).getByRole('radio')).toHaveCount(12);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await stored(program)).toEqual([]);
});

test('a check-in is stored as it is entered, part by part', async ({ page, program }) => {
  const words = await program.call('list_words', null);
  await page.goto('/');
  await step(feel(page), 0).check();
  await expect.poll(() => stored(program)).toMatchObject([{ feel: { level: 0 }, energy: null, words: [] }]);

  await button(page, say('check_in_energy')).click();
  await step(scale(page, say('check_in_energy_question')), 3).check();
  await button(page, say('check_in_comfort')).click();
  await step(scale(page, say('check_in_comfort_question')), 10).check();
  await button(page, say('check_in_words')).click();
  await button(page, words.offered.absence[0]!).click();
  await page.getByLabel(say('check_in_own_word')).fill('woolly');
  await page.getByLabel(say('check_in_own_word')).press('Enter');
  await button(page, say('check_in_note')).click();
  await page.getByRole('textbox', { name: say('check_in_note_label') }).fill('a line');

  await expect
    .poll(() => stored(program))
    .toMatchObject([
      {
        feel: { level: 0 },
        energy: 3,
        comfort: 10,
        words: [words.offered.absence[0], 'woolly'],
        body: [],
        note: 'a line',
      },
    ]);
});

test('"can’t tell" is a whole answer', async ({ page, program }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: say('check_in_cant_tell') }).check();
  await expect.poll(() => stored(program)).toMatchObject([{ feel: 'cant_tell', energy: null }]);
});

test('a check-in is undone with one press', async ({ page, program }) => {
  await page.goto('/');
  await step(feel(page), 4).check();
  await button(page, say('kit_undo')).click();
  await expect.poll(() => stored(program)).toEqual([]);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('clearing the last answer leaves no check-in behind', async ({ page, program }) => {
  await page.goto('/');
  await step(feel(page), 4).check();
  await expect.poll(() => stored(program)).toHaveLength(1);
  await button(page, say('kit_scale_clear_label', { label: say('check_in_question') })).click();
  await expect.poll(() => stored(program)).toEqual([]);
});

test('a check-in goes on after a reload, and another one begins empty', async ({ page, program }) => {
  await page.goto('/');
  await step(feel(page), 6).check();
  await expect.poll(() => stored(program)).toHaveLength(1);
  await page.reload();
  await expect(step(feel(page), 6)).toBeChecked();
  await button(page, say('today_another')).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await step(feel(page), 1).check();
  await expect
    .poll(async () => (await stored(program)).map((checkIn) => checkIn.feel))
    .toEqual([{ level: 1 }, { level: 6 }]);
});

test('one whose answer was lost with the page is there once', async ({ page, program }) => {
  // No answer comes before the page goes: its question is torn off, and it asks again as it goes.
  await page.route('**/api/save_check_in', async (route) => void (await route.fetch()), { times: 1 });
  await page.goto('/');
  await step(feel(page), 6).check();
  await expect.poll(() => stored(program)).toHaveLength(1);
  await page.reload();
  await expect(step(feel(page), 6)).toBeChecked();
  await letPass(300, 'what was asked again as the page went would be there');
  expect(await stored(program)).toHaveLength(1);
});

test('an earlier check-in is deleted and brought back', async ({ page, program }) => {
  await page.goto('/');
  await step(feel(page), 6).check();
  await unfold(page, say('check_in_latest'));
  await button(page, say('kit_close')).click();
  const list = page.getByRole('list', { name: say('check_in_latest') });
  await list.getByRole('button').click();
  await expect.poll(() => stored(program)).toEqual([]);
  await button(page, say('kit_undo')).click();
  await expect.poll(() => stored(program)).toMatchObject([{ feel: { level: 6 } }]);
});

test('one small thing says why, can be swapped, and can be put away', async ({ page }) => {
  await page.goto('/');
  const thing = page.locator('section').filter({ hasText: say('small_thing_title') });
  const first = await thing.innerText();
  await button(page, say('small_thing_another')).click();
  await expect(thing).not.toHaveText(first);
  await button(page, say('small_thing_not_today')).click();
  await expect(page.getByText(say('small_thing_put_away'))).toBeVisible();
  await button(page, say('small_thing_show_again')).click();
  await page.getByRole('link', { name: say('small_thing_open') }).click();
  await expect(page).toHaveURL(/#\/(doing|library)\/./);
  await expect(heading(page)).not.toHaveText(say('nav_today'));
});

test('one line becomes an entry of the journal', async ({ page, program }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: say('line_title') }).fill('Rain again.');
  const entries = () => program.call('list_entries', { after: null, limit: 5 });
  await expect.poll(entries).toMatchObject([{ excerpt: 'Rain again.' }]);
  await page.getByRole('link', { name: say('line_open') }).click();
  await expect(page).toHaveURL(new RegExp(`#/journal/${(await entries())[0]!.id}$`));
});

test('the last words are kept when the page is left in the middle of typing', async ({ page, program }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: say('line_title') }).fill('half a th');
  await page.keyboard.press('F1');
  await expect
    .poll(() => program.call('list_entries', { after: null, limit: 5 }))
    .toMatchObject([{ excerpt: 'half a th' }]);
});

test('with little energy there is one question a screen, and any may stay empty', async ({
  page,
  program,
}) => {
  await page.goto('/');
  await expect(heading(page)).toHaveText(say('nav_today'));
  await page.keyboard.press('Control+.');
  await expect(heading(page)).toHaveText(say('check_in_question'));
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await step(feel(page), 2).check();
  await button(page, say('low_next')).click();
  await expect(heading(page)).toHaveText(say('check_in_energy_question'));
  await button(page, say('low_next')).click();
  await expect(heading(page)).toHaveText(say('low_words'));
  await button(page, say('low_next')).click();
  await expect(heading(page)).toHaveText(say('low_thing'));
  await expect.poll(() => stored(program)).toMatchObject([{ feel: { level: 2 }, energy: null, words: [] }]);
  await page.keyboard.press('Control+.');
  await expect(heading(page)).toHaveText(say('nav_today'));
});

test.describe('the check-in window', () => {
  test.use({ viewport: { width: 380, height: 560 } });

  test('keeps what is pressed and closes with one more press', async ({ page, program }) => {
    await page.goto('/#/check-in');
    await step(feel(page), 5).check();
    await button(page, say('check_in_done')).click();
    await expect(page).toHaveURL(/#\/today$/);
    expect(await stored(program)).toMatchObject([{ feel: { level: 5 }, energy: null }]);
  });

  test('repeats the last one with one press', async ({ page, program }) => {
    const draft = {
      feel: 'cant_tell',
      energy: 2,
      comfort: null,
      words: ['numb'],
      body: [],
      note: '',
    } as const;
    await program.call('save_check_in', { ...draft, id: null, words: ['numb'], body: [] });
    await page.goto('/#/check-in');
    await button(page, say('check_in_same_as_last')).click();
    await expect
      .poll(() => stored(program))
      .toMatchObject([
        { feel: 'cant_tell', energy: 2, words: ['numb'] },
        { feel: 'cant_tell', energy: 2, words: ['numb'] },
      ]);
  });

  test('has Help in sight and a way back', async ({ page }) => {
    await page.goto('/#/check-in');
    const help = page.getByRole('link', { name: say('nav_help') });
    await expect(help).toBeInViewport();
    await help.click();
    await expect(page.getByText(say('help_emergency'))).toBeVisible();
    await button(page, say('nav_back')).click();
    await expect(feel(page)).toBeVisible();
  });
});
