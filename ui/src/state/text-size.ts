// How large the text is: the program's own size, which the zoom keys change too, in every window.
import { session } from './session.svelte';

/** Percent. */
export const textSizes = [100, 125, 150, 175, 200] as const;

/** One step larger (1) or smaller (-1), or as at first (0). At either end nothing happens. */
export async function zoomText(by: 1 | -1 | 0): Promise<void> {
  const now = session.textSize;
  const sizes: readonly number[] = by < 0 ? textSizes.toReversed() : textSizes;
  const next = by === 0 ? textSizes[0] : sizes.find((size) => (size - now) * by > 0);
  if (next !== undefined && next !== now) await session.setPreferences({ text_size: next });
}
