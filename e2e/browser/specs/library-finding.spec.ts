// Finding in the library: words, chips, for right now, muted topics, and where one stopped.
import type { Page } from '@playwright/test';
import type { LibraryFilter } from '../../../ui/src/host/generated/wire.ts';
import { button, heading, press, unfold } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const field = (page: Page) => page.getByLabel(say('library_filter_words'));
const left = (page: Page) => page.getByRole('main').getByRole('status');

const filterOf = (parts: Partial<LibraryFilter>): LibraryFilter => ({
  ...{ typed: '', need: null, kinds: [], length: null, energy: null, topic: null, favourites: false },
  ...parts,
});

async function countOf(program: Program, parts: Partial<LibraryFilter>): Promise<number> {
  return (await program.call('search_library', filterOf(parts))).hits.length;
}

test('words find as they are typed, the title first, and what was found is marked', async ({
  page,
  program,
}) => {
  const all = await program.call('list_library', null);
  await page.goto('/#/library');
  await expect(left(page)).toHaveText(say('library_all', { n: all.length }));
  await expect(rows(page)).toHaveCount(all.length);

  await field(page).pressSequentially('SLÒW bre');
  await expect(rows(page).first()).toContainText('Six slow breaths');
  await expect(rows(page).first().locator('mark').first()).toHaveText('slow');
  const n = await countOf(program, { typed: 'slow bre' });
  await expect(left(page)).toHaveText(say('library_left', { n }));

  // A word that stands only in the text of an item.
  const [hit] = (await program.call('search_library', filterOf({ typed: 'organization' }))).hits;
  await field(page).fill('organization');
  await expect(page.locator('main mark').first()).toHaveText(/organization/i);
  await rows(page).first().getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#/library/${hit!.item}$`));

  // Coming back finds the same list.
  await page.goBack();
  await expect(field(page)).toHaveValue('organization');
  await expect(page.locator('main mark').first()).toBeVisible();
});

