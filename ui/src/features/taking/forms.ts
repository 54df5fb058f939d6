// The forms in which something is taken along: what there is to choose from, and the file that comes of it.
import type { Manuscript, Paper, PaperSize } from '$host/generated/wire';
import { bytesOf } from '$lib/bytes';
import { m } from '$lib/messages';
import type { SetPages } from '$state/pages.svelte';
import { htmlOf } from './html';

export const paperSizes = () =>
  (['a4', 'letter'] as const).map((value) => ({ value, label: m[`taking_size_${value}`]() }));

export type Form = 'pdf' | 'html' | 'markdown';

export const formChoices = <F extends Form>(forms: readonly F[]) =>
  forms.map((value) => ({
    value,
    label: m[`taking_as_${value}`](),
    hint: m[`taking_as_${value}_hint`](),
  }));

/** More signs than these are not named one by one. */
const mostNamed = 30;

/** Which signs a file holds only as [?], in one sentence. */
export function unsetInWords(unset: readonly string[]): string {
  const signs = unset.slice(0, mostNamed).join(' ');
  return m.taking_unset({ signs: unset.length > mostNamed ? `${signs} …` : signs });
}

export interface TakenFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Signs that it holds only as [?]. */
  unset: readonly string[];
}

/** A manuscript as a file; `set` sets its pages. */
export async function fileOf(
  form: Exclude<Form, 'markdown'>,
  manuscript: Manuscript,
  size: PaperSize,
  set: (paper: Paper) => Promise<SetPages>,
): Promise<TakenFile> {
  if (form === 'html') return { bytes: bytesOf(htmlOf(manuscript)), unset: [] };
  const { pages, pdf } = await set({ manuscript, size, is_one_page: false });
  return { bytes: pdf, unset: pages.unset };
}
