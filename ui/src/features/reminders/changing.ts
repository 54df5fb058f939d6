// Changes to reminders as a person makes them: done at once, said in a few words, with a way back.
import { tick } from 'svelte';
import { toasts } from '$kit/toasts.svelte';
import type { Changed } from '$state/commands';
import { sentence } from '$state/errors';
import { undo } from '$state/undo';

const sayWhy = (thrown: unknown) => toasts.show({ text: sentence(thrown) });

/** True when it was done. */
export async function changeAndSay<T>(
  changing: Promise<Changed<T>>,
  text: string | ((value: T) => string),
): Promise<boolean> {
  try {
    const { value, change } = await changing;
    const said = typeof text === 'string' ? text : text(value);
    toasts.show({ text: said, undo: () => undo(change).catch(sayWhy) });
    return true;
  } catch (thrown) {
    sayWhy(thrown);
    return false;
  }
}

/** What was pressed may go with what it changed; reading then goes on from `place`. */
export async function keepFocus(place: HTMLElement | undefined): Promise<void> {
  await tick();
  const focused = document.activeElement;
  if (!focused || focused === document.body) place?.focus();
}
