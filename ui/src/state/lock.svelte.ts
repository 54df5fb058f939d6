// The lock of an open journal: which one, a key for the day a passphrase is forgotten, and locking now.
import { change } from '$host/client';
import type { LockChoice } from '$host/generated/wire';
import { sentence } from './errors';
import { longWork } from './long-work.svelte';
import { session } from './session.svelte';

export class LockSetting {
  isBusy = $state(false);
  /** Why the last try did not work, in words. */
  problem = $state<string>();

  /** Whether it worked. */
  async choose(choice: LockChoice): Promise<boolean> {
    return (await this.#attempt(() => change('change_lock', choice))) !== undefined;
  }

  /** Writes everything anew under another key, behind this lock. Whether it was done. */
  async encryptAnew(choice: LockChoice): Promise<boolean> {
    longWork.follow();
    const done = await this.#attempt(() => change('rotate_key', choice));
    await longWork.look();
    return done !== undefined;
  }

  /** The new key. It is given once and kept nowhere. */
  async makeRecoveryKey(): Promise<string | undefined> {
    return (await this.#attempt(() => change('make_recovery_key', null)))?.value;
  }

  async lockNow(): Promise<void> {
    await this.#attempt(() => change('lock', null));
  }

  async #attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const done = await act();
      await session.refresh();
      return done;
    } catch (thrown) {
      this.problem = sentence(thrown);
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}
