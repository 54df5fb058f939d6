// Marking an item, said in a few words that can be taken back.
import type { LibraryItem } from '$host/generated/wire';
import { toasts } from '$kit/toasts.svelte';
import { m } from '$lib/messages';
import { sentence } from '$state/errors';
import type { Library } from '$state/library.svelte';
import { undo } from '$state/undo';

async function mark(
  library: Library,
  item: LibraryItem,
  patch: { is_favourite: boolean } | { is_left_out: boolean },
  text: string,
): Promise<void> {
  try {
    const { change } = await library.mark(item.id, patch);
    toasts.show({ text, undo: () => undo(change) });
  } catch (thrown) {
    toasts.show({ text: sentence(thrown) });
  }
}

export function setFavourite(library: Library, item: LibraryItem, isFavourite: boolean): Promise<void> {
  const text = isFavourite ? m.library_said_favourite() : m.library_said_not_favourite();
  return mark(library, item, { is_favourite: isFavourite }, text);
}

export function setLeftOut(library: Library, item: LibraryItem, isLeftOut: boolean): Promise<void> {
  const text = isLeftOut ? m.library_said_left_out() : m.library_said_back();
  return mark(library, item, { is_left_out: isLeftOut }, text);
}
