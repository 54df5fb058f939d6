// What views and features call to read once and to change things; Live is for what should stay true on screen.
import { change, type Changed } from '$host/client';

export { change, read, Refused, type Changed, type Reason } from '$host/client';

/** How to take a change back, for a toast; undefined when nothing was changed. */
export function undoOf(changed: Changed<unknown>): (() => Promise<void>) | undefined {
  const id = changed.change;
  return id === null ? undefined : async () => void (await change('undo_change', id));
}
