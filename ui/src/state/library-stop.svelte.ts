// Where an item was left half-way. It is offered once, on the next visit, and then let go; nothing is counted.
import { change, read } from '$host/client';
import type { LibraryPlace, LibraryStop } from '$host/generated/wire';

export class LibraryStopping {
  /** What is offered on this visit. */
  offered = $state.raw<LibraryStop>();
  /** What to go on with, until its page has taken it. */
  #goingOn: LibraryStop | undefined;
  #kept: LibraryStop | null = null;
  #latest: Promise<unknown> = Promise.resolve();

  /** Reads what the last visit left, and lets go of it: it is offered this once. Nothing is offered on failure. */
  async offer(): Promise<void> {
    try {
      const left = await read('get_library_stop', null);
      if (!left) return;
      await change('set_library_stop', null);
      this.offered = left;
    } catch {
      this.offered = undefined;
    }
  }

  putAway(): void {
    this.offered = undefined;
  }

  goOn(): void {
    this.#goingOn = this.offered;
    this.putAway();
  }

  /** Where to begin in this item, asked once. */
  takePlace(item: string): LibraryPlace | undefined {
    const place = this.#goingOn?.item === item ? this.#goingOn.place : undefined;
    this.#goingOn = undefined;
    return place;
  }

  /** One is at this place of the item now; null where there is nothing to come back to. */
  isAt(item: string, place: LibraryPlace | null): Promise<void> {
    const stop = place && { item, place };
    const isSame = JSON.stringify(stop) === JSON.stringify(this.#kept);
    if (isSame || (!stop && this.#kept?.item !== item)) return Promise.resolve();
    this.#kept = stop;
    // One after the other. A place that could not be kept is a small loss, and nobody is asked about it.
    const keeping = this.#latest.then(() => change('set_library_stop', stop)).catch(() => undefined);
    this.#latest = keeping;
    return keeping.then(() => undefined);
  }
}
