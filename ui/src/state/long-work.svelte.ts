// Work that takes long: how far it is, and stopping it. It goes on in the core, whatever becomes of the page.
import { change, read } from '$host/client';
import type { LongWorkState } from '$host/generated/wire';

const between = 300;

class LongWork {
  /** How far it is; nothing while nothing takes long. */
  state = $state.raw<LongWorkState>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks while something is underway. What has begun this moment is found at the second look. */
  follow(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), between);
  }

  /** Finds what was underway before the page was loaded. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.state = (await read('get_long_work', null)) ?? undefined;
    } catch {
      this.state = undefined;
    }
    if (this.state) this.follow();
  }

  async stop(): Promise<void> {
    await change('stop_long_work', null);
  }
}

export const longWork = new LongWork();
