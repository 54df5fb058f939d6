// The song that plays: one at a time, read from the encrypted file for as long as it plays and no longer.
import type { Attachment } from '$host/generated/wire';
import { bytesOf } from './attachments.svelte';
import { sentence } from './errors';

export class PlayingSong {
  song = $state.raw<Attachment>();
  /** Where its sound is, once it was read. */
  address = $state<string>();
  problem = $state<string>();
  #reading: AbortController | undefined;

  async play(song: Attachment): Promise<void> {
    this.stop();
    this.song = song;
    const reading = (this.#reading = new AbortController());
    try {
      const blob = await bytesOf(song, reading.signal);
      if (!reading.signal.aborted) this.address = URL.createObjectURL(blob);
    } catch (thrown) {
      if (!reading.signal.aborted) this.fail(sentence(thrown));
    }
  }

  /** It cannot go on. */
  fail(problem: string): void {
    this.stop();
    this.problem = problem;
  }

  /** Silence, and no byte of it stays in memory. */
  stop(): void {
    this.#reading?.abort();
    if (this.address) URL.revokeObjectURL(this.address);
    this.song = this.address = this.problem = undefined;
  }
}
