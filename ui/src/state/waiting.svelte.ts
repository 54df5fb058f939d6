// What waits for an answer today, wherever it was shown: its answers, and how to take one back.
import { change, read, type Changed } from '$host/client';
import type {
  About,
  Answer,
  Answered,
  ChangeId,
  LatestAnswer,
  Reminders,
  WaitingReminder,
} from '$host/generated/wire';
import { Live } from './live.svelte';
import { undo } from './undo';

/** A question whether to stay quiet is about the reminder, and is answered by nothing but itself. */
const isCheckIn = ({ about, asks_quiet }: WaitingReminder) => about.about === 'check_in' && !asks_quiet;

export class Waiting {
  #reminders = new Live('get_reminders', () => null, ['reminders', 'check_ins', 'activities']);

  get list(): WaitingReminder[] {
    return this.#reminders.value?.waiting ?? [];
  }

  /** What waits besides a check-in. */
  get others(): WaitingReminder[] {
    return this.list.filter((waiting) => !isCheckIn(waiting));
  }

  /** The latest answer that can be taken back. What was opened is in sight already, and needs no word. */
  get latestAnswer(): LatestAnswer | undefined {
    const latest = this.#reminders.value?.latest_answer;
    return latest && latest.answer !== 'open' ? latest : undefined;
  }

  async answer(waiting: WaitingReminder, answer: Answer): Promise<Changed<Answered>> {
    const answered = await change('answer_reminder', { log: waiting.log, answer });
    await this.#reminders.refresh();
    return answered;
  }

  async takeBack(id: ChangeId | null): Promise<void> {
    await undo(id);
    await this.#reminders.refresh();
  }

  /** A check-in was given, or left for now: then the reminder of it, if one waits, has had its answer. */
  async answerCheckIn(answer: 'open' | 'not_now' | 'same_as_last'): Promise<void> {
    const checkIn = (await this.#settled()).waiting.find(isCheckIn);
    if (checkIn) await change('answer_reminder', { log: checkIn.log, answer });
    else if (answer === 'same_as_last') await repeatLast();
  }

  async #settled(): Promise<Pick<Reminders, 'waiting'>> {
    if (!this.#reminders.value) await this.#reminders.refresh();
    return this.#reminders.value ?? { waiting: [] };
  }
}

/** As the core repeats a check-in: all but its line of text, which was about that moment. */
async function repeatLast(): Promise<void> {
  const [last] = await read('list_check_ins', 1);
  if (!last) return;
  const { feel, energy, comfort, words, body } = last;
  await change('save_check_in', { id: null, feel, energy, comfort, words, body, note: '' });
}

/** What a reminder is for, in the words of what it would open. */
export interface Purpose {
  title: string;
  smaller?: string;
}

async function purposeOf(about: About): Promise<Purpose | undefined> {
  switch (about.about) {
    case 'write':
      return about.prompt ? { title: about.prompt } : undefined;
    case 'activity':
      return (await read('list_activities', null)).find(({ id }) => id === about.activity);
    case 'routine':
      return (await read('list_routines', null)).find(({ id }) => id === about.routine);
    case 'practice':
      return (await read('list_library', null)).find(({ id }) => id === about.item);
    case 'check_in':
    case 'wind_down':
    case 'own_words':
      return undefined;
  }
}

export class PurposeOf {
  value = $state.raw<Purpose>();

  /** Make one while a component starts. */
  constructor(about: () => About) {
    $effect(() => {
      // When it cannot be read, the reminder still says what kind of thing it is.
      void purposeOf(about()).then(
        (purpose) => (this.value = purpose),
        () => undefined,
      );
    });
  }
}
