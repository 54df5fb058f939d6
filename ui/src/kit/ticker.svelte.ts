// A countdown that can be paused. It compares clocks instead of counting ticks, so a late timer does not add up.

/** How often what is left is shown anew. */
const shownEvery = 250;
/** What ended longer ago than this, as in sleep, is not caught up with. */
const justPast = 2_000;

export class Ticker {
  /** Seconds left, never below zero. */
  remaining = $state(0);
  running = $state(false);
  readonly total: number;
  #onend: ((at: number) => void) | undefined;
  #endsAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onend` is told the moment it was due to end, which is a little before the moment it is told. */
  constructor(seconds: number, onend?: (at: number) => void) {
    this.total = seconds;
    this.remaining = seconds;
    this.#onend = onend;
  }

  /** Goes on from here, or from a moment just past: what follows something begins where that ended. */
  start(from = performance.now()): void {
    if (this.running || this.remaining <= 0) return;
    this.running = true;
    const now = performance.now();
    this.#endsAt = (now - from > justPast ? now : from) + this.remaining * 1000;
    this.#tick();
  }

  pause(): void {
    if (!this.running) return;
    this.remaining = this.#left() / 1000;
    this.stop();
  }

  reset(): void {
    this.stop();
    this.remaining = this.total;
  }

  /** Call when the component goes. */
  stop(): void {
    clearTimeout(this.#timer);
    this.running = false;
  }

  /** Milliseconds gone by, by the clock and not by what was last shown. */
  elapsed(): number {
    const left = this.running ? this.#left() : this.remaining * 1000;
    return this.total * 1000 - left;
  }

  #left(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  #tick(): void {
    const left = this.#left();
    this.remaining = left / 1000;
    if (left > 0) {
      this.#timer = setTimeout(() => this.#tick(), Math.min(shownEvery, left));
      return;
    }
    this.stop();
    this.#onend?.(this.#endsAt);
  }
}
