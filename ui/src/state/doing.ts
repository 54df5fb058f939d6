// What going through steps and doing an activity share.

/** A countdown; the kit brings it, tests bring their own. */
export interface Timer {
  readonly remaining: number;
  readonly running: boolean;
  readonly total: number;
  /** From a moment just past, where something else ended; otherwise from now. */
  start(from?: number): void;
  pause(): void;
  stop(): void;
  /** Milliseconds gone by, read from the clock. */
  elapsed(): number;
}
/** `onend` is told the moment at which it was due to end. */
export type MakeTimer = (seconds: number, onend?: (at: number) => void) => Timer;

/** Where one came from, and so where closing leads back to. */
export type Origin = 'list' | 'elsewhere';
