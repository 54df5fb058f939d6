// The seam between this program and whatever runs its core: one untyped transport, two typed calls.
import type { Changes, ErrorCode, Reads } from './generated/wire';

export interface Reply {
  value: unknown;
  /** Names the change that was made, for undoing it. Null for reads. */
  change: number | null;
}

export interface Host {
  /** Rejects with a CommandError when the core refuses. */
  call(name: string, input: unknown): Promise<Reply>;
  /** Something was changed, here or in another window. Returns how to stop listening. */
  onChanged(listener: (change: { kinds: string[] }) => void): () => void;
  /** The tray, a notice or a second launch asks for a place: a hash such as `#/help`. */
  onNavigate(listener: (hash: string) => void): () => void;
}

/** What the core answers when it refuses: a code with parameters. The words for it are in messages/. */
export class CommandError extends Error {
  readonly code: ErrorCode | 'Unreachable';
  readonly params: Record<string, unknown>;

  constructor(error: { code: ErrorCode | 'Unreachable' } & Record<string, unknown>) {
    super(error.code);
    this.code = error.code;
    this.params = error;
  }

  static from(thrown: unknown): CommandError {
    if (thrown instanceof CommandError) return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
      return new CommandError(thrown as { code: ErrorCode });
    }
    return new CommandError({ code: 'Unreachable', reason: String(thrown) });
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
    throw CommandError.from(thrown);
  }
}

export async function read<N extends keyof Reads>(
  name: N,
  input: Reads[N]['input'],
): Promise<Reads[N]['output']> {
  return (await call(name, input)).value as Reads[N]['output'];
}

export interface Changed<T> {
  value: T;
  change: number | null;
}

export async function change<N extends keyof Changes>(
  name: N,
  input: Changes[N]['input'],
): Promise<Changed<Changes[N]['output']>> {
  return (await call(name, input)) as Changed<Changes[N]['output']>;
}
