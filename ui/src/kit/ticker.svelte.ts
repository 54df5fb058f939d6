// A countdown that can be paused. It compares clocks instead of counting ticks, so a throttled timer stays right.

export class Ticker {
  /** Seconds left, never below zero. */
  remaining = $state(0);
  running = $state(false);
  readonly total: number;
  #onend: (() => void) | undefined;
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(seconds: number, onend?: () => void) {
    this.total = seconds;
    this.remaining = seconds;
    this.#onend = onend;
  }

  start(): void {
    if (this.running || this.remaining <= 0) return;
    this.running = true;
    this.#endsAt = performance.now() + this.remaining * 1000;
    this.#timer = setInterval(() => this.#tick(), 250);
  }

  pause(): void {
    if (!this.running) return;
    this.#tick();
    this.#stop();
  }

  reset(): void {
    this.#stop();
    this.remaining = this.total;
  }

  /** Call when the component goes. */
  stop(): void {
    this.#stop();
  }

  #tick(): void {
    this.remaining = Math.max(0, (this.#endsAt - performance.now()) / 1000);
    if (this.remaining > 0 || !this.running) return;
    this.#stop();
    this.#onend?.();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.running = false;
  }
}
