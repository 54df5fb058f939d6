// Doing: an activity with its guess and ratings, the shelves, and routines played step by step.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { like, say } from '../support/words.ts';

const scale = (page: Page, label: string) => page.getByRole('radiogroup', { name: label });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test.describe('an activity', () => {
  const walk = {
    id: null,
    shelf: 'mine',
    title: 'Walk to the corner',
    smaller: 'Stand at the door',
    minutes: 5,
    energy: 'low',
  } as const;

  test('is added, changed, deleted and brought back', async ({ page, program }) => {
    await page.goto('/#/doing');
    await press(page, say('doing_shelf_mine'));
    await expect(page.getByText(say('doing_mine_empty_title'))).toBeVisible();
    await press(page, say('doing_add_own'));
    await page.getByLabel(say('doing_form_title')).fill(walk.title);
    await page.getByLabel(say('doing_form_smaller')).fill(walk.smaller);
    await page.getByLabel(say('doing_form_minutes')).selectOption({ label: say('doing_minutes', { n: 5 }) });
    await press(page, say('doing_form_keep'));
    await expect(page.getByRole('link', { name: walk.title })).toBeVisible();
    expect(await program.call('list_activities', null)).toMatchObject([{ ...walk, id: expect.any(Number) }]);

    await press(page, say('doing_edit', { title: walk.title }));
    await page.getByLabel(say('doing_form_title')).fill('Walk to the gate');
    await press(page, say('doing_form_keep'));
    await expect(page.getByRole('link', { name: 'Walk to the gate' })).toBeVisible();

    await press(page, say('doing_delete', { title: 'Walk to the gate' }));
    await expect(page.getByRole('link', { name: 'Walk to the gate' })).toBeHidden();
    await page.getByText(say('doing_deleted', { title: 'Walk to the gate' })).waitFor();
    await press(page, say('kit_undo'));
    await expect(page.getByRole('link', { name: 'Walk to the gate' })).toBeVisible();
    expect(await program.call('list_activities', null)).toHaveLength(1);
  });

  test('comes from an idea with one press', async ({ page, program }) => {
    await page.goto('/#/doing');
    await press(page, say('doing_shelf_ladder'));
    const idea = page.getByRole('button', {
      name: like('doing_idea_add_label'),
    });
    await idea.first().click();
    await expect.poll(() => program.call('list_activities', null)).toMatchObject([{ shelf: 'ladder' }]);
    const [added] = await program.call('list_activities', null);
    await expect(page.getByRole('link', { name: added!.title })).toBeVisible();
  });

  test('keeps the guess before and each rating after', async ({ page, program }) => {
    const { id } = await program.call('save_activity', walk);
    await page.goto('/#/doing');
    await press(page, say('doing_shelf_mine'));
    await page.getByRole('link', { name: walk.title }).click();
    const guess = scale(page, say('doing_guess'));
    await expect(guess.getByRole('radio', { checked: true })).toHaveCount(0);
    await guess.getByRole('radio', { name: '2', exact: true }).click();
    await press(page, say('doing_begin'));
    await press(page, say('doing_part_of_it'));
    await scale(page, say('doing_rate_pleasure')).getByRole('radio', { name: '3', exact: true }).click();
    await scale(page, say('doing_rate_closeness')).getByRole('radio', { name: /^10/ }).click();

    const expected = {
      activity: id,
      title: walk.title,
      outcome: 'part_of_it',
      guess: 2,
      pleasure: 3,
      mastery: null,
      closeness: 10,
    };
    await expect.poll(() => program.call('list_activity_log', 5)).toMatchObject([expected]);
    await press(page, say('doing_back_list'));
    await page.getByText(say('doing_latest')).click();
    await expect(page.getByText(say('doing_outcome_part_of_it')).last()).toBeVisible();
  });

  test('stops at once and asks nothing', async ({ page, program }) => {
    const { id } = await program.call('save_activity', walk);
    await page.goto(`/#/doing/activities/${id}`);
    await page.getByRole('switch', { name: say('doing_smaller') }).check();
    await press(page, say('doing_begin'));
    await expect(page.getByRole('heading', { level: 1, name: walk.smaller })).toBeVisible();
    await press(page, say('play_stop'));
    await expect(page.getByRole('heading', { level: 1, name: say('doing_stopped_title') })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect
      .poll(() => program.call('list_activity_log', 5))
      .toMatchObject([{ outcome: 'stopped', guess: null, pleasure: null }]);
  });
});

test.describe('a routine', () => {
  test('is played to its end, with a step skipped', async ({ page, program }) => {
    const [routine] = await program.call('list_routines', null);
    await page.goto('/#/doing/routines');
    await page.getByRole('link', { name: routine!.title }).click();
    await press(page, say('doing_begin'));
    const heading = page.getByRole('heading', { level: 1 });
    for (const [at, step] of routine!.steps.entries()) {
      await expect(heading).toHaveText(step.text);
      await press(page, at === 1 ? say('play_skip') : say('play_done'));
    }
    await expect(heading).toHaveText(say('play_finished_title'));
    await press(page, say('doing_back_list'));
    await expect(page).toHaveURL(/#\/doing\/routines$/);
  });

  test('goes back a step, and Escape stops it without a question', async ({ page, program }) => {
    const [routine] = await program.call('list_routines', null);
    await page.goto(`/#/doing/routines/${routine!.id}`);
    await press(page, say('doing_begin'));
    const heading = page.getByRole('heading', { level: 1 });
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(routine!.steps[1]!.text);
    await press(page, say('play_back'));
    await expect(heading).toHaveText(routine!.steps[0]!.text);
    await page.keyboard.press('Escape');
    await expect(heading).toHaveText(say('play_stopped_title'));
    await press(page, say('doing_back_elsewhere'));
    await expect(page).toHaveURL(/#\/today$/);
  });

  test('that made it worse ends at once and leads to grounding and Help', async ({ page, program }) => {
    const [routine] = await program.call('list_routines', null);
    await page.goto(`/#/doing/routines/${routine!.id}`);
    await press(page, say('doing_begin'));
    await press(page, say('play_worse'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('play_made_worse_title'));
    await expect(page.getByRole('main').getByRole('link', { name: say('nav_help') })).toBeVisible();
    await page.getByRole('link', { name: say('play_steadying_open') }).click();
    await expect(page).toHaveURL(/#\/library\/five-senses-round\/play$/);
    const items = await program.call('list_library', null);
    expect(items.map((item) => item.id)).toContain('five-senses-round');
  });
});
