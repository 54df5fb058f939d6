// One reminder being set: kept as it is changed, of every kind, and what cannot be is said.
import { button, heading, unfold } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { field, gentle, morning, radio, rules, sentence, stored } from '../support/reminders.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test.describe('a new one', () => {
  test('is kept as it is changed, and keeps its address', async ({ page, program }) => {
    await page.goto('/#/reminders');
    await page.getByRole('link', { name: say('reminder_begin_other') }).click();
    await expect(heading(page)).toHaveText(say('reminder_edit_new'));
    expect(await stored(program)).toBeUndefined();
    await radio(page, say('reminder_about_wind_down')).check();
    const evening = sentence(say('reminder_on_weekdays'), morning, say('reminder_is_wind_down'));
    await expect(page.getByText(evening)).toBeVisible();
    await expect.poll(() => stored(program)).toMatchObject({ about: { about: 'wind_down' } });
    await expect(page).toHaveURL(/#\/reminders\/1$/);
    await page.reload();
    await expect(radio(page, say('reminder_about_wind_down'))).toBeChecked();
    await button(page, say('reminder_edit_done')).click();
    await expect(page.getByRole('list').getByText(evening)).toBeVisible();
  });

  test('can be kept as it stands', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await button(page, say('reminder_edit_keep')).click();
    await expect(heading(page)).toHaveText(say('reminder_title'));
    expect(await stored(program)).toMatchObject({ ...gentle, id: 1 });
  });
});

test.describe('what it is about', () => {
  const about = async (program: Program) => (await stored(program))?.about;

  test('can be a question to write from', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_about_write')).check();
    await field(page, say('reminder_prompt')).fill('What was warm today?');
    await expect.poll(() => about(program)).toEqual({ about: 'write', prompt: 'What was warm today?' });
    await expect(
      page.getByText(say('reminder_is_write_from', { prompt: 'What was warm today?' })),
    ).toBeVisible();
  });

  test('can be an activity, a routine or a practice, once one is chosen', async ({ page, program }) => {
    const title = 'Walk to the corner';
    await program.call('save_activity', {
      ...{ id: null, shelf: 'mine', title, smaller: '', minutes: null, energy: 'low' },
    });
    const [routine] = await program.call('list_routines', null);
    const practice = (await program.call('list_library', null)).find(({ steps }) => steps.length > 0)!;
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_about_activity')).check();
    await expect(page.getByText(say('reminder_choose_first'))).toBeVisible();
    expect(await stored(program)).toBeUndefined();
    await field(page, say('reminder_choose_activity')).selectOption(title);
    await expect.poll(() => about(program)).toEqual({ about: 'activity', activity: 1 });
    await radio(page, say('reminder_about_routine')).check();
    await field(page, say('reminder_choose_routine')).selectOption(routine!.title);
    await expect.poll(() => about(program)).toEqual({ about: 'routine', routine: routine!.id });
    await radio(page, say('reminder_about_practice')).check();
    await field(page, say('reminder_choose_practice')).selectOption(practice.title);
    await expect.poll(() => about(program)).toEqual({ about: 'practice', item: practice.id });
    expect(await program.call('get_reminders', null)).toMatchObject({ reminders: [{}] });
  });

  test('without an activity there is a way to put one on a shelf', async ({ page }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_about_activity')).check();
    await expect(page.getByText(say('reminder_no_activities'))).toBeVisible();
    await page.getByRole('link', { name: say('reminder_to_doing') }).click();
    await expect(heading(page)).toHaveText(say('nav_doing'));
  });

  test('can be own words, which the notice shows only when that is wanted', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_about_own_words')).check();
    await field(page, say('reminder_words')).fill('a glass of water');
    await unfold(page, say('reminder_looks'));
    const notification = page.locator('.notice');
    await expect(notification).toContainText(say('native_notice_body'));
    await page.getByRole('switch', { name: say('reminder_hides') }).uncheck();
    await expect(notification).toContainText('a glass of water');
    await expect
      .poll(() => stored(program))
      .toMatchObject({ words: 'a glass of water', hides_content: false });
  });
});

