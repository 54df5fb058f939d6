// Taking along: a page for an appointment and entries of the journal, saved as files that other programs read.
import type { Locator } from '@playwright/test';
import { faults } from '../support/axe.ts';
import { furnish } from '../support/furnishing.ts';
import { furnishSheets } from '../support/help-screens.ts';
import { pdfInfo, pdfWords, saved, wordsIn } from '../support/saved.ts';
import { editor, search, written } from '../support/journal.ts';
import { button, choose, heading, press, tabTo, unfold } from '../support/page.ts';
import { expect, test, type Page } from '../support/test.ts';
import { like, say, type Key } from '../support/words.ts';

const sheet = (page: Page) => page.getByRole('region', { name: say('taking_sheet') });
const chip = (page: Page, part: Key) => button(page, say(part));
const dialog = (page: Page) => page.getByRole('dialog', { name: say('taking_entries') });

test('a page is made, changed, looked at and saved by keyboard alone, and is what was shown', async ({
  page,
  program,
}) => {
  await furnish(program);
  await furnishSheets(program);
  await page.goto('/');
  await heading(page).waitFor();
  await page.keyboard.press('F1');
  await press(page, page.getByRole('main').getByRole('link', { name: say('help_take_along') }));
  await expect(heading(page)).toBeFocused();

  // Nothing of the journal, and nothing of the safety plan.
  await expect(sheet(page)).toContainText('I have felt numb since about spring');
  await expect(sheet(page)).toContainText('Self-reported. Not an assessment.');
  await expect(sheet(page)).toContainText('numb (1)');
  await expect(sheet(page)).toContainText('Walk to the corner and back (1)');
  for (const absent of ['leaned', 'a line', 'not answering anyone'])
    await expect(sheet(page)).not.toContainText(absent);

  await press(page, chip(page, 'taking_part_doings'), 'Space');
  await expect(sheet(page)).not.toContainText('Walk to the corner');
  await tabTo(page, page.locator('summary', { hasText: say('taking_pick') }));
  await page.keyboard.press('Enter');
  await press(
    page,
    page.getByRole('main').getByRole('checkbox').or(page.getByRole('switch')).first(),
    'Space',
  );
  await expect(sheet(page)).toContainText('The dog leaned on my leg.');
  await press(page, button(page, say('plan_line_add_to', { part: say('help_part_note') })));
  await page.keyboard.type('I would rather write than talk');
  await expect(sheet(page)).toContainText('I would rather write than talk');
  await expect(page.getByText(say('taking_fits'))).toBeVisible();
  await expect(page.getByText(say('taking_not_encrypted'))).toBeVisible();

  const shown = await wordsIn(sheet(page));
  const file = await saved(page, button(page, say('taking_save_page')));
  expect(file.name).toMatch(/^page-\d{4}-\d\d-\d\d\.pdf$/);
  expect(pdfWords(file).replaceAll('• ', '')).toBe(shown);
  for (const fact of [/Tagged: +yes/, /Pages: +1/, /\(A4\)/]) expect(pdfInfo(file)).toMatch(fact);

  await choose(page, 'taking_size', 'taking_size_letter');
  await expect(button(page, say('taking_save_page'))).toBeEnabled();
  expect(pdfInfo(await saved(page, button(page, say('taking_save_page'))))).toMatch(/\(letter\)/);
});

test('what does not fit is said and shown, and is not saved', async ({ page, program }) => {
  for (let at = 0; at < 80; at++)
    await program.call('save_plan_line', { id: null, part: 'say', text: `point ${at}.`, person: null });
  await page.goto('/#/help/take-along');
  await expect(page.getByText(say('taking_fits_not'))).toBeVisible();
  await expect(page.getByText(say('taking_left_off'))).toBeVisible();
  await expect(page.getByText('point 79.')).toBeVisible();
  await expect(sheet(page)).not.toContainText('point 79.');
  const words = pdfWords(await saved(page, button(page, say('taking_save_page'))));
  expect(words).toContain('point 9.');
  expect(words).not.toContain('point 79.');
  expect(words.replaceAll('• ', '')).toBe(await wordsIn(sheet(page)));
});

test('other days are chosen, and days the wrong way round are one sentence', async ({ page, program }) => {
  await furnish(program);
  await page.goto('/#/help/take-along');
  await choose(page, 'taking_days', 'taking_reach_days');
  await page.getByLabel(say('taking_from')).fill('2026-01-02');
  await page.getByLabel(say('taking_until')).fill('2026-01-01');
  await expect(page.getByText(say('error_invalid_window_ends_before_it_starts'))).toBeVisible();
  await expect(button(page, say('taking_save_page'))).toBeDisabled();
  await page.getByLabel(say('taking_until')).fill('2026-01-09');
  await expect(sheet(page)).toContainText('2 – 9 January 2026');
  await expect(sheet(page)).not.toContainText('numb');
  await unfold(page, say('taking_pick'));
  await expect(page.getByText('Rain on the window all morning.')).toBeVisible();
});

