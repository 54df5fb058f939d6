// The forms in which something is taken along: what there is to choose from, and the file that comes of it.
import type { Manuscript, Pages, Paper, PaperSize } from '$host/generated/wire';
import { bytesOf, fromBase64 } from '$lib/bytes';
import { m } from '$lib/messages';
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

/** A manuscript as the bytes of a file; `set` sets its pages. */
export async function fileOf(
  form: Exclude<Form, 'markdown'>,
  manuscript: Manuscript,
  size: PaperSize,
  set: (paper: Paper) => Promise<Pages>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (form === 'html') return bytesOf(htmlOf(manuscript));
  const { pdf } = await set({ manuscript, size, is_one_page: false, unset: m.taking_unset() });
  return fromBase64(pdf);
}