test.describe('when it comes', () => {
  test('can be fixed times', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_timing_at')).check();
    await button(page, say('reminder_time_add')).click();
    await field(page, say('reminder_time_nth', { n: 2 })).fill('07:45');
    await expect.poll(() => stored(program)).toMatchObject({ timing: { when: 'at', minutes: [465, 600] } });
    // The row stays where it is; the cap for all is named, and one press lifts it.
    await expect(field(page, say('reminder_time_nth', { n: 2 }))).toHaveValue('07:45');
    await expect(page.getByText(say('reminder_over_cap', { n: 1 }))).toBeVisible();
    await button(page, say('reminder_raise_cap', { n: 2 })).click();
    await expect.poll(() => rules(program)).toMatchObject({ most_a_day: 2 });
    await button(page, say('reminder_time_remove', { time: '07:45' })).click();
    await expect.poll(() => stored(program)).toMatchObject({ timing: { minutes: [600] } });
  });

  test('can be several moments in a window', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_timing_moments')).check();
    await field(page, say('reminder_count')).selectOption('3');
    await field(page, say('reminder_apart')).selectOption('90');
    await expect
      .poll(() => stored(program))
      .toMatchObject({
        timing: { when: 'moments', from_minute: 540, until_minute: 1080, count: 3, apart_minutes: 90 },
      });
  });

  test('can be every so many days, or single dates', async ({ page, program }) => {
    await page.goto('/#/reminders/new');
    await radio(page, say('reminder_days_every_n_days')).check();
    await field(page, say('reminder_every')).selectOption('3');
    await field(page, say('reminder_first_day')).fill('2090-03-01');
    await expect
      .poll(() => stored(program))
      .toMatchObject({ days: { on: 'every_n_days', every: 3, first: '2090-03-01' } });
    await radio(page, say('reminder_days_dates')).check();
    await field(page, say('reminder_date_field')).fill('2090-05-04');
    await button(page, say('reminder_date_add')).click();
    await expect
      .poll(async () => (await stored(program))?.days)
      .toMatchObject({ on: 'dates', dates: [expect.any(String), '2090-05-04'] });
    await button(page, say('reminder_date_remove', { date: 'Thursday 4 May 2090' })).click();
    await expect.poll(() => stored(program)).toMatchObject({ days: { dates: [expect.any(String)] } });
  });
});

test.describe('what cannot be', () => {
  test.use({ refused: ['save_reminder', 'set_reminder_rules'] });

  test('is said in one sentence where it is, and the stored one stays', async ({ page, program }) => {
    await program.call('save_reminder', gentle);
    await page.goto('/#/reminders/1');
    const until = field(page, say('reminder_until'));
    await until.fill('09:00');
    const ends = page.getByText(say('error_invalid_window_ends_before_it_starts'));
    await expect(ends).toBeVisible();
    await expect(page.getByText(say('reminder_unchanged'))).toBeVisible();
    await expect(until).toHaveValue('09:00');
    expect(await stored(program)).toMatchObject({ timing: gentle.timing });
    await until.fill('11:00');
    await expect(ends).toBeHidden();
    await expect.poll(() => stored(program)).toMatchObject({ timing: { until_minute: 660 } });

    await radio(page, say('reminder_timing_moments')).check();
    await field(page, say('reminder_count')).selectOption('6');
    await expect(page.getByText(say('error_invalid_moments_do_not_fit'))).toBeVisible();
    await radio(page, say('reminder_timing_window')).check();
    await expect(page.getByText(say('error_invalid_moments_do_not_fit'))).toBeHidden();

    for (const name of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await button(page, name).click();
    await expect(page.getByText(say('error_invalid_no_day_chosen'))).toBeVisible();
    expect(await stored(program)).toMatchObject({
      days: { days: [false, false, false, false, true, false, false] },
    });
    // Turning it off works all the same.
    await page.getByRole('switch', { name: say('reminder_edit_on') }).uncheck();
    await expect.poll(() => stored(program)).toMatchObject({ is_on: false });
  });

  test('is a time that quiet hours take whole, and quiet hours without an end', async ({ page, program }) => {
    await program.call('save_reminder', gentle);
    const quiet_hours = [{ from_minute: 1320, until_minute: 420 }];
    await program.call('set_reminder_rules', { ...(await rules(program)), quiet_hours });
    await page.goto('/#/reminders/1');
    await field(page, say('reminder_from')).fill('05:00');
    await field(page, say('reminder_until')).fill('06:00');
    await expect(page.getByText(say('error_invalid_window_in_quiet_hours'))).toBeVisible();
    await page.goto('/#/reminders');
    await field(page, say('reminder_until')).fill('22:00');
    await expect(page.getByText(say('error_invalid_quiet_all_day'))).toBeVisible();
    expect(await rules(program)).toMatchObject({ quiet_hours });
  });
});
