// Which day and what time it is, kept true while a window stays open: past midnight, after sleep, and when one comes back
// to it. Whatever is decided by the clock asks here, so that it is decided again.
import { createSubscriber } from 'svelte/reactivity';
import { dayNow } from '$lib/civil';

type Look = () => void;

/** A clock on the screen is at most this late. */
const often = 30_000;
let looks: readonly Look[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let lookedAt = 0;

/** Until the next look: midnight is not waited past. */
function rest(): number {
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  return Math.min(often, Math.max(1, midnight - now.getTime()));
}

function look(): void {
  lookedAt = Date.now();
  clearTimeout(timer);
  timer = setTimeout(look, rest());
  for (const one of looks) one();
}

/** Timers stand still while a computer sleeps: the hand may be there before they are. */
function lookIfLate(): void {
  const passed = Date.now() - lookedAt;
  if (passed < 0 || passed > often) look();
}

function lookIfSeen(): void {
  if (document.visibilityState === 'visible') look();
}

const hands = ['pointermove', 'pointerdown', 'keydown'] as const;

function listen(): void {
  lookedAt = Date.now();
  timer = setTimeout(look, rest());
  addEventListener('focus', look);
  addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', lookIfSeen);
  for (const hand of hands) addEventListener(hand, lookIfLate, { capture: true, passive: true });
}

function stopListening(): void {
  clearTimeout(timer);
  removeEventListener('focus', look);
  removeEventListener('pageshow', look);
  document.removeEventListener('visibilitychange', lookIfSeen);
  for (const hand of hands) removeEventListener(hand, lookIfLate, { capture: true });
}

/** Calls `again` whenever what the clock decided might be decided otherwise now. Returns how to stop. */
export function lookAgain(again: Look): () => void {
  // Each has its own place, also where one function is given twice.
  const one = () => again();
  if (looks.length === 0) listen();
  looks = [...looks, one];
  return () => {
    if (!looks.includes(one)) return;
    looks = looks.filter((other) => other !== one);
    if (looks.length === 0) stopListening();
  };
}

/** Calls `begin` when a new day has begun. Returns how to stop. */
export function onNewDay(begin: Look): () => void {
  let seen = dayNow();
  return lookAgain(() => {
    const on = dayNow();
    if (on === seen) return;
    seen = on;
    begin();
  });
}

class Today {
  #day = createSubscriber(onNewDay);
  #time = createSubscriber(lookAgain);

  /** The civil day, here. */
  get on(): string {
    this.#day();
    return dayNow();
  }

  get now(): Date {
    this.#time();
    return new Date();
  }
}

export const today = new Today();
