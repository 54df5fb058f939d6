// Reminders: off until asked for, of many kinds, said back in a sentence, quiet when wanted.
import type { ReminderDraft } from '../../../ui/src/host/generated/wire.ts';
import { button, heading, press, tabTo, unfold } from '../support/page.ts';
import { checkIn, field, gentle, morning, radio, rules, sentence, stored } from '../support/reminders.ts';
import { expect, test } from '../support/test.ts';
import { remindSoon } from '../support/waiting.ts';
import { like, say } from '../support/words.ts';

test('there is none until it is asked for, and the first one is gentle', async ({ page, program }) => {
  await page.goto('/#/reminders');
  await expect(page.getByText(say('reminder_empty_title'))).toBeVisible();
  await button(page, say('reminder_begin_first')).click();
  const first = sentence(say('reminder_on_weekdays'), morning, checkIn);
  await expect(page.getByText(first)).toBeVisible();
  expect(await stored(program)).toMatchObject({ ...gentle, id: 1 });
  await button(page, say('kit_undo')).click();
  await expect(page.getByText(say('reminder_empty_title'))).toBeVisible();
  expect(await stored(program)).toBeUndefined();
});

test('nothing tells the minute of a drawn moment', async ({ page, program }) => {
  const timing = { when: 'window', from_minute: 1, until_minute: 1439 } as const;
  await program.call('save_reminder', { ...gentle, timing });
  await page.goto('/#/reminders');
  await expect(page.getByText(like('reminder_next'))).toBeVisible();
  const [outlook] = (await program.call('get_reminders', null)).reminders;
  const clock = new Date(outlook!.next_at!).toTimeString().slice(0, 5);
  if (!['00:01', '23:59'].includes(clock)) await expect(page.getByText(clock)).toHaveCount(0);
});

test('each one can be quieter, stopped, started and deleted by one press, and each is taken back', async ({
  page,
  program,
}) => {
  await program.call('save_reminder', gentle);
  await page.goto('/#/reminders');
  await button(page, say('reminder_quieter')).click();
  await expect(page.getByText(say('reminder_said_quieter'))).toBeVisible();
  await expect(page.getByText('On Monday, Wednesday and Friday').first()).toBeVisible();
  await button(page, say('kit_undo')).click();
  await expect(page.getByText(say('reminder_on_weekdays')).first()).toBeVisible();

  await button(page, say('reminder_stop')).click();
  await expect.poll(() => stored(program)).toMatchObject({ is_on: false });
  await expect(button(page, say('reminder_start'))).toBeFocused();
  await button(page, say('kit_undo')).click();
  await expect.poll(() => stored(program)).toMatchObject({ is_on: true });

  await button(page, say('reminder_delete', { what: checkIn })).click();
  await expect(page.getByText(say('reminder_empty_title'))).toBeVisible();
  await button(page, say('kit_undo')).click();
  await page.getByRole('link', { name: say('reminder_other_time') }).click();
  await expect(field(page, say('reminder_from'))).toBeInViewport();
});

test('quiet hours, days off and a cap hold for all, and show in the week ahead', async ({
  page,
  program,
}) => {
  const days = { on: 'weekdays', days: Array(7).fill(true) } as ReminderDraft['days'];
  await program.call('save_reminder', { ...gentle, days });
  await page.goto('/#/reminders');
  await radio(page, '4').check();
  await button(page, say('reminder_rules_quiet_add')).click();
  await field(page, say('reminder_from')).fill('11:00');
  await field(page, say('reminder_until')).fill('12:30');
  await button(page, 'Sun').click();
  await expect
    .poll(() => rules(program))
    .toMatchObject({
      ...{ most_a_day: 4, quiet_hours: [{ from_minute: 660, until_minute: 750 }] },
      weekdays_off: [false, false, false, false, false, false, true],
    });
  const table = page.getByRole('table', { name: say('reminder_week') });
  await expect(table.getByRole('row')).toHaveCount(8);
  await expect(table.getByRole('row', { name: /^Sunday/ })).toContainText(say('reminder_week_off'));
  const bar = `${say('reminder_from_until', { from: '10:00', until: '11:00' })} · ${checkIn}`;
  await expect(table.getByText(bar).first()).toBeAttached();
  await page.getByRole('switch', { name: say('reminder_rules_switch') }).uncheck();
  await expect(page.getByText(say('reminder_all_off'))).toBeVisible();
  await expect(table).toHaveCount(0);
});

