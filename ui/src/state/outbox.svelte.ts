// What was pressed goes to the core in order, one at a time. What could not be kept waits and is tried again.
import { CommandError } from '$host/client';

/** Refusals that may pass. Any other would come back the same, so that piece is let go. */
const mayPass: CommandError['code'][] = ['trouble', 'not_open', 'Unreachable'];

export class Outbox {
  /** Why the last piece could not be kept; gone once one was. */
  error = $state.raw<CommandError>();
  #waiting: (() => Promise<void>)[] = [];
  #isSending = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #retryAfter: number;

  constructor(retryAfter = 4_000) {
    this.#retryAfter = retryAfter;
  }

  put(piece: () => Promise<void>): void {
    this.#waiting.push(piece);
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    clearTimeout(this.#again);
    for (let piece = this.#waiting[0]; piece; piece = this.#waiting[0]) {
      try {
        await piece();
        this.error = undefined;
      } catch (thrown) {
        this.error = CommandError.from(thrown);
        if (mayPass.includes(this.error.code)) {
          this.#again = setTimeout(() => void this.#send(), this.#retryAfter);
          break;
        }
      }
      this.#waiting.shift();
    }
    this.#isSending = false;
  }
}
