// What is attached to an open entry, to the safety plan or among the songs: listed, added to one after another, taken
// off, and read part by part.
import { SvelteMap } from 'svelte/reactivity';
export { clipboardPicture, type GivenFile } from '$host/client';
import { change, currentHost, download, upload, read, Refused, saveFile, type GivenFile } from '$host/client';
import type { AttachedTo, Attachment, AttachmentId, ChangeId } from '$host/generated/wire';
import { isCalled } from '$lib/references';
import type { OpenEntry } from './open-entry.svelte';
import { onLeaving } from './saver.svelte';

/** As in the core. Asked here too, so that no film is read into memory to be refused. */
const megabytes = 64;

/** A file that could not be attached, and why. */
export interface NotAdded {
  name: string;
  refused: Refused;
}

export interface Added {
  attachment: Attachment;
  change: ChangeId | null;
}

interface Wanted {
  file: GivenFile;
  keepsTraces: boolean;
  replaces: AttachmentId | null;
}

/** Where things are attached. */
export interface AttachPlace {
  /** Null while there is nothing to attach to yet. */
  readonly to: AttachedTo | null;
  /** Makes it, if it is not there yet. */
  hold(): Promise<AttachedTo>;
}

/** An entry begins to be there with what is attached to it. */
export const onEntry = (entry: OpenEntry): AttachPlace => ({
  get to() {
    return entry.id === null ? null : { entry: entry.id };
  },
  hold: async () => ({ entry: await entry.hold() }),
});

export const onShelf = (to: 'plan' | 'songs'): AttachPlace => ({ to, hold: () => Promise.resolve(to) });

export class Attachments {
  all = $state.raw<readonly Attachment[]>([]);
  error = $state.raw<Refused>();
  /** What is on its way in, and how many wait behind it. */
  adding = $state.raw<{ name: string; waiting: number }>();
  notAdded = $state.raw<readonly NotAdded[]>([]);
  /** Goes up when something came or went since it was first read. */
  changes = $state(0);

  #isRead = false;
  #place: AttachPlace;
  #asked = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** Goes up when adding is stopped: what was asked for before is let go of. */
  #stops = 0;
  /** The files as they were given, for as long as this page is open. */
  #originals = new SvelteMap<AttachmentId, GivenFile>();

  /** Make one while a component starts: it stops listening when the component goes. */
  constructor(place: AttachPlace) {
    this.#place = place;
    $effect(() => {
      if (place.to !== null) void this.read();
    });
    // What is on its way in is there before the window goes.
    onLeaving(async () => {
      await this.#turn;
    });
    $effect(() =>
      currentHost().onChanged(({ kinds }) => {
        if (kinds.includes('attachments') || kinds.includes('entries')) void this.read();
      }),
    );
  }

  async read(): Promise<void> {
    const { to } = this.#place;
    if (to === null) return;
    const asked = ++this.#asked;
    try {
      const all = await read('list_attachments', to);
      if (asked !== this.#asked) return;
      const ids = (list: readonly Attachment[]) => list.map(({ id }) => id).join();
      if (this.#isRead && ids(all) !== ids(this.all)) this.changes++;
      this.#isRead = true;
      this.all = all;
      this.error = undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.error = Refused.from(thrown);
    }
  }

  /** The picture that a text calls so, if it is attached here. One that moves stands still. */
  async picture(name: string): Promise<Blob | undefined> {
    const { to } = this.#place;
    if (to === null) return undefined;
    const one = (await read('list_attachments', to)).find((other) => isCalled(other, name));
    if (one?.facts.kind !== 'picture') return undefined;
    return one.facts.moves && one.has_thumbnail ? thumbnailOf(one.id) : bytesOf(one);
  }

  /** One after the other. What could not be added is told in `notAdded`; the rest is not held up by it. */
  async add(files: readonly GivenFile[], replaces: AttachmentId | null = null): Promise<Added[]> {
    this.notAdded = [];
    const all = files.map((file) => this.#inTurn({ file, keepsTraces: false, replaces }));
    return (await Promise.all(all)).flat();
  }

  /** The file as it was given is still at hand. */
  hasOriginal(id: AttachmentId): boolean {
    return this.#originals.has(id);
  }

  /** Puts the file as it was given in place of the one without its camera's notes. */
  async keepMetadata(id: AttachmentId): Promise<Added | undefined> {
    const file = this.#originals.get(id);
    if (!file) return undefined;
    this.notAdded = [];
    return (await this.#inTurn({ file, keepsTraces: true, replaces: id }))[0];
  }

  /** Lets go of what is on its way. */
  stop(): void {
    this.#stops++;
    this.adding = undefined;
    // What is sent already is looked at no longer. What cannot be stopped is taken back when it has arrived.
    void change('stop_attaching', null).catch(() => undefined);
  }

  #inTurn(wanted: Wanted): Promise<Added[]> {
    const stops = this.#stops;
    this.#waiting++;
    const added = this.#turn.then(() => {
      this.#waiting--;
      return stops === this.#stops ? this.#add(wanted, stops) : [];
    });
    this.#turn = added;
    return added;
  }

  async #add({ file, keepsTraces, replaces }: Wanted, stops: number): Promise<Added[]> {
    this.adding = { name: file.name, waiting: this.#waiting };
    try {
      const bytes = await bytesFrom(file);
      const to = await this.#place.hold();
      const draft = { to, name: file.name, keeps_metadata: keepsTraces, replaces };
      const { value: attachment, change: id } = await upload('put_attachment', draft, bytes);
      if (stops !== this.#stops) {
        if (id !== null) await change('undo_change', id);
        return [];
      }
      this.#originals.set(attachment.id, file);
      await this.read();
      return [{ attachment, change: id }];
    } catch (thrown) {
      if (stops === this.#stops)
        this.notAdded = [...this.notAdded, { name: file.name, refused: Refused.from(thrown) }];
      return [];
    } finally {
      if (stops === this.#stops) this.adding = undefined;
    }
  }
}

async function bytesFrom(file: GivenFile): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > megabytes * 2 ** 20)
    throw new Refused({ code: 'invalid', invalid: { what: 'file_too_large', megabytes } });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that has gone or is closed to us.
    throw new Refused({ code: 'file_unreadable' });
  }
}

/** The whole of it, part by part, until `signal` says that nobody waits any more. */
export async function bytesOf(
  { id, parts, facts }: Attachment,
  signal?: AbortSignal,
  onread?: (part: number) => void,
): Promise<Blob> {
  const got: BlobPart[] = [];
  for (let part = 0; part < parts && !signal?.aborted; part++) {
    got.push((await download('get_attachment_part', { attachment: id, part })).bytes);
    onread?.(part + 1);
  }
  return new Blob(got, { type: facts.media_type });
}

export async function thumbnailOf(id: AttachmentId): Promise<Blob> {
  return new Blob([(await download('get_attachment_part', { attachment: id, part: null })).bytes]);
}

export async function caption(id: AttachmentId, words: string): Promise<void> {
  await change('caption_attachment', { attachment: id, caption: words });
}

/** Takes it off. Gives the change that brings it back. */
export async function remove(id: AttachmentId): Promise<ChangeId | null> {
  return (await change('remove_attachment', id)).change;
}

/** Writes a copy that is not encrypted where the person chooses. Whether they did. */
export async function copyOut(attachment: Attachment): Promise<boolean> {
  const bytes = new Uint8Array(await (await bytesOf(attachment)).arrayBuffer());
  return saveFile({ name: attachment.name, bytes });
}
