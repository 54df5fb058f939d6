// What was deleted or written over can be seen and brought back, and let go of only after being asked.
import { readFileSync, renameSync } from 'node:fs';
import { damaged, damagedLog } from '../support/data-file.ts';
import { button, press, tabTo } from '../support/page.ts';
import { editor, entries, list, side, texts, written } from '../support/journal.ts';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

test.describe('the bin', () => {
  test.beforeEach(async ({ page, program }) => {
    for (const text of ['a kept one', '**an** old one', 'another old one'])
      await written(program, text, ['old'], '2026-01-05');
    const [last, middle] = await entries(program);
    await program.call('delete_entry', last!.id);
    await program.call('delete_entry', middle!.id);
    await page.goto('/#/journal');
    await press(page, side(page, 'journal_bin'));
  });

  test('shows what was deleted and until when, and brings it back as it was', async ({ page, program }) => {
    const row = list(page)
      .getByRole('listitem')
      .filter({ hasText: /^an old one/ });
    await expect(row).toContainText('5 January 2026');
    await press(page, button(row, say('bin_bring_back')));
    await expect(editor(page)).toContainText('old one');
    await expect(editor(page)).toBeFocused();
    expect(await texts(program)).toEqual(['**an** old one', 'a kept one']);
    expect((await program.call('get_entry', (await entries(program))[0]!.id)).tags).toEqual(['old']);
    await expect(list(page).getByRole('listitem')).toHaveCount(1);
  });

  test('lets one go after it was asked, and not before', async ({ page, program }) => {
    const row = list(page).getByRole('listitem', { name: 'another old one' });
    await press(page, button(row, say('bin_let_go')));
    await press(page, button(page.getByRole('dialog'), say('bin_keep')));
    expect(await program.call('list_bin', null)).toHaveLength(2);
    await press(page, button(row, say('bin_let_go')));
    await press(page, button(page.getByRole('dialog'), say('bin_let_go')));
    await expect.poll(() => program.call('list_bin', null)).toHaveLength(1);
    await expect(row).toHaveCount(0);
    await expect(page.getByRole('group', { name: say('bin_label') })).toBeFocused();
  });

  test('is emptied after one question', async ({ page, program }) => {
    await press(page, button(list(page), say('bin_empty')));
    await press(page, button(page.getByRole('dialog'), say('bin_empty')));
    await expect(page.getByText(say('bin_empty_title'))).toBeVisible();
    expect(await program.call('list_bin', null)).toEqual([]);
    expect(await texts(program)).toEqual(['a kept one']);
  });
});

test('an earlier state is read and brought back by keyboard alone, and that is taken back', async ({
  page,
  program,
}) => {
  const id = await written(program, 'first words');
  await program.call('close_entry', id);
  await page.goto(`/#/journal/${id}`);
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('other words');
  await press(page, button(page, say('earlier_title')));
  const dialog = page.getByRole('dialog');
  await press(page, dialog.getByRole('button', { name: 'first words' }));
  await expect(dialog.getByRole('region', { name: say('earlier_text') })).toHaveText('first words');
  await press(page, button(dialog, say('earlier_bring_back')));
  await expect(editor(page)).toHaveText('first words');
  expect(await texts(program)).toEqual(['first words']);
  await press(page, button(page, say('kit_undo')));
  await expect(editor(page)).toHaveText('other words');
  await expect.poll(() => texts(program)).toEqual(['other words']);
});

test('an entry without earlier states says so', async ({ page, program }) => {
  const id = await written(program, 'only words');
  await page.goto(`/#/journal/${id}`);
  await tabTo(page, button(page, say('earlier_title')));
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('earlier_none'))).toBeVisible();
});

test.describe('what the disk does not take or give', () => {
  test.use({ refused: ['save_entry', 'get_entry', 'list_tags', 'list_entries'] });

  test('what is written while the folder is away stays on the page, goes into a file, and is kept once it is back', async ({
    page,
    program,
  }) => {
    const id = await written(program, 'a line that is kept');
    await page.goto(`/#/journal/${id}`);
    await editor(page).click();
    await page.keyboard.press('Control+End');
    const folder = program.folder!;
    renameSync(folder, `${folder}.away`);
    await page.keyboard.type(' and one that came later');
    await expect(page.getByText(say('error_trouble_gone'))).toBeVisible();
    const download = page.waitForEvent('download');
    await press(page, button(page, say('journal_keep_elsewhere')));
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toBe('a line that is kept and one that came later\n');
    await editor(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(', and more');
    renameSync(`${folder}.away`, folder);
    await expect(page.getByText(say('error_trouble_gone'))).toBeHidden();
    await expect
      .poll(async () => (await program.call('get_entry', id)).text)
      .toBe('a line that is kept and one that came later, and more');
  });

  test('an entry on a damaged page is told, the rest is read, and what can be read goes into a new file', async ({
    page,
    program,
  }) => {
    const kept = await written(program, 'a kept line', ['old']);
    const lost = await damaged(program);
    await page.goto(`/#/journal/${lost}`);
    await expect(page.getByText(say('error_trouble_damaged'))).toBeVisible();
    await page.goto(`/#/journal/${kept}`);
    await expect(editor(page)).toContainText('a kept line');
    await page.goto(`/#/journal/${lost}`);
    await press(page, button(page, say('damage_see')));
    await expect(page.getByText(say('damage_text', { n: 1 }))).toBeVisible();
    await press(page, button(page, say('damage_keep')));
    await expect(page.getByText(say('damage_kept_title'))).toBeVisible();
    await expect(page.getByText(like('damage_lost'))).toContainText(say('damage_entries', { n: 1 }));
    await page.goto(`/#/journal/${kept}`);
    await expect(editor(page)).toContainText('a kept line');
    expect(await program.call('check_file', null)).toEqual({ damaged_pages: 0 });
  });

  test('saves that a damaged log has lost are told, and where a copy lies, until that was seen', async ({
    page,
    program,
  }) => {
    for (const text of ['one line', 'another line', 'a last line']) await written(program, text);
    await damagedLog(program);
    await page.goto('/');
    await expect(page.getByText(say('lost_title'))).toBeVisible();
    await press(page, page.getByRole('link', { name: say('lost_see') }));
    await expect(page.getByText(say('lost_text'))).toBeVisible();
    await expect(page.getByText('/set-aside-')).toBeVisible();
    await press(page, button(page, say('lost_seen')));
    await expect(page.getByText(say('lost_title'))).toBeHidden();
    await page.goto('/');
    await expect(page.getByRole('heading', { name: say('nav_today'), level: 1 })).toBeVisible();
    await expect(page.getByText(say('lost_title'))).toBeHidden();
  });
});
