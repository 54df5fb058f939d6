// Something flickered: three presses from Today or the journal, and it can be let be.
import { entries, texts, written } from '../support/journal.ts';
import { button, press } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test('three presses from Today keep a word and where it came from, and undo takes all of it back', async ({
  page,
  program,
}) => {
  await page.goto('/#/today');
  const dialog = page.getByRole('dialog', { name: say('flicker_title') });
  await press(page, button(page, say('flicker_title')));
  await expect(dialog.getByText(say('flicker_allow'))).toBeVisible();
  await press(page, button(dialog, 'slightly warm'));
  await expect.poll(() => texts(program)).toEqual(['Slightly warm.']);
  await press(page, button(dialog, say('flicker_choice_heard')));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(say('flicker_kept'))).toBeVisible();
  expect(await texts(program)).toEqual([
    say('flicker_entry_from', { word: 'Slightly warm', place: 'heard' }),
  ]);
  expect(await entries(program)).toMatchObject([{ title: say('flicker_title') }]);
  await press(page, button(page, say('kit_undo')));
  await expect.poll(() => entries(program)).toEqual([]);
});

test('left after the word, it is kept with the word; no word is a word too', async ({ page, program }) => {
  const id = await written(program, 'a page');
  await page.goto(`/#/journal/${id}`);
  await press(page, button(page, say('more_open')));
  await press(page, page.getByRole('dialog').getByRole('button', { name: say('more_flicker_hint') }));
  const dialog = page.getByRole('dialog', { name: say('flicker_title') });
  await press(page, button(dialog, say('flicker_no_word')));
  await expect(dialog.getByText(say('flicker_from'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => texts(program)).toEqual([say('flicker_entry_no_word'), 'a page']);
  await expect(page.getByText(say('flicker_kept'))).toBeVisible();
});

test('closed without a word, nothing is kept and nothing is said', async ({ page, program }) => {
  await page.goto('/#/today');
  await press(page, button(page, say('flicker_title')));
  await press(page, button(page, say('flicker_more')));
  await expect(button(page, 'awake')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await entries(program)).toEqual([]);
  await expect(page.getByText(say('flicker_kept'))).toHaveCount(0);
});
