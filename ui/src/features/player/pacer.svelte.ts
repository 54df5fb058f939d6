// Says what a pace is at, at the moment it changes. Each wait is worked out anew from the clock.
import { beatAt, type Beat, type Cadence } from './beat';

export class Pacer {
  beat: Beat = $state.raw({ kind: 'rest', at: 0, count: 0, changesIn: 0 });
  readonly #cadence: Cadence;
  readonly #elapsed: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `elapsed` reads how many milliseconds of the pace have gone by. */
  constructor(cadence: Cadence, elapsed: () => number) {
    this.#cadence = cadence;
    this.#elapsed = elapsed;
    this.#look();
  }

  run(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), Math.ceil(this.#look().changesIn));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): Beat {
    const beat = beatAt(this.#cadence, this.#elapsed());
    this.beat = beat;
    return beat;
  }
}
