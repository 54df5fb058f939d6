// The bin of the journal: what was deleted, brought back or let go of for good.
import { change, type Changed } from '$host/client';
import type { AttachmentId, BinnedEntry, EntryId, RemovedAttachment } from '$host/generated/wire';
import { Live } from './live.svelte';

export class Bin {
  #bin = new Live('list_bin', () => null, ['entries']);
  #attachments = new Live('list_removed_attachments', () => null, ['entries', 'attachments']);

  /** Undefined until it was read. */
  get entries(): readonly BinnedEntry[] | undefined {
    return this.#bin.value;
  }

  /** What was taken off entries that are not in the bin. */
  get attachments(): readonly RemovedAttachment[] {
    return this.#attachments.value ?? [];
  }

  get error() {
    return this.#bin.error ?? this.#attachments.error;
  }
}

/** What is let go of: an entry, something that was attached, or all there is. */
export type Binned = { entry: EntryId } | { attachment: AttachmentId } | 'all';

export function bringBackAttachment(id: AttachmentId): Promise<Changed<null>> {
  return change('bring_back_attachment', id);
}

export function bringBackEntry(id: EntryId): Promise<Changed<null>> {
  return change('bring_back_entry', id);
}

/** For good. */
export async function letGo(what: Binned): Promise<void> {
  if (what === 'all') await change('empty_bin', null);
  else if ('entry' in what) await change('remove_entry', what.entry);
  else await change('let_go_attachment', what.attachment);
}
