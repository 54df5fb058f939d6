// The forms in which something is taken along: what there is to choose from, and how the file is called.
import type { DocumentForm, MadeExport, PaperSize } from '$host/generated/wire';
import { m } from '$lib/messages';

export const paperSizes = () =>
  (['a4', 'letter'] as const).map((value) => ({ value, label: m[`taking_size_${value}`]() }));

export type Form = 'pdf' | 'html' | 'markdown';

export const formChoices = <F extends Form>(forms: readonly F[]) =>
  forms.map((value) => ({
    value,
    label: m[`taking_as_${value}`](),
    hint: m[`taking_as_${value}_hint`](),
  }));

export const documentForm = (form: 'pdf' | 'html', size: PaperSize): DocumentForm =>
  form === 'pdf' ? { form, size } : { form };

export const fileName = ({ of, ending }: MadeExport, day: string): string =>
  of === 'plan' ? m.taking_file_plan({ day, ending }) : m.taking_file_entries({ day, ending });

/** More signs than these are not named one by one. */
const mostNamed = 30;

/** Which signs a file holds only as [?], in one sentence. */
export function unsetInWords(unset: readonly string[]): string {
  const signs = unset.slice(0, mostNamed).join(' ');
  return m.taking_unset({ signs: unset.length > mostNamed ? `${signs} …` : signs });
}
