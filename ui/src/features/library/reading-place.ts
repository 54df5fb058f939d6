// Where one is in a text that is longer than the screen, by its parts, so that it holds at any size of text.
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

interface Reading {
  /** The part to begin at. */
  from: number | undefined;
  /** The part at the top of the screen; undefined at the beginning, and once the end was seen. */
  onread: (at: number | undefined) => void;
}

/** The first part whose end is below the top of the screen; undefined at the first one and when the end is in sight. */
export function placeAmong(ends: readonly number[], top: number, bottom: number): number | undefined {
  const at = ends.findIndex((end) => end > top);
  const last = ends.at(-1) ?? 0;
  return at > 0 && last > bottom ? at : undefined;
}

export function readingPlace({ from, onread }: Reading): Attachment<HTMLElement> {
  return (text) => {
    const page = text.closest<HTMLElement>('#page');
    const parts = [...(text.firstElementChild?.children ?? [])] as HTMLElement[];
    if (!page || parts.length === 0) return;
    let wasAtEnd = false;
    const look = () => {
      const screen = page.getBoundingClientRect();
      const ends = parts.map((part) => part.getBoundingClientRect().bottom);
      wasAtEnd ||= (ends.at(-1) ?? 0) <= screen.bottom;
      onread(wasAtEnd ? undefined : placeAmong(ends, screen.top, screen.bottom));
    };
    page.addEventListener('scroll', look, { passive: true });
    const part = from === undefined ? undefined : parts[from];
    if (part) {
      // The view first goes to the top of a new item.
      void tick()
        .then(tick)
        .then(() => {
          part.tabIndex = -1;
          part.focus({ preventScroll: true });
          part.scrollIntoView();
        });
    }
    return () => page.removeEventListener('scroll', look);
  };
}
