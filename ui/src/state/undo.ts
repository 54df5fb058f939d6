// Takes a change back. What cannot be taken back any more rejects with `Refused`, which App.svelte says in words.
import { change, type Changed } from '$host/client';

export async function undo(id: Changed<unknown>['change']): Promise<void> {
  if (id !== null) await change('undo_change', id);
}
