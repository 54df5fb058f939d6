// Lists by the keyboard: an item goes into the one above it and comes out, on any layout; a numbered list to tick goes on.
import { editor, texts, written } from '../support/journal.ts';
import { tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like } from '../support/words.ts';

test('an item goes into the one above it by keys, and comes out again', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, '1. tea\n2. green\n3. walk')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+]');
  await expect.poll(() => texts(program)).toEqual(['1. tea\n   1. green\n2. walk']);
  await page.keyboard.press('Control+[');
  await expect.poll(() => texts(program)).toEqual(['1. tea\n2. green\n3. walk']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(program)).toEqual(['1. tea\n   1. green\n2. walk']);
});

test('the keys are found by their place where a layout has other letters there', async ({
  page,
  program,
}) => {
  await page.goto(`/#/journal/${await written(program, '- tea\n- green')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  const press = (code: string, key: string) =>
    editor(page).evaluate(
      (content, init) => {
        content.dispatchEvent(
          new KeyboardEvent('keydown', {
            ...init,
            ctrlKey: true,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      },
      { code, key },
    );
  for (const [right, left] of [
    ['+', 'ü'],
    ['$', '^'],
    ['ъ', 'х'],
    ['د', 'ج'],
  ] as const) {
    await press('BracketRight', right);
    await expect.poll(() => texts(program)).toEqual(['- tea\n  - green']);
    await press('BracketLeft', left);
    await expect.poll(() => texts(program)).toEqual(['- tea\n- green']);
  }
  await press('Digit9', ']');
  await expect.poll(() => texts(program)).toEqual(['- tea\n  - green']);
});

test('the tools are there in a list, and are reached by the arrow keys', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'words\n\n- tea\n- green')}`);
  await expect(editor(page)).toBeFocused();
  const into = page.getByRole('button', { name: like('editor_nest') });
  await page.keyboard.press('Control+Home');
  await expect(into).toHaveCount(0);
  await page.keyboard.press('Control+End');
  await into.click();
  await expect(editor(page)).toBeFocused();
  await expect.poll(() => texts(program)).toEqual(['words\n\n- tea\n  - green']);
  await tabTo(page, page.getByRole('toolbar').getByRole('button').first());
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: like('editor_unnest') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => texts(program)).toEqual(['words\n\n- tea\n- green']);
});

test('a numbered list to tick goes on with its boxes, and ends at an empty one', async ({
  page,
  program,
}) => {
  await page.goto(`/#/journal/${await written(program, '1) [ ] tea')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('walk');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After.');
  await expect.poll(() => texts(program)).toEqual(['1) [ ] tea\n2) [ ] walk\nAfter.']);
});