test('check-ins are saved for a spreadsheet, with their lines only if asked', async ({ page, program }) => {
  await program.call('save_check_in', {
    ...{ id: null, feel: 'cant_tell', energy: 2, comfort: null },
    ...{ words: ['numb', '=1+1'], body: ['cold, hands'], note: 'a private line' },
  });
  await page.goto('/#/help/take-along');
  const csv = await saved(page, button(page, say('taking_save_csv')));
  expect(csv.name).toMatch(/\.csv$/);
  const [head, row, end] = csv.text.split('\r\n');
  expect(head?.startsWith(`\uFEFF${say('taking_csv_day')},`)).toBe(true);
  expect(row).toMatch(/,can’t tell,2,,numb; =1\+1,"cold, hands"$/);
  expect(end).toBe('');
  await press(page, page.getByLabel(say('taking_csv_lines')), 'Space');
  expect((await saved(page, button(page, say('taking_save_csv')))).text).toContain('a private line');
});

test('one entry is taken along in three forms by keyboard, and axe finds nothing', async ({
  page,
  program,
}) => {
  const text = '# Soup\n\nThe dog **leaned** on my leg.\n\n- tea\n- <script>alert(1)</script>';
  const id = await written(program, text, ['two words'], '2026-11-03');
  await page.goto(`/#/journal/${id}`);
  await editor(page).waitFor();
  await press(page, button(page, say('taking_entries')));
  await expect(dialog(page)).toContainText(say('taking_not_encrypted'));
  expect(await faults(page)).toEqual([]);
  const pdf = await saved(page, button(dialog(page), say('taking_save')));
  expect(pdfWords(pdf)).toBe(
    'Tuesday 3 November 2026 Soup The dog leaned on my leg. • tea • <script>alert(1)</script> Tags: two words',
  );
  await expect(dialog(page)).toBeHidden();

  await press(page, button(page, say('taking_entries')));
  await choose(page, 'taking_as', 'taking_as_html');
  const html = await saved(page, button(dialog(page), say('taking_save')));
  expect(html.name).toMatch(/\.html$/);
  expect(html.text).toContain('<strong>leaned</strong>');
  expect(html.text).not.toContain('<script');

  await press(page, button(page, say('taking_entries')));
  await choose(page, 'taking_as', 'taking_as_markdown');
  const markdown = await saved(page, button(dialog(page), say('taking_save')));
  expect(markdown.text).toMatch(/^---\ndate: 2026-11-03\nzone: ".+"\ntags: \["two words"\]\n---\n\n# Soup\n/);
  expect(markdown.text).toContain(text);
});

test('signs that no font has are named before anything is saved', async ({ page, program }) => {
  const id = await written(program, 'tea \u{f8ffe} ❤ ✗ and rain \u{f8fff}', [], '2026-01-05');
  await page.goto(`/#/journal/${id}`);
  await editor(page).waitFor();
  await press(page, button(page, say('taking_entries')));
  const told = dialog(page).getByText(say('taking_unset', { signs: '\u{f8ffe} \u{f8fff}' }));
  await button(dialog(page), say('taking_save')).click();
  await expect(told).toBeVisible();
  // Other paper is made anew, and said anew.
  await choose(page, 'taking_size', 'taking_size_letter');
  await expect(told).toHaveCount(0);
  await button(dialog(page), say('taking_save')).click();
  await expect(told).toBeVisible();
  const file = await saved(page, button(dialog(page), say('taking_save_as_is')));
  expect(pdfWords(file)).toMatch(/tea \[\?\] ❤ ✗ and rain \[\?\]$/);
  expect(pdfInfo(file)).toMatch(/\(letter\)/);
});

test('what a search finds is one file by day, and what was typed a moment ago is in it', async ({
  page,
  program,
}) => {
  await written(program, 'rain first', [], '2026-01-05');
  await written(program, 'dry', [], '2026-01-06');
  const last = await written(program, 'rain last', [], '2026-01-07');
  await page.goto(`/#/journal/${last}`);
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and more');
  await press(page, search(page), 'r');
  await page.keyboard.type('ain');
  await press(page, button(page, say('taking_entries_found')));
  await expect(dialog(page)).toContainText(say('taking_count', { n: 2 }));
  const words = pdfWords(await saved(page, button(dialog(page), say('taking_save'))));
  expect(words).toMatch(
    /^Journal 5 – 7 January 2026 Monday 5 January 2026 rain first Wednesday 7 .+ rain last and more$/,
  );
});

test('entries are chosen one by one, by keyboard, and only those are in the file', async ({
  page,
  program,
}) => {
  await written(program, 'rain first', [], '2026-01-05');
  await written(program, 'rain second', [], '2026-01-06');
  const last = await written(program, 'rain last', [], '2026-01-07');
  for (let at = 0; at < 60; at++) await written(program, `rain ${at}`, [], '2026-02-01');
  await page.goto(`/#/journal/${last}`);
  await editor(page).waitFor();
  await press(page, button(page, say('taking_entries')));
  await choose(page, 'taking_what', 'taking_what_all');
  await expect(dialog(page)).toContainText(say('taking_count', { n: 63 }));
  await press(page, dialog(page).locator('summary', { hasText: say('taking_one_by_one') }));
  const ones = dialog(page).getByRole('switch');
  await expect(ones).toHaveCount(50);
  expect(await faults(page)).toEqual([]);
  await press(page, button(dialog(page), say('taking_more_of_them')));
  await expect(ones).toHaveCount(63);
  await press(page, button(dialog(page), say('taking_none_of_them')));
  await expect(button(dialog(page), say('taking_save'))).toBeDisabled();
  for (const at of [0, 2]) await press(page, ones.nth(at), 'Space');
  await expect(dialog(page)).toContainText(say('taking_count', { n: 2 }));
  const words = pdfWords(await saved(page, button(dialog(page), say('taking_save'))));
  expect(words).toMatch(
    /^Journal 5 – 7 January 2026 Monday 5 January 2026 rain first Wednesday 7 January 2026 rain last$/,
  );
});

const held = (page: Page) => page.getByRole('region', { name: say('taking_held') });

test('a long file goes on when the page is loaded anew, says so there too, and is stopped', async ({
  page,
  program,
}) => {
  const text = 'a *grey* morning, and another one\n\n'.repeat(10_000);
  for (let at = 0; at < 20; at++) await written(program, text, [], '2026-01-05');
  await page.goto('/#/journal');
  await search(page).fill('on:2026');
  await button(page, say('taking_entries_found')).click();
  await expect(dialog(page)).toContainText(say('taking_count', { n: 20 }));
  await button(dialog(page), say('taking_save')).click();
  const told = (place: Locator) =>
    place.getByText(like('taking_reading')).or(place.getByText(say('taking_setting')));
  await expect(told(dialog(page))).toBeVisible();
  await expect(held(page)).toHaveCount(0);

  await page.reload();
  await expect(told(held(page))).toBeVisible();
  // One is free to go on meanwhile.
  await page.goto('/#/settings');
  await heading(page).waitFor();
  await press(page, button(held(page), say('taking_stop')));
  await expect(held(page)).toHaveCount(0);
  expect(await program.call('get_long_work', null)).toBeNull();
  expect(await program.call('get_made_export', null)).toBeNull();
});

test('a dialog that is closed does not stop its file, which is saved by keyboard where one is then', async ({
  page,
  program,
}) => {
  const id = await written(program, 'The dog leaned on my leg.', [], '2026-01-05');
  await page.goto(`/#/journal/${id}`);
  await editor(page).waitFor();
  let letGo = () => {};
  const isClosed = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/make_export', async (route) => {
    const response = await route.fetch();
    await isClosed;
    await route.fulfill({ response });
  });
  await press(page, button(page, say('taking_entries')));
  await button(dialog(page), say('taking_save')).click();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(held(page)).toBeVisible();
  letGo();
  await expect(held(page)).toContainText(say('taking_held_entries'));
  expect(await faults(page)).toEqual([]);
  await page.goto('/#/timer');
  const file = await saved(page, button(held(page), say('taking_save')));
  expect(file.name).toMatch(/^entries-\d{4}-\d\d-\d\d\.pdf$/);
  expect(pdfWords(file)).toContain('The dog leaned on my leg.');
  await expect(held(page)).toHaveCount(0);
});

test('a file that was made for a page that has gone is offered, and let go of when it is not wanted', async ({
  page,
  program,
}) => {
  const id = await written(program, 'tea \u{f8ffe}', [], '2026-01-05');
  await page.goto(`/#/journal/${id}`);
  await editor(page).waitFor();
  await press(page, button(page, say('taking_entries')));
  await button(dialog(page), say('taking_save')).click();
  const told = say('taking_unset', { signs: '\u{f8ffe}' });
  await expect(dialog(page)).toContainText(told);
  await page.reload();
  await expect(held(page)).toContainText(told);
  await press(page, button(held(page), say('taking_discard')));
  await expect(held(page)).toHaveCount(0);
  await expect.poll(() => program.call('get_made_export', null)).toBeNull();
});

test.describe('with a passphrase', () => {
  test.use({ lock: { lock: 'passphrase', passphrase: 'a small grey stone' } });

  test('the page says that it is in the locked file', async ({ page, program }) => {
    await furnishSheets(program);
    await program.call('lock', null);
    await page.goto('/#/help/take-along');
    await expect(page.getByText(say('help_sheet_closed'))).toBeVisible();
    await expect(page.getByText('numb since')).toHaveCount(0);
  });
});
