// Beside an entry, folded: what was checked in and done on its day.
import { written } from '../support/journal.ts';
import { press } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test('an entry shows what its day holds, and leads to what was done', async ({ page, program }) => {
  const id = await written(program, 'The kettle was loud.');
  const other = await written(program, 'Long ago', [], '2026-01-05');
  await page.goto(`/#/journal/${id}`);
  const summary = page.locator('summary').getByText(say('day_context_title'));
  await expect(page.getByRole('combobox')).toBeVisible();
  await expect(summary).toHaveCount(0);

  await program.call('save_check_in', {
    ...{ id: null, feel: { level: 2 }, energy: null, comfort: null },
    ...{ words: ['numb'], body: [], note: 'in the kitchen' },
  });
  const { id: activity } = await program.call('save_activity', {
    ...{ id: null, shelf: 'mine', title: 'Water the fern', smaller: '' },
    ...{ minutes: null, energy: 'none' },
  });
  await program.call('start_activity', { activity, is_smaller: false, guess: null });
  const held = page.getByRole('list', { name: say('day_context_title') });
  await expect(summary).toBeVisible();
  await expect(held).toBeHidden();
  await press(page, page.locator('summary'));
  await expect(held).toContainText('in the kitchen');
  await page.goto(`/#/journal/${other}`);
  await expect(page.getByRole('combobox')).toBeVisible();
  await expect(summary).toHaveCount(0);
  await page.goto(`/#/journal/${id}`);
  await press(page, page.locator('summary'));
  await press(page, held.getByRole('link', { name: 'Water the fern' }));
  await expect(page).toHaveURL(new RegExp(`#/doing/activities/${activity}$`));
});
