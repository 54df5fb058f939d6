// The name of a folded part, with what has been given in it.
import { factsText } from '$lib/locale.svelte';

export const given = (part: string, answer: string | number | null): string =>
  answer === null || answer === '' ? part : factsText([part, String(answer)]);
