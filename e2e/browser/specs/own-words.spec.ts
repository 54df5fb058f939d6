// Words for a check-in: one's own stay for the next time, and what ships can be left out.
import type { Page } from '@playwright/test';
import { button, press, scale, step, tabTo } from '../support/page.ts';
import { unfoldAll } from '../support/screen.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const ownField = (page: Page) => page.getByLabel(say('check_in_own_word'));
const ownWords = (page: Page) => page.getByRole('group', { name: say('check_in_own_words') });
const part = (page: Page, key: 'check_in_words' | 'check_in_body') =>
  page.getByRole('button', { name: new RegExp(`^${say(key)}`) });

async function begin(page: Page) {
  await page.goto('/#/today');
  await press(page, step(scale(page, say('check_in_question')), 0), 'Space');
}

test('a word of one’s own is there the next time, for feelings and for the body apart', async ({
  page,
  program,
}) => {
  await begin(page);
  await press(page, part(page, 'check_in_words'));
  await tabTo(page, ownField(page));
  await page.keyboard.type('woolly');
  await page.keyboard.press('Enter');
  await expect(ownWords(page).getByRole('button', { name: 'woolly' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await press(page, part(page, 'check_in_words'));
  await press(page, part(page, 'check_in_body'));
  await tabTo(page, ownField(page));
  await page.keyboard.type('salt in the throat');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => program.call('list_check_ins', 5))
    .toMatchObject([{ words: ['woolly'], body: ['salt in the throat'] }]);

  await page.goto('about:blank');
  await program.restart();
  await page.goto('/#/today');
  await press(page, button(page, say('today_another')));
  await press(page, step(scale(page, say('check_in_question')), 0), 'Space');
  await press(page, part(page, 'check_in_words'));
  await expect(ownWords(page).getByRole('button')).toHaveText(['woolly']);
  await press(page, ownWords(page).getByRole('button', { name: 'woolly' }));
  await expect.poll(() => program.call('list_check_ins', 1)).toMatchObject([{ words: ['woolly'], body: [] }]);
  await press(page, part(page, 'check_in_words'));
  await press(page, part(page, 'check_in_body'));
  await expect(ownWords(page).getByRole('button')).toHaveText(['salt in the throat']);
});

test('it is taken away in Settings and brought back, and the check-in that has it keeps it', async ({
  page,
  program,
}) => {
  await program.call('mark_word', { word: 'woolly', becomes: 'feeling' });
  const kept = {
    id: null,
    feel: { level: 2 },
    energy: null,
    comfort: null,
    words: ['woolly'],
    body: [],
    note: '',
  };
  await program.call('save_check_in', kept);
  await page.goto('/#/settings');
  await press(page, button(page, say('words_remove', { word: 'woolly' })));
  await expect(page.getByText(say('words_none'))).toBeVisible();
  await expect(ownWords(page)).toBeFocused();
  expect(await program.call('list_check_ins', 1)).toMatchObject([{ words: ['woolly'] }]);
  await press(page, button(page, say('kit_undo')));
  await expect(button(page, say('words_remove', { word: 'woolly' }))).toBeVisible();
});

test('a word that is left out is not offered, not even with little energy, until it is again', async ({
  page,
  program,
}) => {
  const { offered } = await program.call('list_words', null);
  const [word, other] = offered.absence.slice(2);
  await page.goto('/#/settings');
  await press(page, page.locator('summary', { hasText: say('check_in_words_absence') }));
  const leftOut = page
    .getByRole('group', { name: say('check_in_words_absence') })
    .getByRole('button', { name: word!, exact: true });
  await press(page, leftOut);
  await expect(leftOut).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await program.call('list_words', null)).own.hidden).toEqual([word]);
  await begin(page);
  await press(page, part(page, 'check_in_words'));
  await expect(button(page, other!)).toBeVisible();
  await expect(button(page, word!)).toHaveCount(0);
  await page.goto('/#/settings');
  // The words are read first, and folded.
  await page.locator('summary', { hasText: say('check_in_words_absence') }).waitFor();
  await unfoldAll(page);
  await press(page, leftOut);
  await expect.poll(async () => (await program.call('list_words', null)).own.hidden).toEqual([]);
});
