// Text is text in every script: what is read as one is found as one, in the list and in the open entry.
import { editor, entries, list, search, side, tagsOf, written } from '../support/journal.ts';
import { button } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const found: [text: string, typed: string, marked: string][] = [
  ['cafe\u0301s by the sea and cafés too', 'cafes', 'cafe\u0301s'],
  ['It was a won\u00adder\u00adful evening', 'wonderful', 'won\u00adder\u00adful'],
  ['a mid\u200bnight walk', 'midnight', 'mid\u200bnight'],
  ['新しいUSBを買った', 'usb', 'USB'],
  ['今天跑了5公里，体重70kg', '70kg', '70kg'],
  ['ＵＳＢ stick', 'USB', 'ＵＳＢ'],
  ['ｶﾌｪで休む', 'カフェ', 'ｶﾌｪ'],
  ['A hard day 🌧 and then soup', '🌧', '🌧'],
  ['שָׁלוֹם עולם', 'שלום', 'שָׁלוֹם'],
  ['чай с лимоном', 'чай', 'чай'],
  ['και\u0300 καλά', 'καλα', 'καλά'],
  ['\u1112\u1161\u11ab국', '한국', '\u1112\u1161\u11ab국'],
];

for (const [text, typed, marked] of found)
  test(`${typed} is found in "${text}" and marked in the list and in the entry`, async ({
    page,
    program,
  }) => {
    await written(program, text);
    await written(program, 'another page');
    await page.goto('/#/journal');
    await search(page).fill(typed);
    await expect(list(page).getByRole('link')).toHaveCount(1);
    // Not `toHaveText`, which makes one of what is composed and what is not.
    await expect.poll(() => list(page).locator('mark').first().textContent()).toBe(marked);
    await list(page).getByRole('link').click();
    await expect.poll(() => editor(page).locator('mark').first().textContent()).toBe(marked);
  });

test('signs that cannot be looked for are named, alone and beside a word', async ({ page, program }) => {
  await written(program, 'soup + bread');
  await page.goto('/#/journal');
  for (const [typed, links] of [
    ['→', 0],
    ['soup +', 1],
  ] as const) {
    await search(page).fill(typed);
    await expect(page.getByText(say('search_unsought', { what: typed.at(-1) ?? '' }))).toBeVisible();
    await expect(list(page).getByRole('link')).toHaveCount(links);
  }
});

test('a tag that looks like one in use becomes that one, and one that is not seen is none', async ({
  page,
  program,
}) => {
  await written(program, 'old', ['йод']);
  const id = await written(program, 'new');
  await page.goto(`/#/journal/${id}`);
  const field = page.getByRole('combobox', { name: say('tags_add') });
  for (const typed of ['и\u0306од', '\u00ad']) {
    await field.fill(typed);
    await field.press('Enter');
  }
  await expect.poll(() => tagsOf(program, id)).toEqual(['йод']);
  await side(page, 'journal_tags').click();
  await expect(list(page).getByRole('button', { name: 'йод', exact: true })).toHaveCount(1);
});

test('an entry that is emptied again leaves nothing, and can be begun again where one comes back', async ({
  page,
  program,
}) => {
  await page.goto('/#/journal/new');
  await editor(page).click();
  await page.keyboard.type('oops');
  await expect.poll(async () => (await entries(program)).length).toBe(1);
  for (let at = 0; at < 4; at++) await page.keyboard.press('Backspace');
  await page.keyboard.press('F1');
  await expect.poll(() => entries(program)).toEqual([]);
  await page.goBack();
  await editor(page).click();
  await page.keyboard.type('soup');
  await expect.poll(async () => (await entries(program)).map(({ excerpt }) => excerpt)).toEqual(['soup']);
  await button(page, say('journal_new')).click();
  expect((await entries(program)).length).toBe(1);
});
