// Small ways out and back: from Help to where one was, and from a field for a day by Enter or Escape.
import type { Page } from '@playwright/test';
import { editor, entries, written } from '../support/journal.ts';
import { button, heading, scale, step } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const waysBack: [string, (page: Page) => Promise<void>][] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['F1', (page) => page.keyboard.press('F1')],
  ['Back', async (page) => void (await page.goBack())],
];

for (const [name, goBack] of waysBack) {
  test(`from a long entry to Help and back by ${name}, cursor and place are as they were`, async ({
    page,
    program,
  }) => {
    const lines = Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n\n');
    const id = await written(program, lines);
    await page.goto(`/#/journal/${id}`);
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Control+Home');
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('PageDown');
    await page.keyboard.press('Home');
    const scroller = page.locator('.cm-scroller');
    const top = await scroller.evaluate(({ scrollTop }) => scrollTop);
    expect(top).toBeGreaterThan(100);
    await page.keyboard.press('F1');
    await expect(heading(page)).toHaveText(say('nav_help'));
    await goBack(page);
    await expect(editor(page)).toBeFocused();
    await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(top - 30);
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBeLessThan(top + 30);
    await page.keyboard.type('HERE ');
    await expect
      .poll(async () =>
        (await program.call('get_entry', id)).text.split('\n').find((line) => line.startsWith('HERE')),
      )
      .toMatch(/^HERE (line \d+)?$/);
    expect((await program.call('get_entry', id)).text.startsWith('HERE')).toBe(false);
    expect((await program.call('get_entry', id)).text.endsWith('HERE ')).toBe(false);
  });
}

test('from other places Help leads back to what had the focus, and as far down as one was', async ({
  page,
}) => {
  await page.goto('/#/library');
  const rows = page.getByRole('main').getByRole('link');
  await expect(rows.nth(12)).toBeVisible();
  await rows.nth(12).focus();
  const main = page.locator('#page');
  const top = await main.evaluate((place) => (place.scrollTo(0, 400), place.scrollTop));
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await page.keyboard.press('Escape');
  await expect(rows.nth(12)).toBeFocused();
  await expect.poll(() => main.evaluate(({ scrollTop }) => Math.round(scrollTop))).toBe(Math.round(top));
});

test('a look at Help leaves the line on Today and the small window as they were', async ({
  page,
  program,
}) => {
  await page.goto('/#/today');
  const line = page.getByRole('textbox', { name: say('line_title') });
  await line.fill('half a');
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await page.keyboard.press('Escape');
  await expect(line).toHaveValue('half a');
  await expect(line).toBeFocused();
  await line.fill('half a thought');
  await expect
    .poll(async () => (await entries(program)).map(({ excerpt }) => excerpt))
    .toEqual(['half a thought']);

  await page.goto('/#/check-in');
  await step(scale(page, say('check_in_question')), 4).check();
  await expect.poll(() => program.call('list_check_ins', 5)).toHaveLength(1);
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await page.keyboard.press('Escape');
  await expect(step(scale(page, say('check_in_question')), 4)).toBeChecked();
  await step(scale(page, say('check_in_energy_question')), 3).check();
  await expect
    .poll(() => program.call('list_check_ins', 5))
    .toMatchObject([{ energy: 3, feel: { level: 4 } }]);
});

test('Escape on a page inside Help leads back to the entry', async ({ page, program }) => {
  const id = await written(program, 'words');
  await page.goto(`/#/journal/${id}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await page.goto('/#/help/people');
  await heading(page).waitFor();
  await page.keyboard.press('Escape');
  await expect(editor(page)).toBeFocused();
});

test('in the dialog for the day of an entry Enter confirms and Escape changes nothing', async ({
  page,
  program,
}) => {
  const id = await written(program, 'from before', [], '2026-03-09');
  const on = async () => (await program.call('get_entry', id)).on;
  await page.goto(`/#/journal/${id}`);
  const open = page.getByRole('button', { name: say('journal_day_change') });
  const field = page.getByLabel(say('journal_day_field'), { exact: true });

  await open.click();
  await expect(field).toBeFocused();
  await page.keyboard.type('04');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await on()).toBe('2026-03-09');

  await open.click();
  // The day or the month, by what comes first here.
  await page.keyboard.type('04');
  const typed = await field.inputValue();
  expect(typed).toMatch(/2026-03-04|2026-04-09/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(on).toBe(typed);
});

test('where a computer has no date field, the day is written as text with the same keys', async ({
  page,
  program,
}) => {
  // As a web view that does not know the type takes it.
  await page.addInitScript(() => {
    const known = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type')!;
    Object.defineProperty(HTMLInputElement.prototype, 'type', {
      ...known,
      set(this: HTMLInputElement, type: string) {
        known.set?.call(this, type === 'date' ? 'text' : type);
      },
    });
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function (deep) {
      const made = clone.call(this, deep);
      const inside = 'querySelectorAll' in made ? [...(made as Element).querySelectorAll('input')] : [];
      for (const one of [made, ...inside])
        if (one instanceof HTMLInputElement && one.type === 'date') one.setAttribute('type', 'text');
      return made;
    };
  });
  const id = await written(program, 'from before', [], '2026-03-09');
  const on = async () => (await program.call('get_entry', id)).on;
  await page.goto(`/#/journal/${id}`);
  const open = page.getByRole('button', { name: say('journal_day_change') });
  const field = page.getByLabel(say('journal_day_field'), { exact: true });
  for (const [typed, key, then] of [
    ['2026-03-05', 'Escape', '2026-03-09'],
    ['2026-02-31', 'Enter', '2026-03-09'],
    ['2026-03', 'Enter', '2026-03-09'],
    ['2026-03-05', 'Enter', '2026-03-05'],
  ] as const) {
    await open.click();
    await expect(field).toHaveAttribute('type', 'text');
    await field.fill(typed);
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(on).toBe(then);
  }
});

test('a worry is parked for another day by Enter in its date', async ({ page, program }) => {
  await page.goto('/#/today');
  await button(page, say('worry_title')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('worry_text')).fill('the rent');
  await dialog.getByRole('radio', { name: say('worry_other_time') }).check();
  await dialog.getByLabel(say('worry_day'), { exact: true }).fill('2999-01-31');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect((await program.call('list_worries', null)).parked).toMatchObject([{ on: '2999-01-31' }]);
});
