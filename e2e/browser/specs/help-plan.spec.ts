// My safety plan and my page for an appointment: written and read by keyboard alone, and there again after a restart.
import { faults } from '../support/axe.ts';
import { button, heading, press, tabTo } from '../support/page.ts';
import { furnish } from '../support/furnishing.ts';
import { furnishSheets } from '../support/help-screens.ts';
import { expect, test, type Page } from '../support/test.ts';
import type { Program } from '../support/program.ts';
import { pdfInfo, pdfWords, saved } from '../support/saved.ts';
import { say } from '../support/words.ts';

const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name });
const addTo = (page: Page, part: string) => button(page, say('plan_line_add_to', { part }));
const kept = async (program: Program) =>
  (await program.call('list_plan_lines', null)).map(({ part, text, person }) =>
    person ? `${part}: ${person.name}, ${text}` : `${part}: ${text}`,
  );

test('a plan is written and read again after a restart, by keyboard alone', async ({ page, program }) => {
  await program.call('save_person', {
    id: null,
    name: 'Ona',
    reach: '555 0101',
  });
  await page.goto('/');
  await heading(page).waitFor();
  await page.keyboard.press('F1');
  await press(page, link(page, say('help_plan')));
  await expect(heading(page)).toBeFocused();
  await press(page, link(page, say('help_sheet_begin')));

  await press(page, addTo(page, say('help_part_signs')));
  await page.keyboard.type('not answering anyone');
  await page.keyboard.press('Enter');
  await page.keyboard.type('awake at four');
  // Kept at a pause, without leaving the field.
  await expect.poll(() => kept(program)).toEqual(['signs: not answering anyone', 'signs: awake at four']);
  await press(page, button(page, say('plan_line_up', { line: 'awake at four' })));
  await expect.poll(() => kept(program)).toEqual(['signs: awake at four', 'signs: not answering anyone']);

  const ask = say('help_part_ask');
  await press(page, button(page, say('plan_line_add_person', { name: 'Ona', part: ask })));
  const about = page.getByLabel(say('help_line_about', { name: 'Ona' }));
  await tabTo(page, about);
  await page.keyboard.type('she is up late');
  await press(page, link(page, say('help_sheet_done')));
  await expect(page.getByRole('heading', { level: 2, name: say('help_part_signs') })).toBeVisible();

  await page.goto('about:blank');
  await program.restart();
  await page.goto('/');
  await heading(page).waitFor();
  await page.keyboard.press('F1');
  await press(page, link(page, say('help_plan')));
  const main = page.getByRole('main');
  await expect(main.getByText('awake at four')).toBeVisible();
  await expect(main.getByText('she is up late')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(main.getByText('she is up late')).toBeVisible();
  await expect(main.getByText('555 0101')).toBeVisible();
  await expect(main.getByText('awake at four')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(main.getByText('awake at four')).toBeVisible();
  await press(page, button(page, say('help_read_whole')), 'Space');
  await expect(main.getByText('she is up late')).toBeVisible();
  await expect(main.getByText('awake at four')).toBeVisible();
  // The way back leads to the same link.
  await press(page, link(page, say('nav_help')));
  await expect(link(page, say('help_plan'))).toBeFocused();
});

test('a line is changed, deleted and brought back; an emptied one goes', async ({ page, program }) => {
  await furnish(program);
  await furnishSheets(program);
  await page.goto('/#/help/plan/write');
  const first = page.getByLabel(say('plan_line_nth', { part: say('help_part_alone'), n: 1 }), {
    exact: true,
  });
  await first.fill('the blanket and a record');
  await first.blur();
  await expect.poll(() => kept(program)).toContain('alone: the blanket and a record');
  await button(page, say('help_person_delete', { name: 'the blanket and a record' })).click();
  await expect.poll(() => kept(program)).not.toContain('alone: the blanket and a record');
  await button(page, say('kit_undo')).click();
  await expect.poll(() => kept(program)).toContain('alone: the blanket and a record');
  await expect(first).toHaveValue('the blanket and a record');
  await first.fill('');
  await first.blur();
  await expect.poll(() => kept(program)).not.toContain('alone: the blanket and a record');
  await button(page, say('kit_undo')).click();
  await expect(first).toHaveValue('the blanket and a record');
});

test.describe('a line that is too long', () => {
  test.use({ refused: ['save_plan_line'] });

  test('is one sentence, and what was typed stays', async ({ page, program }) => {
    await page.goto('/#/help/plan/write');
    await addTo(page, say('help_part_signs')).click();
    const field = page.getByLabel(say('plan_line_nth', { part: say('help_part_signs'), n: 1 }), {
      exact: true,
    });
    await field.fill('a'.repeat(501));
    await field.blur();
    await expect(page.getByText(say('error_invalid_text_too_long', { max: 500 }))).toBeVisible();
    await expect(field).toHaveValue('a'.repeat(501));
    expect(await kept(program)).toEqual([]);
  });
});

test('someone deleted from my people stays in the plan in words', async ({ page, program }) => {
  await furnish(program);
  await furnishSheets(program);
  await page.goto('/#/help');
  await button(page, say('help_person_delete', { name: 'Ona' })).click();
  await expect.poll(() => kept(program)).toContain('ask: Ona, next door, any evening, she is up late');
  await button(page, say('kit_undo')).click();
  await expect.poll(() => kept(program)).toContain('ask: Ona, she is up late');
});

test('a page for an appointment leads to what can be read about it', async ({ page, program }) => {
  await page.goto('/#/help');
  await press(page, link(page, say('help_appointment')));
  await press(page, link(page, say('help_appointment_read')));
  await expect(heading(page)).toHaveText('Preparing for a first appointment');
  await press(page, link(page, 'A note for the prescriber'));
  await expect(heading(page)).toHaveText('A note for the prescriber');
  await expect(page.getByText(say('library_review_none'))).toBeVisible();
  await page.goto('/#/help/appointment/write');
  await press(page, addTo(page, say('help_part_prescriber')));
  await page.keyboard.type('less since spring');
  await page.keyboard.press('F1');
  await expect.poll(() => kept(program)).toEqual(['prescriber: less since spring']);
});

test('a printed plan is whole, and the page alone', async ({ page, program }) => {
  await furnish(program);
  await furnishSheets(program);
  await page.goto('/#/help/plan');
  await page.getByText('not answering anyone').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const text of ['not answering anyone', 'the library, second floor', 'Ona keeps the key for me'])
    await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('the plan is saved as a file, by keyboard: its words, and the emergency number on every page', async ({
  page,
  program,
}) => {
  await furnishSheets(program);
  await page.goto('/#/help/plan');
  await press(page, button(page, say('help_sheet_save')));
  const dialog = page.getByRole('dialog', { name: say('help_sheet_save') });
  await expect(dialog).toContainText(say('taking_not_encrypted'));
  expect(await faults(page)).toEqual([]);
  const file = await saved(page, button(dialog, say('taking_save')));
  expect(file.name).toMatch(/^plan-\d{4}-\d\d-\d\d\.pdf$/);
  const words = pdfWords(file);
  for (const part of [
    say('help_plan'),
    say('help_part_signs'),
    'not answering anyone',
    'Ona keeps the key for me',
    say('help_emergency_on_paper', { numbers: '999' }),
  ])
    expect(words).toContain(part);
  // What is for the appointment is not part of it.
  expect(words).not.toContain('numb since about spring');
  expect(pdfInfo(file)).toMatch(/Tagged: +yes/);

  await press(page, button(page, say('help_sheet_save')));
  await page.keyboard.press('ArrowDown');
  const html = await saved(page, button(dialog, say('taking_save')));
  expect(html.name).toMatch(/\.html$/);
  for (const part of ['not answering anyone', say('help_emergency_on_paper', { numbers: '999' })])
    expect(html.text).toContain(part);
});

test.describe('with a passphrase', () => {
  test.use({ lock: { lock: 'passphrase', passphrase: 'a small grey stone' } });

  test('Help works from the lock, and says what is in the locked file', async ({ page, program }) => {
    await furnishSheets(program);
    await program.call('lock', null);
    await page.goto('/');
    await page.getByLabel(say('lock_passphrase'), { exact: true }).waitFor();
    await page.keyboard.press('F1');
    await expect(page.getByRole('main').getByText('999', { exact: true })).toBeVisible();
    await expect(page.getByText(say('help_people_closed'))).toBeVisible();
    await press(page, link(page, say('help_plan')));
    await expect(page.getByText(say('help_sheet_closed'))).toBeVisible();
    await expect(page.getByText('not answering anyone')).toHaveCount(0);
    await expect(page.getByRole('main').getByText('999')).toBeVisible();
    await page.goto('/#/help/when-to-get-help-today');
    await expect(heading(page)).not.toHaveText(say('nav_help'));
  });
});
