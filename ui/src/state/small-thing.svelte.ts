// Which "one small thing" is being offered, and whether it was put away. Forgotten when the program closes.

class SmallThingOffer {
  /** How often another one was asked for. */
  turn = $state(0);
  isPutAway = $state(false);
}

export const offer = new SmallThingOffer();