test('all are kept quiet for a while, or until a day, and start again', async ({ page, program }) => {
  const pausedUntil = async () => (await program.call('get_reminders', null)).paused_until;
  await program.call('save_reminder', gentle);
  await page.goto('/#/reminders');
  await button(page, say('reminder_pause_until_resumed')).click();
  await expect(page.getByText(say('reminder_paused_open')).first()).toBeVisible();
  expect(await pausedUntil()).not.toBeNull();
  await button(page, say('reminder_resume')).click();
  await expect(page.getByText(like('reminder_next'))).toBeVisible();
  expect(await pausedUntil()).toBeNull();
  await field(page, say('reminder_pause_date')).fill('2090-05-04');
  await page.keyboard.press('Enter');
  const until = say('reminder_paused_until', { when: 'Thursday 4 May 2090' });
  await expect(page.getByText(until).first()).toBeVisible();
});

test.describe('a day that is over', () => {
  test.use({ refused: ['pause_reminders'] });

  test('is no end of a pause', async ({ page, program }) => {
    await program.call('save_reminder', gentle);
    await page.goto('/#/reminders');
    await field(page, say('reminder_pause_date')).fill('2020-05-04');
    await button(page, say('reminder_pause_to_date')).click();
    await expect(page.getByText(say('error_invalid_date_in_the_past'))).toBeVisible();
  });
});

test('a test says what this computer can do', async ({ page }) => {
  await page.goto('/#/reminders');
  await button(page, say('reminder_test_send')).click();
  await expect(page.getByText(say('reminder_test_no_server'))).toBeVisible();
});

test('what became of one is told by day, once it came', async ({ page, program }) => {
  await page.goto('/#/reminders');
  await unfold(page, say('reminder_history_show'));
  await expect(page.getByText(say('reminder_history_none'))).toBeVisible();
  await remindSoon(program, { about: 'check_in' });
  await expect(page.getByText(like('reminder_status_shown'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: say('nav_today') })).toBeVisible();
});

test('a reminder is made, changed, quietened and stopped by keyboard alone', async ({ page, program }) => {
  await page.goto('/#/settings');
  await press(page, page.getByRole('link', { name: say('reminder_open') }));
  await press(page, button(page, say('reminder_begin_first')));
  await expect.poll(() => stored(program)).toMatchObject({ is_on: true });
  await press(page, button(page, say('reminder_change', { what: checkIn })));
  await expect(heading(page)).toBeFocused();
  await tabTo(page, radio(page, say('reminder_about_check_in')));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => stored(program)).toMatchObject({ about: { about: 'write' } });
  await press(page, button(page, 'Sat'), 'Space');
  await expect
    .poll(() => stored(program))
    .toMatchObject({ days: { days: [true, true, true, true, true, true, false] } });
  await press(page, button(page, say('reminder_edit_done')));
  await expect(heading(page)).toBeFocused();
  await press(page, button(page, say('reminder_quieter')));
  await expect
    .poll(() => stored(program))
    .toMatchObject({ days: { days: [true, false, true, false, true, false, false] } });
  await expect(button(page, say('reminder_quieter'))).toBeFocused();
  await press(page, button(page, say('reminder_stop')));
  await expect.poll(() => stored(program)).toMatchObject({ is_on: false });
  await press(page, button(page, say('reminder_rules_quiet_add')));
  await expect.poll(() => rules(program)).toMatchObject({ quiet_hours: [{ from_minute: 1320 }] });
});
