// The seam between this program and whatever runs its core: one untyped transport, two typed calls.
import type {
  Change,
  ChangeId,
  Changes,
  CommandError,
  Downloads,
  HiddenFile,
  Uploads,
  Reads,
  SystemFormats,
} from './generated/wire';

export interface Reply {
  value: unknown;
  /** Names the change that was made, for undoing it. Null for reads. */
  change: number | null;
}

export interface Host {
  /**
   * Rejects with a CommandError (or a Refused) when the core refuses. Bytes go beside the input, or are wanted as
   * the answer.
   */
  call(name: string, input: unknown, bytes?: Uint8Array<ArrayBuffer> | 'wanted'): Promise<Reply>;
  /** Something was changed, here or in another window. Returns how to stop listening. */
  onChanged(listener: (change: Change) => void): () => void;
  /** The tray, a notice or a second launch asks for a place: a hash such as `#/help`. */
  onNavigate(listener: (hash: string) => void): () => void;
  /** The window is about to close: keep what is being written, then `destroyWindow`. */
  onClosing?(listener: (closing: { explain: boolean }) => void): () => void;
  /** Closes the window without asking the page again. */
  destroyWindow?(): Promise<void>;
  /** The picture on the clipboard as PNG, empty without one. Absent where a paste brings it by itself. */
  clipboardPicture?(): Promise<ArrayBuffer>;
  /** Files that were let go of above the page, or pasted. Absent where the page is given them by itself. */
  hidden?: {
    /** The latest. */
    list(how: Giving): Promise<HiddenFile[]>;
    read(id: number): Promise<ArrayBuffer>;
  };
  /** How the system writes dates and times. Absent in a browser. */
  systemFormats?(): Promise<SystemFormats>;
  /** Puts a file where the person chooses; false when they chose no place. */
  saveFile?(file: FileToSave): Promise<boolean>;
  /** Closes the window this page is in. Absent where there is no such window, as in a browser. */
  closeWindow?: () => Promise<void>;
}

export type Giving = 'dropped' | 'pasted';

/** A file from outside, that can be read. */
export type GivenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

export interface FileToSave {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Why something failed: what the core answered, or that nothing did. The words for it are in messages/. */
export type Reason = CommandError | { code: 'unreachable'; detail: string } | { code: 'file_unreadable' };

export class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }

  static from(thrown: unknown): Refused {
    if (thrown instanceof Refused) return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
      return new Refused(thrown as CommandError);
    }
    return new Refused({ code: 'unreachable', detail: String(thrown) });
  }
}

let host: Host | undefined;

/** Called once at start, and by tests that bring their own host. */
export function useHost(chosen: Host): void {
  host = chosen;
}

export function currentHost(): Host {
  if (!host) throw new Error('useHost was not called');
  return host;
}

/** Half a sign, such as a part of an emoji, is no text that can be sent; a mark stands in its place. */
function sendable(input: unknown): unknown {
  if (typeof input === 'string') return input.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(input)) return input.map(sendable);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, sendable(value)]));
}

async function call(...[name, input, bytes]: Parameters<Host['call']>): Promise<Reply> {
  try {
    return await currentHost().call(name, sendable(input), bytes);
  } catch (thrown) {
    throw Refused.from(thrown);
  }
}

/** The picture on the clipboard, where a paste does not bring it. */
export async function clipboardPicture(): Promise<File | undefined> {
  const picture = await currentHost().clipboardPicture?.();
  return picture && picture.byteLength > 0
    ? new File([picture], 'image.png', { type: 'image/png' })
    : undefined;
}

/** Whether the page is not given the files that a person lets go of above it, or pastes. */
export const hidesFiles = (): boolean => currentHost().hidden !== undefined;

/** What was given last, where the page is not given it. Read only when it is asked for. */
export async function hiddenFiles(how: Giving): Promise<GivenFile[]> {
  const { hidden } = currentHost();
  if (!hidden) return [];
  const files = await hidden.list(how);
  return files.map(({ id, name, length }) => ({ name, size: length, arrayBuffer: () => hidden.read(id) }));
}

/** The one way a file leaves the program. Resolves to whether it was saved. */
export async function saveFile(file: FileToSave): Promise<boolean> {
  const save = currentHost().saveFile;
  try {
    if (save) return await save(file);
  } catch (thrown) {
    throw Refused.from(thrown);
  }
  throw new Refused({ code: 'file_not_saved' });
}

export async function read<N extends keyof Reads>(
  name: N,
  input: Reads[N]['input'],
): Promise<Reads[N]['output']> {
  return (await call(name, input)).value as Reads[N]['output'];
}

export interface Changed<T> {
  value: T;
  change: ChangeId | null;
}

export async function change<N extends keyof Changes>(
  name: N,
  input: Changes[N]['input'],
): Promise<Changed<Changes[N]['output']>> {
  return (await call(name, input)) as Changed<Changes[N]['output']>;
}

/** A change that is given bytes. */
export async function upload<N extends keyof Uploads>(
  name: N,
  input: Uploads[N]['input'],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Changed<Uploads[N]['output']>> {
  return (await call(name, input, bytes)) as Changed<Uploads[N]['output']>;
}

export interface WithBytes<T> {
  head: T;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A read that answers with bytes. How they are laid out stands in `with_bytes.rs`; they are not copied. */
export async function download<N extends keyof Downloads>(
  name: N,
  input: Downloads[N]['input'],
): Promise<WithBytes<Downloads[N]['output']>> {
  const body = (await call(name, input, 'wanted')).value as ArrayBuffer;
  const length = new DataView(body).getUint32(0, true);
  const head = JSON.parse(
    new TextDecoder().decode(new Uint8Array(body, 4, length)),
  ) as Downloads[N]['output'];
  return { head, bytes: new Uint8Array(body, 4 + length) };
}
