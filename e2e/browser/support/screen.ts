// What a screen is, for what must hold on all of them, and the plain ways to one.
import type { Page } from '@playwright/test';
import type { LockChoice } from '../../../ui/src/host/generated/wire.ts';
import { heading } from './page.ts';
import type { Program } from './program.ts';

export interface Screen {
  name: string;
  /** How the journal is set up; null for none yet. */
  lock?: LockChoice | null;
  /** The commands it means to be refused. */
  refused?: string[];
  size?: { width: number; height: number };
  go(page: Page, program: Program): Promise<void>;
}

/** An address is all it takes. */
export const at = (place: string) => async (page: Page) => {
  await page.goto(`/#/${place}`);
  await heading(page).waitFor();
};
/** Opens all that is folded. */
export const unfoldAll = (page: Page) =>
  page.evaluate(() =>
    document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')),
  );
