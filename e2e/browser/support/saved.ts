// Files that were saved, as other programs read them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { press } from './page.ts';

export interface Saved {
  name: string;
  path: string;
  text: string;
}

/** Presses `target` by the keyboard and takes what is saved. */
export async function saved(page: Page, target: Locator): Promise<Saved> {
  const saving = page.waitForEvent('download');
  await press(page, target);
  const file = await saving;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What another program says. What it complains of is told only when it fails. */
const told = (program: string, given: string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', stdio: 'pipe' });

/** The words of a PDF in the order they are read. */
export const pdfWords = ({ path }: Saved): string =>
  squeezed(told('pdftotext', ['-enc', 'UTF-8', path, '-']));

export const pdfInfo = ({ path }: Saved): string => told('pdfinfo', [path]);

/** What those who listen to a PDF are told. */
export const pdfHeard = ({ path }: Saved): string => told('pdfinfo', ['-struct-text', path]);

/** Width and height of each picture in a PDF, in dots. */
export const pdfPictures = ({ path }: Saved): string[] =>
  told('pdfimages', ['-list', path])
    .split('\n')
    .slice(2)
    .filter((row) => row.trim())
    .map((row) => row.trim().split(/\s+/).slice(3, 5).join(' x '));

/** The words that stand on the page inside `place`, without the marks that a list draws. */
export const wordsIn = async (place: Locator): Promise<string> => squeezed(await place.innerText());
