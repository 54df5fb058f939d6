// How the kinds of library items are named and drawn.
import BookOpen from '@lucide/svelte/icons/book-open';
import Footprints from '@lucide/svelte/icons/footprints';
import Hand from '@lucide/svelte/icons/hand';
import Moon from '@lucide/svelte/icons/moon';
import PenLine from '@lucide/svelte/icons/pen-line';
import Users from '@lucide/svelte/icons/users';
import Wind from '@lucide/svelte/icons/wind';
import type { ContentTopic, LibraryKind } from '$host/generated/wire';
import type { IconComponent } from '$kit/icon';
import { factsText } from '$lib/locale.svelte';
import { m } from '$lib/messages';

export const iconOf: Record<LibraryKind, IconComponent> = {
  do: Hand,
  breathe: Wind,
  rest: Moon,
  move: Footprints,
  write: PenLine,
  connect: Users,
  read: BookOpen,
};

export function kindText(kind: LibraryKind): string {
  return m[`library_kind_${kind}`]();
}

export function topicText(topic: ContentTopic): string {
  return m[`library_topic_${topic}`]();
}

/** One neutral line on what something touches; none when it touches nothing of that sort. */
export function touchesText(touches: readonly ContentTopic[]): string | undefined {
  return touches.length === 0 ? undefined : factsText([m.library_touches(), ...touches.map(topicText)]);
}
