// Earlier states of one entry: in a list, and one of them in full.
import { read, Refused } from '$host/client';
import type { EntryId, EntryVersion, EntryVersionId, EntryVersionSummary } from '$host/generated/wire';

export class Earlier {
  /** Undefined until they were read. */
  states = $state.raw<EntryVersionSummary[]>();
  shown = $state.raw<EntryVersion>();
  error = $state.raw<Refused>();

  list(entry: EntryId): Promise<void> {
    this.forget();
    return this.#try(async () => {
      this.states = await read('list_versions', entry);
    });
  }

  /** No words of them stay in memory. */
  forget(): void {
    this.states = this.shown = this.error = undefined;
  }

  show(version: EntryVersionId): Promise<void> {
    return this.#try(async () => {
      this.shown = await read('get_version', version);
    });
  }

  async #try(task: () => Promise<void>): Promise<void> {
    try {
      await task();
      this.error = undefined;
    } catch (thrown) {
      this.error = Refused.from(thrown);
    }
  }
}
