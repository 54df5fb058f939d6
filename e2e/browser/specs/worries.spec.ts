// Parking a worry: a word and a time, out of sight until then, then waiting on Today, and let go of at any time.
import { dayNow } from '../../../ui/src/lib/civil.ts';
import { prefer } from '../support/furnishing.ts';
import { editor, texts } from '../support/journal.ts';
import { button, press, tabTo, unfold } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

/** Its time came in the first minute of today. */
const due = { id: null, text: 'the rent', on: dayNow(), minute: 0 };

test('a worry is parked by keyboard alone, is out of sight, and can be let go of before its time', async ({
  page,
  program,
}) => {
  await page.goto('/#/today');
  const dialog = page.getByRole('dialog');
  await press(page, button(page, say('worry_title')));
  await expect(dialog.getByLabel(say('worry_text'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('worry_needs_word'))).toBeVisible();
  await page.keyboard.type('the rent');
  await tabTo(page, dialog.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await dialog.getByLabel(say('worry_day'), { exact: true }).fill('2999-01-31');
  await dialog.getByLabel(say('worry_time'), { exact: true }).fill('18:15');
  await press(page, button(dialog, say('worry_park')));
  await expect(page.getByText(like('worry_parked'))).toBeVisible();
  expect((await program.call('list_worries', null)).parked).toMatchObject([
    { text: 'the rent', on: '2999-01-31', minute: 1095 },
  ]);
  await expect(page.getByText('the rent', { exact: true })).toHaveCount(0);

  await press(page, button(page, say('worry_title')));
  await unfold(dialog, say('worry_parked_list'));
  await press(page, button(dialog, say('worry_let_go_of', { worry: 'the rent' })));
  await expect.poll(() => program.call('list_worries', null)).toEqual({ waiting: [], parked: [] });
});

test('parked for the evening it has an evening, and undo takes it back', async ({ page, program }) => {
  await page.goto('/#/today');
  await button(page, say('worry_title')).click();
  await page.keyboard.type('the rent');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await program.call('list_worries', null)).parked[0]?.minute).toBe(1140);
  await press(page, button(page, say('kit_undo')));
  await expect.poll(() => program.call('list_worries', null)).toEqual({ waiting: [], parked: [] });
});

test('at its time it waits on Today, and is looked at on a page of its own with an end', async ({
  page,
  program,
}) => {
  await program.call('park_worry', due);
  await page.goto('/#/today');
  const waits = page.getByRole('group', { name: /the rent/ });
  await press(page, button(waits, say('worry_look', { n: 10 })));
  await expect(page.getByRole('textbox', { name: /the rent/ })).toBeFocused();
  await expect(page.getByText(like('time_until'))).toBeVisible();
  await page.keyboard.type('Call on Monday.');
  await expect.poll(() => texts(program)).toEqual(['> the rent\n\nCall on Monday.']);
  // Looking at it is no promise: it waits until it is let go of.
  await page.goto('/#/today');
  await press(page, button(waits, say('worry_let_go')));
  await expect(waits).toHaveCount(0);
  await press(page, button(page, say('kit_undo')));
  await expect(waits).toBeVisible();
});

test('with little energy it has a screen of its own', async ({ page, program }) => {
  await program.call('park_worry', due);
  await prefer(program, { low_energy: true });
  await page.goto('/#/today');
  for (let screen = 0; screen < 3; screen++) await press(page, button(page, say('low_next')));
  await expect(page.getByRole('heading', { name: say('today_waiting_low') })).toBeFocused();
  await press(page, button(page.getByRole('group', { name: /the rent/ }), say('worry_let_go')));
  await expect.poll(() => program.call('list_worries', null)).toEqual({ waiting: [], parked: [] });
});

test('it is given another time, and is out of sight again', async ({ page, program }) => {
  await program.call('park_worry', due);
  await page.goto('/#/today');
  const waits = page.getByRole('group', { name: /the rent/ });
  await press(page, button(waits, say('worry_park_again')));
  await expect(page.getByRole('dialog').getByLabel(say('worry_text'))).toHaveValue('the rent');
  await tabTo(page, page.getByRole('dialog').getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await press(page, button(page.getByRole('dialog'), say('worry_park')));
  await expect(waits).toHaveCount(0);
  expect(await program.call('list_worries', null)).toMatchObject({
    waiting: [],
    parked: [{ text: 'the rent' }],
  });
  expect(await texts(program)).toEqual([]);
});

test('a worry about safety is sent to Help, which is one press away in the dialog too', async ({ page }) => {
  await page.goto('/#/journal/new');
  await expect(editor(page)).toBeFocused();
  await press(page, button(page, say('more_open')));
  await press(page, page.getByRole('dialog').getByRole('button', { name: say('more_park_hint') }));
  await press(page, page.getByRole('dialog').getByRole('link', { name: say('worry_safety_help') }));
  await expect(page).toHaveURL(/#\/help/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
