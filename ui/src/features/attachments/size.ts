// How long a file is, in words.
import { amountText } from '$lib/locale.svelte';

export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? amountText(Math.max(1, bytes / 1_000), 'kilobyte', 0)
    : amountText(bytes / 1_000_000, 'megabyte', 1);
}
