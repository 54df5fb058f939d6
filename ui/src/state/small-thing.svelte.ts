// Which "one small thing" is being offered, and whether it was put away. Forgotten when its day is over, or the program
// closes.
import { today } from './today.svelte';

class SmallThingOffer {
  /** How often another one was asked for. */
  turn = $state(0);
  #putAwayOn = $state<string>();

  /** Not today. */
  get isPutAway(): boolean {
    return this.#putAwayOn === today.on;
  }

  set isPutAway(is: boolean) {
    this.#putAwayOn = is ? today.on : undefined;
  }
}

export const offer = new SmallThingOffer();
