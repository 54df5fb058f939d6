// One reminder being set: each change is kept at once, in order. What is refused stays on the screen and is not kept.
import { change, Refused } from '$host/client';
import type { About, Invalid, ReminderDraft, ReminderId } from '$host/generated/wire';
import { draftOf, first, type Reminders } from './reminders.svelte';
import { onLeaving, Saver } from './saver.svelte';

/** How long after the last letter a text is kept. */
const afterTyping = 600;

/** What it is about still has to be chosen from a list. */
export function isUnchosen(about: About): boolean {
  if (about.about === 'activity') return about.activity === 0;
  if (about.about === 'routine') return about.routine === 0;
  return about.about === 'practice' && about.item === '';
}

export type Part = 'about' | 'timing' | 'days' | 'words';

/** Where on the screen the reason belongs; the others are about times. */
const parts: Partial<Record<Invalid['what'], Part>> = {
  nothing_to_remind_of: 'about',
  text_too_long: 'words',
  no_day_chosen: 'days',
  date_in_the_past: 'days',
  impossible_date: 'days',
};

function partOf(thrown: unknown): Part | undefined {
  const { reason } = Refused.from(thrown);
  return reason.code === 'invalid' ? (parts[reason.invalid.what] ?? 'timing') : undefined;
}

export class OpenReminder {
  #reminders: Reminders;
  #id = $state<ReminderId | null>(null);
  /** What is on the screen. It stays when it was kept, so that no row moves under the hand. */
  #typed = $state.raw<ReminderDraft>();
  #isSaved = $state(true);
  /** The `changed_at` that keeping it gave; any other is a change from elsewhere. */
  #savedAt = $state<string>();
  #refusedFor = $state<Part>();
  #saver = new Saver(() => this.#keep());

  /** Make one while a component starts. `id` is null for a new one. */
  constructor(reminders: Reminders, id: ReminderId | null) {
    this.#reminders = reminders;
    this.#id = id;
    onLeaving(() => this.#saver.flush());
  }

  get id(): ReminderId | null {
    return this.#id;
  }

  readonly outlook = $derived.by(() => this.#reminders.find(this.#id));

  /** It was deleted, here or elsewhere. */
  readonly isGone: boolean = $derived.by(
    () =>
      this.#id !== null && this.#reminders.value !== undefined && this.outlook === undefined && this.#isSaved,
  );

  readonly draft: ReminderDraft = $derived.by(() => {
    const stored = this.outlook?.reminder;
    const isOwn = !this.#isSaved || !stored || stored.changed_at === this.#savedAt;
    return (isOwn && this.#typed) || (stored ? draftOf(stored) : first);
  });

  /** Why what is on the screen could not be kept. */
  get problem(): string | undefined {
    return this.#saver.problem;
  }

  /** The same, if it is about this part. */
  problemIn(part: Part | undefined): string | undefined {
    return this.#refusedFor === part ? this.problem : undefined;
  }

  readonly needsChoice: boolean = $derived(isUnchosen(this.draft.about));

  set(patch: Partial<ReminderDraft>): void {
    this.#typed = { ...this.draft, ...patch };
    this.#isSaved = false;
    this.#saver.touch();
  }

  /** Text is kept when the typing pauses. */
  write(patch: Partial<ReminderDraft>): void {
    this.#typed = { ...this.draft, ...patch };
    this.#isSaved = false;
    this.#saver.touch(afterTyping);
  }

  turn(isOn: boolean): void {
    const stored = this.outlook?.reminder;
    // Turning it off always works, whatever half-typed thing is on the screen.
    if (!isOn && stored && !this.#isSaved) this.#typed = draftOf(stored);
    this.set({ is_on: isOn });
  }

  /** Keeps a new one as it is, also when nothing in it was changed. */
  async done(): Promise<boolean> {
    if (this.#id === null) this.set({});
    else await this.#saver.flush();
    await this.#saver.flush();
    return this.problem === undefined && !this.needsChoice;
  }

  async #keep(): Promise<boolean> {
    const sent = this.#typed;
    if (!sent || isUnchosen(sent.about)) return false;
    const { value } = await this.#send(sent);
    this.#savedAt = value.changed_at;
    this.#id = value.id;
    await this.#reminders.refresh();
    if (this.#typed === sent) this.#isSaved = true;
    return true;
  }

  async #send(sent: ReminderDraft) {
    try {
      const kept = await change('save_reminder', { ...sent, id: this.#id });
      this.#refusedFor = undefined;
      return kept;
    } catch (thrown) {
      this.#refusedFor = partOf(thrown);
      throw thrown;
    }
  }
}
