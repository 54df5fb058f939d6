// A window that is left open over midnight: what the page decided by the clock is decided again, and no word moves to
// another day. The clocks of the page and of the core go together.
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '../../../ui/src/lib/civil.ts';
import { editor, entries, list, side } from '../support/journal.ts';
import { button, heading, scale, step, unfold } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { checkIn, reminderOf } from '../support/waiting.ts';
import { like, say } from '../support/words.ts';

const evening = new Date(2027, 0, 31, 22, 40);
const lateEvening = new Date(2027, 0, 31, 23, 58);
const morning = new Date(2027, 1, 1, 7, 30);
const yesterday = dayOf(evening);
const today = addDays(yesterday, 1);

const feel = (page: Page) => scale(page, say('check_in_question'));
const given = async (program: Program) =>
  (await program.call('list_check_ins', 10)).map(({ on, feel, note }) => ({
    on,
    feel,
    note,
  }));

async function openAt(page: Page, program: Program, at: Date, hash: string) {
  await program.setClock(at);
  await page.clock.install({ time: at });
  await page.goto(`/#/${hash}`);
}

/** The computer sleeps, or the window is left alone: timers that came due meanwhile come late, and once. */
async function sleepUntil(page: Page, program: Program, at: Date) {
  await program.setClock(at);
  await page.clock.fastForward(at.getTime() - (await page.evaluate(() => Date.now())));
}

for (const place of ['today', 'check-in']) {
  test(`yesterday's check-in stays as it was, and today's is a new one: ${place}`, async ({
    page,
    program,
  }) => {
    await openAt(page, program, evening, place);
    await step(feel(page), 2).check();
    await expect.poll(() => given(program)).toEqual([{ on: yesterday, feel: { level: 2 }, note: '' }]);
    await sleepUntil(page, program, morning);
    await expect(feel(page).getByRole('radio', { checked: true })).toHaveCount(0);
    await step(feel(page), 8).check();
    await expect
      .poll(() => given(program))
      .toEqual([
        { on: today, feel: { level: 8 }, note: '' },
        { on: yesterday, feel: { level: 2 }, note: '' },
      ]);
  });

  test(`a press before any timer has come is of the new day too: ${place}`, async ({ page, program }) => {
    await openAt(page, program, evening, place);
    await step(feel(page), 2).check();
    await expect.poll(() => given(program)).toHaveLength(1);
    await program.setClock(morning);
    await page.clock.setSystemTime(morning);
    await step(feel(page), 2).click();
    await expect
      .poll(() => given(program))
      .toEqual([
        { on: today, feel: { level: 2 }, note: '' },
        { on: yesterday, feel: { level: 2 }, note: '' },
      ]);
  });
}

test('a line half typed at midnight stays with its check-in, and an answer is a new one', async ({
  page,
  program,
}) => {
  await openAt(page, program, lateEvening, 'check-in');
  await step(feel(page), 2).check();
  // It is of the day on which it arrives.
  await expect.poll(() => given(program)).toHaveLength(1);
  const note = page.getByRole('textbox', { name: say('check_in_note_label') });
  await note.pressSequentially('half a');
  await sleepUntil(page, program, new Date(2027, 1, 1, 0, 1));
  await expect(note).toHaveValue('half a');
  await note.pressSequentially(' thought');
  await step(feel(page), 8).check();
  await expect
    .poll(() => given(program))
    .toEqual([
      { on: today, feel: { level: 8 }, note: '' },
      { on: yesterday, feel: { level: 2 }, note: 'half a thought' },
    ]);
});

test('with one thing at a time the next day begins at the first question', async ({ page, program }) => {
  const preferences = await program.call('get_preferences', null);
  await program.call('set_preferences', { ...preferences, low_energy: true });
  await openAt(page, program, evening, 'today');
  await step(feel(page), 2).check();
  await expect.poll(() => given(program)).toHaveLength(1);
  for (let screens = 0; screens < 3; screens++) await button(page, say('low_next')).click();
  await expect(heading(page)).toHaveText(say('low_thing'));
  await sleepUntil(page, program, morning);
  await expect(heading(page)).toHaveText(say('check_in_question'));
  await step(feel(page), 8).check();
  await expect
    .poll(() => given(program))
    .toMatchObject([{ on: today }, { on: yesterday, feel: { level: 2 } }]);
});

test('the journal line of yesterday is let go of, and the next is an entry of today', async ({
  page,
  program,
}) => {
  await openAt(page, program, evening, 'today');
  const line = page.getByRole('textbox', { name: say('line_title') });
  await line.fill('a long day');
  await expect.poll(() => entries(program)).toHaveLength(1);
  await sleepUntil(page, program, morning);
  await expect(line).toHaveValue('');
  await line.fill('light outside');
  await expect
    .poll(async () => (await entries(program)).map(({ on, excerpt }) => [on, excerpt]))
    .toEqual([
      [today, 'light outside'],
      [yesterday, 'a long day'],
    ]);
});

