// Concrete or circling? Asked only by whoever opens it; a circle gets smaller questions, and nothing is read.
import { editor, texts, written } from '../support/journal.ts';
import { button, press } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

test.beforeEach(async ({ page, program }) => {
  const id = await written(program, 'Why am I like this');
  await page.goto(`/#/journal/${id}`);
  await expect(editor(page)).toBeFocused();
  await press(page, button(page, say('more_open')));
  await press(page, page.getByRole('dialog').getByRole('button', { name: say('more_circling_hint') }));
});

test('a smaller question is put below what is written, and one writes on under it', async ({
  page,
  program,
}) => {
  const dialog = page.getByRole('dialog');
  await press(page, button(dialog, say('circling_cant_tell')));
  await expect(dialog.getByText(say('circling_circle'))).toBeFocused();
  await press(page, dialog.getByRole('button', { name: say('circling_to_like_this') }));
  await expect(dialog).toHaveCount(0);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('Tea.');
  await expect
    .poll(() => texts(program))
    .toEqual([`Why am I like this\n\n${say('circling_to_like_this')}\nTea.`]);
});

test('a step gets one line, and a circle can be parked', async ({ page, program }) => {
  const dialog = page.getByRole('dialog');
  await press(page, button(dialog, say('circling_yes')));
  await press(page, button(dialog, say('circling_go_on')));
  await expect(dialog).toHaveCount(0);
  expect(await texts(program)).toEqual(['Why am I like this']);

  await press(page, button(page, say('more_open')));
  await press(page, dialog.getByRole('button', { name: say('more_circling_hint') }));
  await press(page, button(dialog, say('circling_no')));
  await press(page, button(dialog, say('circling_park')));
  await expect(page.getByRole('dialog', { name: say('worry_title') })).toBeVisible();
  await expect(dialog.getByLabel(say('worry_text'))).toBeFocused();
});
