// Where reading starts when a page changes without a change of place: at its heading, at the top.
import { tick } from 'svelte';

export async function startReading(): Promise<void> {
  await tick();
  const page = document.getElementById('page');
  page?.scrollTo(0, 0);
  page?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
