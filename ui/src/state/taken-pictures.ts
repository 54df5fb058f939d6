// Pictures to be taken along with what they are attached to.
import { read } from '$host/client';
import type { AttachedTo, AttachmentId, Uid } from '$host/generated/wire';
import { jpegOf } from '$lib/picture-copy';
import { bytesOf } from './attachments.svelte';

export interface TakenPicture {
  id: AttachmentId;
  uid: Uid;
  /** In base 64; absent when it could not be read. */
  jpeg?: string | undefined;
  /** What was said of it; empty when nothing was. */
  caption: string;
  name: string;
}

/** One that cannot be read is told in words by whoever takes them: it holds up nothing of the rest. */
export async function takenPictures(to: AttachedTo, signal: AbortSignal): Promise<TakenPicture[]> {
  const taken: TakenPicture[] = [];
  for (const one of await read('list_attachments', to)) {
    if (one.facts.kind !== 'picture') continue;
    const jpeg = await bytesOf(one, signal)
      .then(jpegOf)
      .catch(() => undefined);
    if (signal.aborted) break;
    taken.push({ id: one.id, uid: one.uid, jpeg, caption: one.caption, name: one.name });
  }
  return taken;
}
