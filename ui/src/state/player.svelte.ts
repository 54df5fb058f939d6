// Playing a routine: where one is, what a press does, and what of it is kept. It outlives its page, so that a
// look at Help comes back to the same step.
import { change } from '$host/client';
import type { Routine, RunId, Step, StepOutcome } from '$host/generated/wire';
import type { MakeTimer, Origin, Timer } from './doing';
import { Outbox } from './outbox.svelte';

export type Ending = 'finished' | 'stopped' | 'made_worse';

/** How this person plays routines, until the program closes. */
export const playing = $state({ timersStart: false });

export class Player {
  readonly routine: Routine;
  readonly origin: Origin;
  phase = $state<'before' | 'step' | 'over'>('before');
  at = $state(0);
  ending = $state<Ending>();
  /** The timer of this step, if it has one. */
  timer = $state.raw<Timer>();
  readonly step: Step | undefined = $derived.by(() => this.routine.steps[this.at]);
  readonly outbox = new Outbox();
  readonly #makeTimer: MakeTimer;
  #run: RunId | undefined;

  constructor(routine: Routine, origin: Origin, makeTimer: MakeTimer) {
    this.routine = routine;
    this.origin = origin;
    this.#makeTimer = makeTimer;
  }

  begin(): void {
    if (this.phase !== 'before') return;
    this.phase = 'step';
    this.outbox.put(async () => {
      this.#run = (await change('start_routine', this.routine.id)).value.id;
    });
    this.#enter(0);
  }

  done(): void {
    this.#mark('done');
  }

  skip(): void {
    this.#mark('skipped');
  }

  back(): void {
    if (this.phase === 'step' && this.at > 0) this.#enter(this.at - 1);
  }

  stop(): void {
    this.#end('stopped');
  }

  madeItWorse(): void {
    this.#end('made_worse');
  }

  #enter(at: number): void {
    this.timer?.stop();
    this.at = at;
    const seconds = this.step?.seconds ?? null;
    this.timer = seconds === null ? undefined : this.#makeTimer(seconds);
    if (playing.timersStart) this.timer?.start();
  }

  #mark(outcome: StepOutcome): void {
    const step = this.step;
    if (this.phase !== 'step' || !step) return;
    this.outbox.put(async () => {
      if (this.#run !== undefined) await change('mark_step', { run: this.#run, step: step.id, outcome });
    });
    if (this.at + 1 < this.routine.steps.length) this.#enter(this.at + 1);
    else this.#end('finished');
  }

  #end(ending: Ending): void {
    if (this.phase !== 'step') return;
    this.timer?.stop();
    this.phase = 'over';
    this.ending = ending;
    this.outbox.put(async () => {
      const outcome = ending === 'finished' ? 'finished' : 'stopped';
      if (this.#run !== undefined) await change('finish_routine', { run: this.#run, outcome });
    });
  }
}

let latest: Player | undefined;

/** The routine as it is being played, or ready to begin. */
export function playerOf(routine: Routine, origin: Origin, makeTimer: MakeTimer): Player {
  if (latest?.phase === 'step') {
    if (latest.routine.id === routine.id) return latest;
    latest.timer?.stop();
  }
  latest = new Player(routine, origin, makeTimer);
  return latest;
}
