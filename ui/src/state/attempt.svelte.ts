// One time of doing an activity: before, while, after. It outlives its page, so that a look at Help comes back to it.
import { change } from '$host/client';
import type { Activity, ActivityEnd, ActivityLogId, Outcome } from '$host/generated/wire';
import type { MakeTimer, Origin, Timer } from './doing';
import { Outbox } from './outbox.svelte';
import { sounds } from './sounds.svelte';

type Ratings = Pick<ActivityEnd, 'pleasure' | 'mastery' | 'closeness'>;

export class Attempt {
  readonly activity: Activity;
  readonly origin: Origin;
  phase = $state<'before' | 'doing' | 'after'>('before');
  /** The smaller version is what one does this time. */
  isSmaller = $state(false);
  guess = $state<number | null>(null);
  outcome = $state<Outcome>();
  ratings = $state.raw<Ratings>({ pleasure: null, mastery: null, closeness: null });
  /** Only when asked for. */
  timer = $state.raw<Timer>();
  readonly outbox = new Outbox();
  readonly #makeTimer: MakeTimer;
  #log: ActivityLogId | undefined;

  constructor(activity: Activity, origin: Origin, makeTimer: MakeTimer) {
    this.activity = activity;
    this.origin = origin;
    this.#makeTimer = makeTimer;
  }

  begin(): void {
    if (this.phase !== 'before') return;
    this.phase = 'doing';
    const start = { activity: this.activity.id, is_smaller: this.isSmaller, guess: this.guess };
    this.outbox.put(async () => {
      this.#log = (await change('start_activity', start)).value.id;
    });
  }

  startTimer(): void {
    const minutes = this.activity.minutes;
    if (minutes === null) return;
    this.timer ??= this.#makeTimer(minutes * 60, () => sounds.ring());
    this.timer.start();
  }

  end(outcome: Outcome): void {
    if (this.phase !== 'doing') return;
    this.timer?.stop();
    this.phase = 'after';
    this.outcome = outcome;
    this.#keepEnd();
  }

  rate(rating: Partial<Ratings>): void {
    this.ratings = { ...this.ratings, ...rating };
    this.#keepEnd();
  }

  #keepEnd(): void {
    const outcome = this.outcome;
    if (!outcome) return;
    const ratings = this.ratings;
    this.outbox.put(async () => {
      if (this.#log !== undefined) await change('finish_activity', { log: this.#log, outcome, ...ratings });
    });
  }
}

let latest: Attempt | undefined;

/** The activity as it is being done, or ready to begin. */
export function attemptAt(activity: Activity, origin: Origin, makeTimer: MakeTimer): Attempt {
  if (latest?.phase === 'doing') {
    if (latest.activity.id === activity.id) return latest;
    latest.timer?.stop();
  }
  latest = new Attempt(activity, origin, makeTimer);
  return latest;
}
