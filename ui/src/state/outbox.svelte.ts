// What was pressed goes to the core in order, one at a time. What could not be kept waits and is tried again.
import { Refused, type Reason } from '$host/client';
import { beforeLeaving } from './leaving';
import { Pace } from './pace';

/** Refusals that may pass. Any other would come back the same, so that piece is let go. */
const mayPass: Reason['code'][] = ['trouble', 'not_open', 'unreachable'];

export class Outbox {
  /** Why the last piece could not be kept; gone once one was. */
  error = $state.raw<Refused>();
  #waiting: (() => Promise<void>)[] = [];
  #isSending = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #pace: Pace;
  #stopFlushing: (() => void) | undefined;

  constructor(waits?: readonly number[]) {
    this.#pace = new Pace(waits);
  }

  put(piece: () => Promise<void>): void {
    this.#waiting.push(piece);
    if (this.#pace.left === 0) void this.#send();
  }

  /** Answers whether nothing waits any more. */
  async #send(): Promise<boolean> {
    if (this.#isSending) return false;
    this.#isSending = true;
    clearTimeout(this.#again);
    for (let piece = this.#waiting[0]; piece; piece = this.#waiting[0]) {
      try {
        await piece();
        this.error = undefined;
        this.#pace.saved();
      } catch (thrown) {
        const refused = Refused.from(thrown);
        // The same trouble again is not news.
        if (refused.reason.code !== this.error?.reason.code) this.error = refused;
        if (mayPass.includes(refused.reason.code)) {
          this.#again = setTimeout(() => void this.#send(), this.#pace.refused());
          this.#stopFlushing ??= beforeLeaving(() => this.#send());
          break;
        }
      }
      this.#waiting.shift();
    }
    if (this.#waiting.length === 0) {
      this.#stopFlushing?.();
      this.#stopFlushing = undefined;
    }
    this.#isSending = false;
    return this.#waiting.length === 0;
  }
}
