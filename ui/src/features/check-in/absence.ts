// The words for little or nothing, with those for "no word" first.
import type { WordSet } from '$host/generated/wire';

/** The list ends with the answers for when there is no word; nobody should have to look for those. */
export const absenceWords = ({ absence }: WordSet): string[] => [
  ...absence.slice(-2),
  ...absence.slice(0, -2),
];
