// A reminder that waits: its card comes by itself, each answer does what it says, and each can be taken back.
import type { Page } from '@playwright/test';
import type { ActivityId, EntryId } from '../../../ui/src/host/generated/wire.ts';
import { idOf } from '../../../ui/src/test-ids.ts';
import { button, heading, scale, step } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { checkIn, remindSoon, waitingFor } from '../support/waiting.ts';
import { like, say } from '../support/words.ts';

const main = (page: Page) => page.getByRole('main');
const card = (page: Page, text: string) => main(page).getByRole('group', { name: text });
const feel = (page: Page) => scale(page, say('check_in_question'));
const answeredUndo = (page: Page) => page.locator('.answered').getByRole('button', { name: say('kit_undo') });
const waiting = async (program: Program) => (await program.call('get_reminders', null)).waiting.length;
const statuses = async (program: Program) =>
  (await program.call('list_reminder_log', 10)).map(({ status }) => status);

const walk = {
  id: null,
  shelf: 'used_to_like',
  title: 'Walk to the corner',
  smaller: 'Stand at the door',
  minutes: 5,
  energy: 'low',
} as const;

test('a card comes on Today without asking, is answered with "Not now", and the answer is taken back', async ({
  page,
  program,
}) => {
  await page.goto('/');
  await heading(page).waitFor();
  await remindSoon(program, checkIn);
  const ask = card(page, say('today_waiting_check_in'));
  await expect(ask).toBeVisible();
  await expect(button(ask, say('native_answer_same_as_last'))).toHaveCount(0);
  await button(ask, say('native_answer_not_now')).click();
  await expect(ask).toBeHidden();
  await expect(feel(page)).toBeFocused();
  expect(await statuses(program)).toEqual(['not_now']);
  await button(page, say('kit_undo')).click();
  await expect(ask).toBeFocused();
  expect(await waiting(program)).toBe(1);
});

test('an answer given elsewhere is said in a line, with a way back', async ({ page, program }) => {
  const { log } = await waitingFor(program, checkIn);
  await page.goto('/');
  const ask = card(page, say('today_waiting_check_in'));
  await expect(ask).toBeVisible();
  // As from a notice, or the tray.
  await program.call('answer_reminder', { log, answer: 'not_now' });
  await expect(ask).toBeHidden();
  await expect(page.getByText(like('today_answered_at', { answer: 'not_now' }))).toBeVisible();
  await answeredUndo(page).click();
  await expect(ask).toBeFocused();
  await expect(page.getByText(like('today_answered_at'))).toHaveCount(0);
});

test('Open leads to the check-in below, and a check-in answers the reminder', async ({ page, program }) => {
  await waitingFor(program, checkIn);
  await page.goto('/');
  const ask = card(page, say('today_waiting_check_in'));
  await button(ask, say('native_answer_open')).click();
  await expect(step(feel(page), 0)).toBeFocused();
  await expect(ask).toBeHidden();
  await expect(page.getByText(like('today_answered_at'))).toHaveCount(0);
});

test('a check-in that is given answers the reminder by itself', async ({ page, program }) => {
  await waitingFor(program, checkIn);
  await page.goto('/');
  const ask = card(page, say('today_waiting_check_in'));
  await expect(ask).toBeVisible();
  await step(feel(page), 4).check();
  await expect(ask).toBeHidden();
  await expect.poll(() => waiting(program)).toBe(0);
});

test.describe('with a check-in from another day', () => {
  test.use({ demo: true });

  test('"Same as last time" keeps it once more, and its toast takes both back', async ({ page, program }) => {
    const latest = async () => (await program.call('list_check_ins', 1))[0]!;
    const before = await latest();
    await waitingFor(program, checkIn);
    await page.goto('/');
    const ask = card(page, say('today_waiting_check_in'));
    await expect(ask).toContainText(before.words[0]!);
    await button(ask, say('native_answer_same_as_last')).click();
    await expect(page.getByText(say('check_in_kept'))).not.toHaveCount(0);
    expect(await latest()).toMatchObject({ feel: before.feel, words: before.words });
    expect((await latest()).id).not.toBe(before.id);
    await button(page, say('kit_undo')).click();
    await expect(ask).toBeVisible();
    expect((await latest()).id).toBe(before.id);
  });
});

