// The name of a folded part, with what has been given in it.
import { m } from '$lib/messages';

export const given = (part: string, answer: string | number | null): string =>
  answer === null || answer === '' ? part : m.check_in_part_given({ part, answer });
