// Where one was on a page: how far down, and on what. Coming back from Help, one is there again.
import { tabbable } from 'tabbable';

export interface PlaceLeft {
  top: number;
  /** Of those on the page with this name, the nth. */
  on: { name: string; nth: number } | undefined;
}

/** What was left may have to be read again before it is as long as it was. */
const patience = 2_000;

const nameOf = (element: Element) =>
  `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;

const named = (page: HTMLElement, name: string) => tabbable(page).filter((one) => nameOf(one) === name);

export function placeLeft(page: HTMLElement): PlaceLeft {
  const focused = document.activeElement;
  const name = focused && focused !== page && page.contains(focused) ? nameOf(focused) : undefined;
  const nth = name === undefined ? -1 : named(page, name).findIndex((one) => one === focused);
  return { top: page.scrollTop, on: name !== undefined && nth >= 0 ? { name, nth } : undefined };
}

/** Goes there as soon as the page holds it, unless the hand has gone elsewhere meanwhile. */
export function returnTo(page: HTMLElement, { top, on }: PlaceLeft): void {
  const until = performance.now() + patience;
  let isOver = false;
  const hands = ['pointerdown', 'wheel', 'keydown'] as const;
  const stop = () => {
    isOver = true;
    for (const hand of hands) removeEventListener(hand, stop, { capture: true });
  };
  for (const hand of hands) addEventListener(hand, stop, { capture: true, passive: true });

  const look = () => {
    if (isOver) return;
    const isFree = document.activeElement === page || document.activeElement === document.body;
    const wanted = on && isFree ? named(page, on.name)[on.nth] : undefined;
    wanted?.focus({ preventScroll: true });
    page.scrollTop = top;
    const isThere = Math.abs(page.scrollTop - top) <= 1 && (!on || !isFree || wanted !== undefined);
    if (isThere || performance.now() > until) stop();
    else requestAnimationFrame(look);
  };
  look();
}
