// What playing a routine and doing an activity share.

/** A countdown; the kit brings it, tests bring their own. */
export interface Timer {
  readonly remaining: number;
  readonly running: boolean;
  readonly total: number;
  start(): void;
  pause(): void;
  stop(): void;
}
export type MakeTimer = (seconds: number) => Timer;

/** Where one came from, and so where closing leads back to. */
export type Origin = 'list' | 'elsewhere';
