// The seam between this program and whatever runs its core: one untyped transport, two typed calls.
import type { ChangeId, Changes, CommandError, Kind, Reads } from './generated/wire';

export interface Reply {
  value: unknown;
  /** Names the change that was made, for undoing it. Null for reads. */
  change: ChangeId | null;
}

export interface Host {
  /** Rejects with a CommandError (or a Refused) when the core refuses. */
  call(name: string, input: unknown): Promise<Reply>;
  /** Something was changed, here or in another window. Returns how to stop listening. */
  onChanged(listener: (change: { kinds: Kind[] }) => void): () => void;
  /** The tray, a notice or a second launch asks for a place: a hash such as `#/help`. */
  onNavigate(listener: (hash: string) => void): () => void;
  /** The window is about to close: keep what is being written, then `destroyWindow`. */
  onClosing?(listener: (closing: { explain: boolean }) => void): () => void;
  /** Closes the window without asking the page again. */
  destroyWindow?(): Promise<void>;
  /** Puts a file where the person chooses; false when they chose no place. */
  saveFile?(file: FileToSave): Promise<boolean>;
  /** Closes the window this page is in. Absent where there is no such window, as in a browser. */
  closeWindow?: () => Promise<void>;
}

export interface FileToSave {
  name: string;
  /** Its content, in base 64. */
  base64: string;
}

/** Why a call failed: what the core answered, or that it did not answer. The words for it are in messages/. */
export type Reason = CommandError | { code: 'unreachable'; detail: string };

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

async function call(name: string, input: unknown): Promise<Reply> {
  try {
    return await currentHost().call(name, input);
  } catch (thrown) {
    throw Refused.from(thrown);
  }
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
