// A list to tick and a table while they are written: by keyboard, by pointer, and as they are kept.
import { editor, texts, written } from '../support/journal.ts';
import { button, tabTo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

test('a list to tick is begun by its tool, goes on by itself, and is ticked by keyboard and by pointer', async ({
  page,
  program,
}) => {
  const entry = await written(program, 'For today:');
  await page.goto(`/#/journal/${entry}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  const tool = page.getByRole('button', { name: like('editor_task') });
  await tool.click();
  await expect(editor(page)).toBeFocused();
  await expect(tool).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type('tea');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a window open');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => texts(program)).toEqual(['For today:\n- [ ] tea\n- [x] a window open']);
  const box = (name: string) => editor(page).getByRole('checkbox', { name });
  // The line one writes on shows its marks.
  await expect(box('tea')).not.toBeChecked();
  await expect(box('a window open')).toHaveCount(0);
  await box('tea').click();
  await expect(box('tea')).toBeChecked();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('!');
  await expect.poll(() => texts(program)).toEqual(['For today:\n- [x] tea\n- [x] a window open!']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(box('tea')).not.toBeChecked();
  await tabTo(page, button(page, say('editor_heading')));
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ArrowRight');
  await expect(tool).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => texts(program)).toEqual(['For today:\n- [ ] tea\na window open']);
});

test('a box has a name, also where nothing is written beside it', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, '- [ ] \n- [ ] tea\n\nAfter.')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  const boxes = editor(page).getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  await expect(boxes.first()).toHaveAccessibleName(say('editor_task_blank'));
  await expect(boxes.last()).toHaveAccessibleName('tea');
  await boxes.first().click();
  await expect.poll(() => texts(program)).toEqual(['- [x] \n- [ ] tea\n\nAfter.']);
});

test('the columns of a table are even, and not a letter of it is changed', async ({ page, program }) => {
  const text = '| day | felt |\n|--|-:|\n| Mo | **2** |\n|Wednesday||\n\nAfter.';
  await page.goto(`/#/journal/${await written(program, text)}`);
  await expect(editor(page)).toBeFocused();
  const cells = editor(page).locator('.cm-cell');
  const sides = () =>
    cells.evaluateAll((all) =>
      all
        .map((cell) => cell.getBoundingClientRect())
        .map(({ left, right }) => [Math.round(left), Math.round(right)]),
    );
  const isEven = async () => {
    const [first, second, ...rest] = await sides();
    expect(rest).toEqual([first, second, first, second, first, second]);
  };
  await isEven();
  // Where one writes the marks are shown, and the columns stay.
  await editor(page).getByText('2', { exact: true }).click();
  await expect(editor(page).getByText('**2**')).toBeVisible();
  await isEven();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('on ');
  await isEven();
  await expect.poll(() => texts(program)).toEqual([text.replace('| Mo', '|on  Mo')]);
});