test('what was put away for the day is offered again on the next', async ({ page, program }) => {
  await openAt(page, program, evening, 'today');
  await button(page, say('small_thing_not_today')).click();
  await expect(page.getByText(say('small_thing_put_away'))).toBeVisible();
  await sleepUntil(page, program, morning);
  await expect(button(page, say('small_thing_not_today'))).toBeVisible();
});

test('the latest check-ins say their day anew', async ({ page, program }) => {
  await openAt(page, program, evening, 'today');
  await step(feel(page), 2).check();
  await unfold(page, say('check_in_latest'));
  await expect(page.getByText(say('check_in_when_today', { time: '22:40' }))).toBeVisible();
  await sleepUntil(page, program, morning);
  await expect(page.getByText(like('check_in_when_today'))).toHaveCount(0);
  await expect(page.getByText(/31 January/)).toBeVisible();
});

test('a reminder of yesterday no longer waits', async ({ page, program }) => {
  const { rules } = await program.call('get_reminders', null);
  await program.setClock(lateEvening);
  await program.call('set_reminder_rules', { ...rules, quiet_hours: [] });
  await program.call(
    'save_reminder',
    reminderOf(checkIn, { timing: { when: 'at', minutes: [23 * 60 + 59] } }),
  );
  await openAt(page, program, new Date(2027, 0, 31, 23, 59, 5), 'today');
  const card = page.getByRole('group', { name: say('today_waiting_check_in') });
  await expect(card).toBeVisible();
  await sleepUntil(page, program, morning);
  await expect(card).toHaveCount(0);
});

test('a page begun before midnight belongs to the day on which it is first kept, and the days say their names anew', async ({
  page,
  program,
}) => {
  await openAt(page, program, evening, 'journal/new');
  await editor(page).pressSequentially('before');
  await expect.poll(() => entries(program)).toMatchObject([{ on: yesterday }]);
  await expect(list(page).getByRole('heading', { name: say('journal_today') })).toBeVisible();
  await button(page, say('journal_new')).click();
  await expect(page.getByRole('button', { name: /Sunday 31 January/ })).toBeVisible();
  await side(page, 'journal_calendar').click();
  await expect(page.getByRole('cell', { name: '31' })).toHaveClass(/today/);
  await sleepUntil(page, program, morning);
  await expect(page.getByRole('cell', { name: '1', exact: true })).toHaveClass(/today/);
  await side(page, 'journal_entries').click();
  await expect(list(page).getByRole('heading', { name: say('journal_yesterday') })).toBeVisible();
  await expect(page.getByRole('button', { name: /Monday 1 February/ })).toBeVisible();
  await editor(page).pressSequentially('after');
  await expect.poll(() => entries(program)).toMatchObject([{ on: today }, { on: yesterday }]);
});

test('an evening that is over is not offered for a worry, and tomorrow is tomorrow', async ({
  page,
  program,
}) => {
  await openAt(page, program, evening, 'today');
  await button(page, say('worry_title')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('worry_text')).fill('the rent');
  await expect(dialog.getByRole('radio', { name: like('worry_tomorrow_evening') })).toBeVisible();
  await sleepUntil(page, program, morning);
  await expect(dialog.getByRole('radio', { name: like('worry_this_evening') })).toBeVisible();
  await expect(dialog.getByLabel(say('worry_text'))).toHaveValue('the rent');
  await dialog.getByRole('radio', { name: say('worry_other_time') }).check();
  await expect(dialog.getByLabel(say('worry_day'), { exact: true })).toHaveValue(addDays(today, 1));
});

test('a page to take along is about the days up to today, chosen ones stay', async ({ page, program }) => {
  await openAt(page, program, evening, 'help/take-along');
  await page.getByRole('radio', { name: say('taking_reach_days') }).check();
  const [from, until] = [page.getByLabel(say('taking_from')), page.getByLabel(say('taking_until'))];
  await expect(until).toHaveValue(yesterday);
  await from.fill('2027-01-05');
  await sleepUntil(page, program, morning);
  await expect(until).toHaveValue(today);
  await expect(from).toHaveValue('2027-01-05');
});

test('a time for writing that ended in sleep is over', async ({ page, program }) => {
  await openAt(page, program, evening, 'journal/new');
  await editor(page).pressSequentially('before');
  await button(page, say('more_open')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('more_time_hint') }).click();
  await button(dialog, say('time_minutes', { n: 2 })).click();
  await expect(page.getByText(like('time_until'))).toBeVisible();
  await sleepUntil(page, program, morning);
  await expect(page.getByText(say('time_over'))).toBeVisible();
  await expect(editor(page)).toHaveText('before');
});