test('chips narrow together, and when nothing fits one press loosens', async ({ page, program }) => {
  await page.goto('/#/library');
  await button(page, say('library_need_sleep')).click();
  await expect(rows(page)).toHaveCount(await countOf(program, { need: 'sleep' }));
  await unfold(page, say('library_filter_more'));
  await button(page, say('library_energy_none')).click();
  const quiet = await countOf(program, { need: 'sleep', energy: 'none' });
  await expect(rows(page)).toHaveCount(quiet);
  await expect(left(page)).toHaveText(say('library_left', { n: quiet }));
  // One of a group, or none.
  await button(page, say('library_energy_low')).click();
  await expect(button(page, say('library_energy_none'))).toHaveAttribute('aria-pressed', 'false');
  await expect(rows(page)).toHaveCount(await countOf(program, { need: 'sleep', energy: 'low' }));

  await button(page, 'Food').click();
  await expect(page.getByText(say('library_none_title'))).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${say('library_loosen_topic')}`) }).click();
  await expect(rows(page)).toHaveCount(await countOf(program, { need: 'sleep', energy: 'low' }));
  await expect(field(page)).toBeFocused();

  await field(page).fill('qwertz');
  await page.getByRole('button', { name: new RegExp(`^${say('library_loosen_typed')}`) }).click();
  await expect(field(page)).toHaveValue('');
  await button(page, say('library_filter_clear')).click();
  await expect(rows(page)).toHaveCount((await program.call('list_library', null)).length);
});

test('what was kept can be looked at alone', async ({ page, program }) => {
  for (const item of ['name-the-room', 'open-the-curtain'])
    await program.call('set_library_mark', { item, is_favourite: true, is_left_out: false });
  await page.goto('/#/library');
  await button(page, say('library_only_favourites')).click();
  await expect(rows(page)).toHaveCount(2);
});

test('for right now, by keyboard alone', async ({ page, program }) => {
  await page.goto('/#/library');
  const energy = page.getByRole('radiogroup', { name: say('library_filter_energy') });
  const time = page.getByRole('radiogroup', { name: say('library_now_length') });
  await press(page, energy.getByRole('radio').first(), 'Space');
  await press(page, time.getByRole('radio').first(), 'Space');
  const offered = page.getByRole('list', { name: say('library_now') }).getByRole('listitem');
  await expect(offered).toHaveCount(3);
  await expect(page.getByText(say('library_now_why_none', { n: 2 }))).toBeVisible();
  const first = await offered.first().innerText();

  await press(page, button(page, say('library_now_other')));
  await expect(offered.first()).not.toHaveText(first);
  await expect(button(page, say('library_now_other'))).toBeFocused();

  // More time: other things, none longer than that.
  const chosen = time.getByRole('radio', { checked: true });
  for (let presses = 0; presses < 9; presses++) {
    if (await chosen.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(say('library_now_why_none', { n: 5 }))).toBeVisible();
  const ask = { energy: 'none', length: 'five_minutes', turn: 0 } as const;
  const [id] = (await program.call('get_right_now', ask)).items;
  const item = (await program.call('list_library', null)).find((one) => one.id === id)!;
  expect(item.minutes).toBeLessThanOrEqual(5);
  await press(page, offered.first().getByRole('link'));
  await expect(heading(page)).toHaveText(item.title);
});

test('a muted topic is met nowhere, opens only after it was said once, and Help is never muted', async ({
  page,
  program,
}) => {
  await page.goto('/#/settings/muted');
  await button(page, 'Death and loss').click();
  await button(page, 'Thoughts of suicide').click();
  await expect
    .poll(async () => (await program.call('get_settings', null)).muted)
    .toEqual(['death', 'suicide']);

  await page.goto('/#/library');
  await expect(page.getByText('Permission to do nothing')).toBeVisible();
  await expect(page.getByText('Grief that goes quiet')).toBeHidden();
  await expect(page.getByText('When to get help today')).toBeVisible();
  await field(page).fill('grief that goes');
  await expect(page.getByText(say('library_none_muted'))).toBeVisible();
  await expect(page.getByText('Grief that goes quiet')).toBeHidden();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: say('nav_help') })).toBeVisible();

  // Ideas.
  await page.goto('/#/doing');
  for (const idea of await program.call('list_activity_ideas', null))
    if (idea.touches.includes('death'))
      await expect(page.getByText(idea.title, { exact: true })).toBeHidden();

  // A direct link.
  await page.goto('/#/library/grief-that-goes-quiet');
  await expect(heading(page)).toHaveText(say('library_first_title'));
  await expect(main).toContainText('death and loss');
  await button(page, say('library_first_open')).click();
  await expect(heading(page)).toHaveText('Grief that goes quiet');
  await expect(heading(page)).toBeFocused();
  await page.goto('/#/today');
  await page.goto('/#/library/grief-that-goes-quiet');
  await expect(heading(page)).toHaveText('Grief that goes quiet');

  // What Help leads to opens at once.
  await page.goto('/#/help');
  await page.getByRole('link', { name: say('help_signs_more') }).click();
  await expect(heading(page)).toHaveText('When to get help today');

  // It comes back from the library itself.
  await page.goto('/#/library');
  await field(page).fill('');
  await unfold(page, say('muted_title'));
  await button(page, 'Death and loss').click();
  await expect(page.getByText('Grief that goes quiet')).toBeVisible();
});

test('the steps of an item left half-way are offered once', async ({ page, program }) => {
  const item = (await program.call('list_library', null)).find(({ id }) => id === 'five-senses-round')!;
  const offer = page.getByText(say('library_stop', { title: item.title }));
  await page.goto(`/#/library/${item.id}/play`);
  await button(page, say('play_next')).click();
  await button(page, say('play_next')).click();
  await page.keyboard.press('Escape');
  await expect(heading(page)).toHaveText(say('play_stopped_title'));
  await page.goto('/#/today');
  await expect(heading(page)).toHaveText(say('nav_today'));

  await page.goto('/#/library');
  await expect(offer).toBeVisible();
  await page.getByRole('link', { name: say('library_stop_go_on') }).click();
  await expect(page.getByText(item.steps[2]!.text, { exact: true })).toBeVisible();
  // Gone through to the end, it is not offered again.
  for (let at = 3; at < item.steps.length; at++) await button(page, say('play_next')).click();
  await button(page, say('play_end')).click();
  await page.goto('/#/today');
  await expect(heading(page)).toHaveText(say('nav_today'));
  await page.goto('/#/library');
  await expect(heading(page)).toHaveText(say('nav_library'));
  await expect(offer).toBeHidden();
  expect(await program.call('get_library_stop', null)).toBeNull();
});

test('a text left half-way is gone on with where it was, at another size of text', async ({
  page,
  program,
}) => {
  await page.setViewportSize({ width: 720, height: 520 });
  await page.goto('/#/library/feeling-unreal');
  const part = page.locator('main .reading p').nth(2);
  const words = (await part.innerText()).slice(0, 40);
  await part.evaluate((element) => {
    const heard = new Promise<Event>((done) =>
      addEventListener('scroll', done, { capture: true, once: true }),
    );
    element.scrollIntoView();
    return heard.then(() => {});
  });
  await page.goto('/#/today');
  await expect.poll(() => program.call('get_library_stop', null)).not.toBeNull();
  const { text_size, ...others } = await program.call('get_preferences', null);
  await program.call('set_preferences', { ...others, text_size: text_size + 50 });

  await page.goto('/#/library');
  await page.getByRole('link', { name: say('library_stop_go_on') }).click();
  await expect(page.getByText(words)).toBeInViewport();
  await expect(page.getByText(words)).toBeFocused();
});

test('not now puts the offer away for good', async ({ page, program }) => {
  await program.call('set_library_stop', { item: 'five-senses-round', place: { step: 2 } });
  await page.goto('/#/library');
  await press(page, button(page, say('library_stop_no')));
  await expect(page.getByRole('link', { name: say('library_stop_go_on') })).toBeHidden();
  await expect(heading(page)).toBeFocused();
  expect(await program.call('get_library_stop', null)).toBeNull();
});
