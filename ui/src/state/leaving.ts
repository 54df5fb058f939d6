// Everything that is being written is kept before the page goes: hidden, left, or closed with its window. What could not be
// kept is tried again when one comes back to it: there may be room now.
import { currentHost } from '$host/client';

/** Answers `false` when something could not be kept. */
type Flush = () => Promise<unknown>;

const flushes = new Set<Flush>();

/** Keeps `flush` to be called whenever the page might be about to go away. Returns how to stop. */
export function beforeLeaving(flush: Flush): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
    void flush();
  };
}

/** Keeps all that is due; done once it has been tried. Answers whether nothing is left. */
export async function flushAll(): Promise<boolean> {
  return (await Promise.all([...flushes].map((flush) => flush()))).every((kept) => kept !== false);
}

/** Loads the page anew, once all is kept. */
export async function drawAnew(): Promise<void> {
  while (!(await flushAll())) await new Promise((resolve) => setTimeout(resolve, QUIET));
  location.reload();
}

addEventListener('pagehide', () => void flushAll());
addEventListener('focus', () => void flushAll());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll();
});

/** How long no key must have come before the window goes, and how long is waited for that at most. In ms. */
const QUIET = 300;
const PATIENCE = 1500;

let latestKey = -Infinity;
for (const name of ['keydown', 'keyup'] as const)
  addEventListener(name, () => (latestKey = performance.now()), { capture: true });

/** On a busy computer the window is asked to close before its page has seen the keys that were pressed before. */
async function keysHaveCome(): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const now = performance.now();
    const left = Math.min(latestKey + QUIET, end) - now;
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

/** Listens for the window being closed. `explain` is to be said before `leave` is called. */
export function onClosing(explain: () => void): () => void {
  const listen = currentHost().onClosing;
  if (!listen) return () => {};
  return listen((closing) => {
    void keysHaveCome()
      .then(flushAll)
      .finally(() => (closing.explain ? explain() : leave()));
  });
}

export function leave(): void {
  void currentHost().destroyWindow?.();
}
