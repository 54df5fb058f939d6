// Changes to the shelves as a person makes them: done at once, said in a few words, with a way back.
import { toasts } from '$kit/toasts.svelte';
import type { Changed } from '$state/commands';
import { sentence } from '$state/errors';
import { undo } from '$state/undo';

const sayWhy = (thrown: unknown) => toasts.show({ text: sentence(thrown) });

/** True when it was done. */
export async function changeAndSay(changing: Promise<Changed<unknown>>, text: string): Promise<boolean> {
  try {
    const { change } = await changing;
    toasts.show({ text, undo: () => undo(change).catch(sayWhy) });
    return true;
  } catch (thrown) {
    sayWhy(thrown);
    return false;
  }
}
