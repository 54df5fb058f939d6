// Going through steps, of a library item or of a routine: where one is, what a press does, and what of it is kept.
// It outlives its page, so that a look at Help comes back to the same step.
import type { GuidedPace, Practised, StepOutcome } from '$host/generated/wire';
import type { MakeTimer, Origin, Timer } from './doing';
import { Outbox } from './outbox.svelte';
import { sounds } from './sounds.svelte';

export type Ending = 'finished' | 'stopped' | 'made_worse';

export interface PlayStep {
  /** Its place in the whole, from 0, also when parts are left out. */
  place: number;
  text: string;
  seconds: number | null;
  pace: GuidedPace | null;
  marks: number | null;
}

/** What can be gone through. */
export interface Playable {
  of: Practised;
  title: string;
  /** The language of its texts, where it is known. */
  language?: string;
  steps: readonly PlayStep[];
  /** Timed steps follow each other without a press, unless one says otherwise: breathing needs its hands free. */
  flows: boolean;
}

/** What of it is kept. Where nothing is, that part is left out. */
export interface Keeping {
  begin?: () => Promise<void>;
  /** A step can be said to be done or skipped. */
  mark?: (place: number, outcome: StepOutcome) => Promise<void>;
  end?: (ending: Ending) => Promise<void>;
}

/** How this person goes through steps, until the program closes. */
export const playing = $state<{ goesOn: boolean | undefined }>({ goesOn: undefined });

export class Player {
  readonly thing: Playable;
  readonly origin: Origin;
  /** Steps are said to be done or skipped. */
  readonly isMarked: boolean;
  phase = $state<'before' | 'step' | 'over'>('before');
  at = $state(0);
  ending = $state<Ending>();
  /** The timer of this step, if it has one. */
  timer = $state.raw<Timer>();
  /** Which of a pace's cadences one goes along with. */
  cadenceAt = $state(0);
  /** How far into its pace this step began, in milliseconds: a pace runs on from step to step. */
  paceFrom = 0;
  readonly step: PlayStep | undefined = $derived.by(() => this.thing.steps[this.at]);
  readonly goesOn: boolean = $derived.by(() => playing.goesOn ?? this.thing.flows);
  readonly outbox = new Outbox();
  readonly #keeping: Keeping;
  readonly #makeTimer: MakeTimer;

  constructor(thing: Playable, keeping: Keeping, origin: Origin, makeTimer: MakeTimer) {
    this.thing = thing;
    this.#keeping = keeping;
    this.isMarked = keeping.mark !== undefined;
    this.origin = origin;
    this.#makeTimer = makeTimer;
  }

  /** From the first step, or from where one was another time. */
  begin(place = 0): void {
    if (this.phase !== 'before') return;
    this.phase = 'step';
    if (this.#keeping.begin) this.outbox.put(this.#keeping.begin);
    const at = this.thing.steps.findIndex((step) => step.place >= place);
    this.#enter(Math.max(0, at));
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

  pauseOrGoOn(): void {
    if (this.timer?.running) this.timer.pause();
    else this.timer?.start();
  }

  /** Its page is no longer seen: nothing goes on behind another. */
  leave(): void {
    this.timer?.pause();
  }

  chooseCadence(at: number): void {
    this.cadenceAt = at;
    this.beginPaceAnew();
  }

  /** The first phase begins now. */
  beginPaceAnew(): void {
    this.paceFrom = -(this.timer?.elapsed() ?? 0);
  }

  setGoesOn(chosen: boolean): void {
    playing.goesOn = chosen;
    if (!chosen || !this.timer) return;
    if (this.timer.remaining > 0) this.timer.start();
    else this.done();
  }

  /** `from` is the moment at which the step before ended by itself. */
  #enter(at: number, from?: number): void {
    const before = this.step;
    this.timer?.stop();
    this.at = at;
    const { seconds = null, pace } = this.step ?? {};
    const runsOn = from !== undefined && pace && pace === before?.pace;
    this.paceFrom = runsOn ? this.paceFrom + (before.seconds ?? 0) * 1000 : 0;
    this.timer =
      seconds === null
        ? undefined
        : this.#makeTimer(seconds, (endedAt) => {
            sounds.ring();
            if (this.goesOn) this.#mark('done', endedAt);
          });
    if (this.goesOn) this.timer?.start(from);
  }

  #mark(outcome: StepOutcome, from?: number): void {
    const step = this.step;
    if (this.phase !== 'step' || !step) return;
    const { mark } = this.#keeping;
    if (mark) this.outbox.put(() => mark(step.place, outcome));
    if (this.at + 1 < this.thing.steps.length) this.#enter(this.at + 1, from);
    else this.#end('finished');
  }

  #end(ending: Ending): void {
    // That it made things worse may also be noticed at its end.
    const isAfter = ending === 'made_worse' && this.ending === 'finished';
    if (this.phase !== 'step' && !isAfter) return;
    this.timer?.stop();
    this.phase = 'over';
    this.ending = ending;
    const { end } = this.#keeping;
    if (end) this.outbox.put(() => end(ending));
  }
}

let latest: Player | undefined;
const nameOf = (thing: Playable) => JSON.stringify(thing.of);

/** The next time begins at the beginning. */
export function letGoOfPlayer(): void {
  latest?.timer?.stop();
  latest = undefined;
}

/** What is being gone through, or is ready to begin. */
export function playerOf(thing: Playable, keeping: Keeping, origin: Origin, makeTimer: MakeTimer): Player {
  if (latest?.phase === 'step') {
    if (nameOf(latest.thing) === nameOf(thing)) return latest;
    latest.timer?.stop();
  }
  latest = new Player(thing, keeping, origin, makeTimer);
  return latest;
}
