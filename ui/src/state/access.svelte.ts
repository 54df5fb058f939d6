// Opening the journal: the first choice of a lock, unlocking, and what to do when it does not open.
import { change } from '$host/client';
import type { Changes, LockChoice } from '$host/generated/wire';
import { sentence } from './errors';
import { session } from './session.svelte';

class Access {
  isBusy = $state(false);
  /** Why the last try did not work, in words. */
  problem = $state<string>();
  /** Where old data was moved to, until the new journal is open. */
  setAsideTo = $state<string>();

  async create(choice: LockChoice): Promise<void> {
    await this.#attempt('create_profile', choice);
    if (session.isOpen) this.setAsideTo = undefined;
  }

  /** With a passphrase or a recovery key, sign by sign as it was typed. */
  async unlock(typed: string): Promise<void> {
    await this.#attempt('unlock', { typed });
  }

  async askKeychain(): Promise<void> {
    await this.#attempt('ask_keychain', null);
  }

  async tryAgain(): Promise<void> {
    await this.#attempt('try_again', null);
  }

  async setDataAside(): Promise<void> {
    this.setAsideTo = (await this.#attempt('set_data_aside', null)) ?? undefined;
  }

  /** Another press while one is on its way changes nothing. */
  async #attempt<N extends keyof Changes>(
    name: N,
    input: Changes[N]['input'],
  ): Promise<Changes[N]['output'] | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const { value } = await change(name, input);
      await session.refresh();
      return value;
    } catch (thrown) {
      this.problem = sentence(thrown);
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}

export const access: Access = new Access();
export { type LockChoice };
