// The pages inside Help: two sheets of one's own lines, and what there is to read from the library.
import { navigation } from '$state/navigation.svelte';
import { sheets, type Sheet } from '$state/plan-lines.svelte';

export const readings = [
  'when-to-get-help-today',
  'kinds-of-help',
  'ways-to-talk',
  'first-appointment',
  'note-for-the-prescriber',
  'when-a-helper-does-not-fit',
] as const;
export type Reading = (typeof readings)[number];

/** The small window has few commands: what needs more is not offered there. */
export const isSmallWindow = () => navigation.before?.at === 'check-in';

export const isSheet = (page: string | undefined): page is Sheet => page !== undefined && page in sheets;

export const isReading = (page: string | undefined): page is Reading => readings.some((id) => id === page);
