// Finding things on the page the way a person names them.
import { expect, type Locator, type Page } from '@playwright/test';
import { say, type Key } from './words.ts';

type Place = Page | Locator;

export const scale = (place: Place, label: string) => place.getByRole('radiogroup', { name: label });

/** A step of a scale; its ends are spoken with their meaning. */
export const step = (group: Locator, n: number) =>
  group.getByRole('radio', { name: new RegExp(`^${n}(,|$)`) });

export const button = (place: Place, name: string) => place.getByRole('button', { name, exact: true });

/** The sentence at the top that says where one is. */
export const heading = (place: Place) => place.getByRole('heading', { level: 1 });

/** Opens what is folded under `summary`. */
export const unfold = (place: Place, summary: string) =>
  place.locator('summary').getByText(summary, { exact: true }).click();

/** Presses Tab until `target` has the focus, as a person would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    const isThere = await target
      .first()
      .evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${target}`);
}

/** The same, and a key. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Choosing in a group of radios by the arrow keys. */
export async function choose(page: Page, group: Key, option: Key): Promise<void> {
  const radios = scale(page, say(group));
  const wanted = radios.getByRole('radio', { name: say(option), exact: true });
  await tabTo(page, radios.getByRole('radio', { checked: true }));
  for (let presses = 0; presses < 5 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}
