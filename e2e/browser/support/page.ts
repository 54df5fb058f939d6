// Finding things on the page the way a person names them.
import type { Locator, Page } from '@playwright/test';

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
