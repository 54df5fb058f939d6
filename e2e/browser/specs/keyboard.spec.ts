// The whole way through the program by keyboard alone. There is no click in this file.
import { button, heading, press, scale, step, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

test.describe('by keyboard alone', () => {
  test.use({ lock: null });

  test('from the first run to Help', async ({ page, program }) => {
    test.slow();
    const link = (name: string) => page.getByRole('link', { name });
    await page.goto('/');

    // The first run. In a group of radios Tab reaches the chosen one, arrows move.
    const noLock = page.getByRole('radio', { name: say('first_run_no_lock') });
    await tabTo(page, page.getByRole('radio', { checked: true }));
    while (!(await noLock.isChecked())) await page.keyboard.press('ArrowDown');
    await press(page, button(page, say('first_run_begin')));
    await expect(heading(page)).toHaveText(say('nav_today'));

    // A check-in.
    const feel = scale(page, say('check_in_question'));
    await press(page, step(feel, 0), 'Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(step(feel, 2)).toBeChecked();
    await expect.poll(() => program.call('list_check_ins', 5)).toMatchObject([{ feel: { level: 2 } }]);

    // An entry, begun from anywhere; Tab leads out of the text again.
    await page.keyboard.press('Control+j');
    const editor = page.getByRole('textbox', { name: say('editor_label') });
    await tabTo(page, editor);
    await page.keyboard.type('Typed and never clicked.');
    const entries = () => program.call('list_entries', { after: null, limit: 5 });
    await expect.poll(entries).toMatchObject([{ excerpt: 'Typed and never clicked.' }]);
    await page.keyboard.press('Tab');
    await expect(editor).not.toBeFocused();

    // Both are there after the program was closed.
    await page.goto('about:blank');
    await program.restart();
    await page.goto('/');
    await expect(step(feel, 2)).toBeChecked();
    await page.keyboard.press('Control+2');
    await press(page, link('Typed and never clicked.'));
    await expect(editor).toHaveText('Typed and never clicked.');

    // An activity from an idea: done, and rated.
    await page.keyboard.press('Control+3');
    await expect(heading(page)).toHaveText(say('nav_doing'));
    await press(page, page.getByRole('button', { name: like('doing_idea_add_label') }));
    await expect.poll(() => program.call('list_activities', null)).toHaveLength(1);
    const [activity] = await program.call('list_activities', null);
    await press(page, link(activity!.title));
    await press(page, button(page, say('doing_begin')));
    await press(page, button(page, say('play_done')));
    await press(page, step(scale(page, say('doing_rate_pleasure')), 0), 'ArrowRight');
    await expect
      .poll(() => program.call('list_activity_log', 5))
      .toMatchObject([{ outcome: 'done', pleasure: 1, mastery: null }]);
    await press(page, button(page, say('doing_back_list')));

    // A routine: one step done, one skipped, then stopped.
    const [routine] = await program.call('list_routines', null);
    await tabTo(page, page.getByRole('tab', { name: say('doing_tab_activities') }));
    await page.keyboard.press('ArrowRight');
    await press(page, link(routine!.title));
    await press(page, button(page, say('doing_begin')));
    await expect(heading(page)).toHaveText(routine!.steps[0]!.text);
    await page.keyboard.press('Space');
    await expect(heading(page)).toHaveText(routine!.steps[1]!.text);
    await page.keyboard.press('s');
    await expect(heading(page)).toHaveText(routine!.steps[2]!.text);
    await page.keyboard.press('Escape');
    await expect(heading(page)).toHaveText(say('play_stopped_title'));

    // A library item and its steps.
    const item = (await program.call('list_library', null)).find((one) => one.steps.length > 1)!;
    await page.keyboard.press('Control+4');
    await press(page, link(item.title));
    await press(page, link(say('library_begin')));
    await press(page, button(page, say('play_next')));
    await expect(page.getByText(item.steps[1]!.text, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(heading(page)).toHaveText(item.title);

    // Help, from anywhere.
    await page.keyboard.press('F1');
    await expect(heading(page)).toHaveText(say('nav_help'));
    await expect(page.getByText(say('help_emergency'))).toBeVisible();
  });
});

test('a dialog keeps the focus inside, and gives it back when it closes', async ({ page }) => {
  await page.goto('/#/help');
  const add = button(page, say('help_person_add'));
  await press(page, add);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(say('help_person_name'))).toBeFocused();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(add).toBeFocused();
});

test('the first Tab leads past the rail', async ({ page }) => {
  await page.goto('/#/library');
  await heading(page).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: say('nav_skip') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();
});

test('a new entry is begun by its keys while the one before has not been kept yet', async ({
  page,
  program,
}) => {
  await page.goto('/#/journal/new');
  const editor = page.getByRole('textbox', { name: say('editor_label') });
  await editor.click();
  await page.keyboard.type('The first');
  await page.keyboard.press('Control+j');
  await expect(editor).not.toContainText('The first');
  await expect(editor).toBeFocused();
  await page.keyboard.type('The second');
  const entries = () => program.call('list_entries', { after: null, limit: 5 });
  await expect.poll(entries).toMatchObject([{ excerpt: 'The second' }, { excerpt: 'The first' }]);
});
