// A time for writing. It ends by itself, with a bell for those who want one; nothing is counted while it runs.
import { readyBell } from '$lib/bell';
import { lookAgain } from './today.svelte';

class TimeBox {
  /** When it ends. Nothing while none runs. */
  until = $state.raw<Date>();
  /** It has ended, and nobody has put its words away. */
  isOver = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopLooking: (() => void) | undefined;
  #bell: ReturnType<typeof readyBell> | undefined;

  start(minutes: number, hasBell: boolean): void {
    this.stop();
    this.until = new Date(Date.now() + minutes * 60_000);
    if (hasBell) this.#bell = readyBell();
    this.#stopLooking = lookAgain(() => this.#wait());
    this.#wait();
  }

  /** Ends it without a sound, and without words. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopLooking?.();
    this.#bell?.putAway();
    this.#bell = this.until = undefined;
    this.isOver = false;
  }

  /** Clocks are compared, so that a sleeping computer does not make it longer. */
  #wait(): void {
    clearTimeout(this.#timer);
    const left = (this.until?.getTime() ?? 0) - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#wait(), Math.min(left, 20_000));
      return;
    }
    this.#stopLooking?.();
    this.#bell?.ring();
    this.#bell = this.until = undefined;
    this.isOver = true;
  }
}

export const timeBox = new TimeBox();
