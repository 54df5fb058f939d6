// What is seen as one sign is one for the keys.
import { editor, texts, written } from '../support/journal.ts';
import { expect, test } from '../support/test.ts';

const signs = ['👨‍👩‍👧‍👦', '❤️‍🔥', '🇩🇪', '👍🏽', '1️⃣', 'e\u0301', '\u1112\u1161\u11ab', 'क्षि', 'ที่'];

for (const sign of signs)
  test(`${sign} goes as one, is passed over as one and is selected as one`, async ({ page, program }) => {
    await page.goto(`/#/journal/${await written(program, `a${sign}b`)}`);
    await expect(editor(page)).toBeFocused();
    const becomes = (text: string) => expect.poll(() => texts(program)).toEqual([text]);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('x');
    await becomes(`ax${sign}b`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Backspace');
    await becomes('axb');
    await page.keyboard.press('Control+z');
    await becomes(`ax${sign}b`);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await becomes('axb');
    await page.keyboard.press('Control+z');
    await becomes(`ax${sign}b`);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.type('y');
    await becomes('axyb');
  });

test('a field that is full is not left with a part of a sign', async ({ page, program }) => {
  const { writing } = await program.call('get_preferences', null);
  await program.call('set_preferences', {
    ...(await program.call('get_preferences', null)),
    writing: { ...writing, shows_title: true },
  });
  await page.goto(`/#/journal/${await written(program, 'x')}`);
  await expect(editor(page)).toBeFocused();
  const title = page.locator('.title textarea');
  await title.focus();
  await page.keyboard.insertText('a'.repeat(495));
  await page.keyboard.insertText('👨‍👩‍👧‍👦');
  await expect(title).toHaveValue('a'.repeat(495));
  await page.keyboard.insertText('🇩🇪b');
  await expect(title).toHaveValue(`${'a'.repeat(495)}🇩🇪b`);
});
