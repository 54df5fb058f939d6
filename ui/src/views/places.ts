// The places of the rail, in order; the order is also that of Ctrl+1 and on.
import BookOpen from '@lucide/svelte/icons/book-open';
import Hand from '@lucide/svelte/icons/hand';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Sun from '@lucide/svelte/icons/sun';
import type { IconComponent } from '$kit/icon';
import { m } from '$lib/messages';
import type { Route } from '$routes';

export const places: readonly { route: Route; label: string; icon: IconComponent }[] = [
  { route: { at: 'today' }, label: m.nav_today(), icon: Sun },
  { route: { at: 'journal' }, label: m.nav_journal(), icon: NotebookPen },
  { route: { at: 'doing' }, label: m.nav_doing(), icon: Hand },
  { route: { at: 'library' }, label: m.nav_library(), icon: BookOpen },
];