test.describe('a reminder of an activity', () => {
  const text = say('today_waiting_activity');
  let id: ActivityId;
  test.beforeEach(async ({ program, page }) => {
    ({ id } = await program.call('save_activity', walk));
    await waitingFor(program, { about: 'activity', activity: id });
    await page.goto('/');
    await expect(card(page, text)).toContainText(walk.title);
    await expect(card(page, text)).toContainText(walk.smaller);
  });

  for (const [answer, isSmaller] of [
    ['doing', false],
    ['smaller', true],
  ] as const) {
    test(`is answered with "${say(`native_answer_${answer}`)}", and that is taken back`, async ({
      page,
      program,
    }) => {
      await button(card(page, text), say(`native_answer_${answer}`)).click();
      await expect(card(page, text)).toBeHidden();
      const log = await program.call('list_activity_log', 5);
      expect(log).toMatchObject([{ activity: id, ended_at: null }]);
      expect(log[0]!.title === walk.smaller).toBe(isSmaller);
      await button(page, say('kit_undo')).click();
      await expect(card(page, text)).toBeVisible();
      expect(await program.call('list_activity_log', 5)).toEqual([]);
    });
  }

  test('opens where it can begin at once', async ({ page }) => {
    await button(card(page, text), say('native_answer_open')).click();
    await expect(page).toHaveURL(new RegExp(`#/doing/activities/${id}$`));
    await expect(heading(page)).toHaveText(walk.title);
    await expect(button(page, say('doing_begin'))).toBeVisible();
  });
});

test('a question to write from stands above the text, and is kept with the first words', async ({
  page,
  program,
}) => {
  const prompt = 'What was 1/2 warm today?';
  const entries = () => program.call('list_entries', { after: null, limit: 5 });
  await waitingFor(program, { about: 'write', prompt });
  await page.goto('/');
  const ask = card(page, say('today_waiting_write'));
  await expect(ask).toContainText(prompt);
  await button(ask, say('native_answer_open')).click();
  await expect(page).toHaveURL(/#\/journal\/new\/What%20was%201%2F2/);
  const entry = page.getByRole('region', { name: say('journal_entry') });
  const editor = page.getByRole('textbox', { name: prompt });
  await expect(entry.getByText(prompt, { exact: true })).toBeVisible();
  await expect(editor).toBeFocused();

  // Leaving without a word keeps nothing.
  await page.keyboard.press('F1');
  await heading(page)
    .and(page.getByText(say('nav_help'), { exact: true }))
    .waitFor();
  expect(await entries()).toEqual([]);
  await page.goBack();
  await expect(editor).toBeFocused();
  await page.keyboard.type('The mug.');
  await expect.poll(entries).toHaveLength(1);
  const [{ id } = { id: idOf<EntryId>(0) }] = await entries();
  await expect(page).toHaveURL(new RegExp(`#/journal/${id}$`));
  await page.keyboard.type(' Both hands.');
  await expect
    .poll(async () => (await program.call('get_entry', id)).text)
    .toBe(`> ${prompt}\n\nThe mug. Both hands.`);
  await expect(entry.getByText(prompt, { exact: true })).toHaveCount(1);

  // Opened anew it is one text.
  await page.reload();
  await expect(page.getByRole('textbox', { name: say('editor_label') })).toContainText(prompt);
});

test('own words are said, and have been seen', async ({ page, program }) => {
  await waitingFor(program, { about: 'own_words' }, { words: 'Water for the fern.' });
  await page.goto('/');
  const ask = card(page, 'Water for the fern.');
  await button(ask, say('today_answer_seen')).click();
  await expect(ask).toBeHidden();
  expect(await statuses(program)).toEqual(['opened']);
  await button(page, say('kit_undo')).click();
  await expect(ask).toBeFocused();
});

test('by keyboard alone', async ({ page, program }) => {
  await page.goto('/');
  await remindSoon(program, checkIn);
  const ask = card(page, say('today_waiting_check_in'));
  const notNow = button(ask, say('native_answer_not_now'));
  await expect(ask).toBeVisible();
  for (
    let presses = 0;
    presses < 30 && !(await notNow.evaluate((at) => at === document.activeElement));
    ++presses
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(feel(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(step(feel(page), 0)).toBeFocused();
  const undo = button(page, say('kit_undo'));
  for (
    let presses = 0;
    presses < 60 && !(await undo.evaluate((at) => at === document.activeElement));
    ++presses
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(ask).toBeFocused();
  expect(await waiting(program)).toBe(1);
});

test.describe('the check-in window', () => {
  test.use({ viewport: { width: 400, height: 560 } });

  test('leaving answers the check-in that waits', async ({ page, program }) => {
    await waitingFor(program, checkIn);
    await page.goto('/#/check-in');
    await button(page, say('check_in_not_now')).click();
    await expect(page).toHaveURL(/#\/today$/);
    expect(await statuses(program)).toEqual(['not_now']);
  });

  test('what else waits is answered there, and leaving leaves it alone', async ({ page, program }) => {
    const { id } = await program.call('save_activity', walk);
    await waitingFor(program, { about: 'activity', activity: id });
    await page.goto('/#/check-in');
    const other = card(page, say('today_waiting_activity'));
    await expect(button(other, say('native_answer_open'))).toHaveCount(0);
    await button(other, say('native_answer_smaller')).click();
    await expect(other).toBeHidden();
    expect(await program.call('list_activity_log', 5)).toHaveLength(1);
    await answeredUndo(page).click();
    await expect(other).toBeVisible();
    expect(await program.call('list_activity_log', 5)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/#\/today$/);
    expect(await statuses(program)).toEqual(['shown']);
  });
});
