// Pictures to be taken along with what they are attached to.
import { read } from '$host/client';
import type { AttachedTo, AttachmentId } from '$host/generated/wire';
import { jpegOf } from '$lib/picture-copy';
import { bytesOf } from './attachments.svelte';

export interface TakenPicture {
  id: AttachmentId;
  /** In base 64. */
  jpeg: string;
  /** What was said of it; empty when nothing was. */
  caption: string;
  name: string;
}

/** One that cannot be read is left out: its file may be broken, and the rest is not. */
export async function takenPictures(to: AttachedTo, signal: AbortSignal): Promise<TakenPicture[]> {
  const taken: TakenPicture[] = [];
  for (const one of await read('list_attachments', to)) {
    if (one.facts.kind !== 'picture') continue;
    const jpeg = await jpegOf(await bytesOf(one, signal));
    if (signal.aborted) break;
    if (jpeg) taken.push({ id: one.id, jpeg, caption: one.caption, name: one.name });
  }
  return taken;
}
