// Ways to begin of one's own: questions among the others, questions left out, and forms made from a page.
import type { Page } from '@playwright/test';
import { editor, texts, written } from '../support/journal.ts';
import { button, press, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const ways = (page: Page) => page.getByRole('group', { name: say('beginning_title') });
const question = (page: Page) =>
  page.getByRole('region', { name: say('journal_entry') }).locator('.question p');
const dialog = (page: Page) => page.getByRole('dialog');

test('a question of one’s own is added, changed and removed with a way back, by keyboard alone', async ({
  page,
  program,
}) => {
  await page.goto('/#/journal/new');
  await press(page, button(ways(page), say('own_open')));
  await press(page, button(dialog(page), say('own_question_add')));
  await expect(dialog(page).getByLabel(say('own_question'), { exact: true })).toBeFocused();
  await page.keyboard.type('What did the river do?');
  await tabTo(page, dialog(page).getByRole('radio', { name: say('beginning_light') }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await press(page, button(dialog(page), say('own_keep')));
  await expect(dialog(page).getByRole('list', { name: say('own_questions') })).toContainText(
    'What did the river do?',
  );
  expect(await program.call('list_own_prompts', null)).toMatchObject([{ weight: 'heavy' }]);

  await press(page, button(dialog(page), say('own_change', { what: 'What did the river do?' })));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('And the sea?');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await program.call('list_own_prompts', null))[0]?.text).toBe('And the sea?');

  await press(page, button(dialog(page), say('own_remove', { what: 'And the sea?' })));
  await expect.poll(() => program.call('list_own_prompts', null)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await press(page, button(page, say('kit_undo')));
  await expect.poll(() => program.call('list_own_prompts', null)).toMatchObject([{ text: 'And the sea?' }]);
});

test('one’s own heavy question comes with a warning, a step back and an end of its own', async ({
  page,
  program,
}) => {
  await program.call('save_own_prompt', { id: null, text: 'And the sea?', weight: 'heavy' });
  // All the others are left out. Its own turn may come before theirs.
  for (let turns = 0; turns < 2;) {
    const prompt = await program.call('offer_prompt', { weight: 'heavy' });
    if (!prompt || prompt.text === 'And the sea?') turns++;
    else await program.call('leave_out_prompt', { prompt: prompt.key, is_left_out: true });
  }
  await page.goto('/#/journal/new');
  await button(page, say('beginning_question')).click();
  await button(page, say('beginning_heavy')).click();
  await expect(page.getByText(say('beginning_heavy_title'))).toBeVisible();
  await button(page, say('beginning_heavy_open')).click();
  await expect(question(page)).toHaveText('And the sea?');
  await expect(page.getByText(say('beginning_close'))).toBeVisible();
  await expect(button(page, say('beginning_leave_out'))).toHaveCount(0);
  await expect(button(page, say('beginning_write_for', { n: 5 }))).toBeVisible();
});

test('a question that does not fit is left out, and let in again', async ({ page, program }) => {
  await page.goto('/#/journal/new');
  await press(page, button(ways(page), say('beginning_question')));
  const text = await question(page).innerText();
  await press(page, button(ways(page), say('beginning_leave_out')));
  await expect(question(page)).not.toHaveText(text);
  expect(await program.call('list_left_out_prompts', null)).toMatchObject([{ text }]);

  await page.goto('/#/today');
  await page.goto('/#/journal/new');
  await press(page, button(ways(page), say('own_open')));
  await press(page, button(dialog(page), say('own_let_in_named', { question: text })));
  await expect.poll(() => program.call('list_left_out_prompts', null)).toEqual([]);
});

test('a page becomes a form, which stands ready on a blank one, is renamed and removed', async ({
  page,
  program,
}) => {
  const id = await written(program, '- window: \n- hands: ');
  await page.goto(`/#/journal/${id}`);
  await press(page, button(page, say('more_open')));
  await press(page, dialog(page).getByRole('button', { name: say('more_form_hint') }));
  await expect(dialog(page).getByLabel(say('form_name'))).toBeFocused();
  await page.keyboard.type('Evening');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  expect(await texts(program)).toEqual(['- window: \n- hands: ']);

  await page.goto('/#/journal/new');
  await press(page, button(ways(page), 'Evening'));
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('dark');
  await expect.poll(async () => (await texts(program)).sort()).toContain('- window: dark\n- hands: ');

  await page.goto('/#/today');
  await page.goto('/#/journal/new');
  await press(page, button(ways(page), say('own_open')));
  await press(page, button(dialog(page), say('own_rename', { name: 'Evening' })));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Late evening');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('list', { name: say('own_forms') })).toHaveText(/Late evening/);
  await press(page, button(dialog(page), say('own_remove', { what: 'Late evening' })));
  await page.keyboard.press('Escape');
  await expect(button(ways(page), 'Late evening')).toHaveCount(0);
  await press(page, button(page, say('kit_undo')));
  await expect(button(ways(page), 'Late evening')).toBeVisible();
});
