// Keeps what is being entered: one save at a time, the latest always last. What could not be kept is tried again.
import { Refused } from '$host/client';
import { sentence } from './errors';
import { beforeLeaving } from './leaving';
import { Pace } from './pace';

export class Saver {
  state = $state<'untouched' | 'kept' | 'failed'>('untouched');
  /** Why it could not be kept, in words; gone once it was. */
  problem = $state<string>();
  #save: () => Promise<unknown>;
  #isDue = false;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pace = new Pace();

  /** `save` reads what there is to keep at the moment it runs, and answers `false` when there was nothing. */
  constructor(save: () => Promise<unknown>) {
    this.#save = save;
  }

  /** Something has not been kept yet. */
  get isDue(): boolean {
    return this.#isDue || this.#running !== undefined;
  }

  /** Something was entered: keep it at once, or after a pause in typing. */
  touch(pause = 0): void {
    this.#isDue = true;
    const wait = this.#pace.rest(pause);
    if (wait > 0) this.#later(wait);
    else void this.flush();
  }

  /** Keeps what is due now; done once it has been tried. Answers whether it is kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#isDue) this.#running ??= this.#run().finally(() => (this.#running = undefined));
    await this.#running;
    return !this.#isDue;
  }

  /** Begins anew: nothing has been entered. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#isDue = false;
    this.state = 'untouched';
    this.problem = undefined;
  }

  async #run(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      try {
        this.state = (await this.#save()) === false ? 'untouched' : 'kept';
        this.problem = undefined;
        this.#pace.saved();
      } catch (thrown) {
        this.state = 'failed';
        this.problem = sentence(thrown);
        // What was refused for what it is would be refused again, until it is changed.
        if (Refused.from(thrown).reason.code === 'invalid') {
          this.#pace.declined();
          continue;
        }
        this.#isDue = true;
        this.#later(this.#pace.refused());
        return;
      }
    }
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }
}

/** Calls `flush` whenever the page might be about to go away. Use while a component starts. */
export function onLeaving(flush: () => Promise<unknown>): void {
  $effect(() => beforeLeaving(flush));
}
