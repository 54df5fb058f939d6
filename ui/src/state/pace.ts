// How often what is being written is saved: at a pause, and every few seconds without one. What was refused is tried again
// soon, then less and less often, however fast one goes on. Leaving, and coming back, do not wait for it.

/** Someone who writes without a pause is saved this often. */
const longest = 5_000;
const usualWaits = [4_000, 8_000, 16_000, 30_000];

export class Pace {
  #waits: readonly number[];
  #refusals = 0;
  #refusedAt = 0;
  /** When the first came that is not saved, or all of it was tried in vain last. */
  #since: number | undefined;

  /** `waits` after each refusal, in milliseconds; the last holds from then on. */
  constructor(waits: readonly number[] = usualWaits) {
    this.#waits = waits;
  }

  /** How long what came just now waits to be saved, when it may rest for `pause`. */
  rest(pause: number): number {
    this.#since ??= Date.now();
    return Math.max(0, Math.min(pause, this.#since + longest - Date.now()), this.left);
  }

  /** How long the next try after a refusal has to wait yet. */
  get left(): number {
    const wait = this.#waits[Math.min(this.#refusals, this.#waits.length) - 1] ?? 0;
    // A clock that was put back makes it no longer.
    return Math.min(wait, Math.max(0, this.#refusedAt + wait - Date.now()));
  }

  saved(): void {
    this.#refusals = 0;
    this.#since = undefined;
  }

  /** Refused for what it is: other words may be taken at once. */
  declined(): void {
    this.#since = Date.now();
  }

  /** Refused for now. Says how long to wait. */
  refused(): number {
    this.#refusals++;
    this.#refusedAt = this.#since = Date.now();
    return this.left;
  }
}
