// Answers to what waits, on Today and in the check-in window: what each stores, and what it leaves alone.
import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { LatestAnswer, WaitingReminder } from '$host/generated/wire';
import { toasts } from '$kit/toasts.svelte';
import { m } from '$lib/messages';
import { navigation } from '$state/navigation.svelte';
import { idOf } from '../test-ids';
import CheckIn from './check-in/CheckIn.svelte';
import Today from './today/Today.svelte';

const checkIn: WaitingReminder = {
  log: idOf(1),
  about: { about: 'check_in' },
  words: null,
  asks_quiet: false,
  answers: ['open', 'not_now', 'same_as_last'],
};
const activity: WaitingReminder = {
  log: idOf(2),
  about: { about: 'activity', activity: idOf(5) },
  words: null,
  asks_quiet: false,
  answers: ['open', 'doing', 'smaller', 'not_now'],
};
const question: WaitingReminder = {
  log: idOf(3),
  ...{ words: null, asks_quiet: true },
  about: { about: 'check_in' },
  answers: ['keep_on', 'stay_quiet'],
};
const last = {
  ...{
    id: 9,
    at: '2026-11-24T10:00:00Z',
    on: '2026-11-24',
    zone: 'Etc/UTC',
    feel: { level: 2 },
    energy: null,
  },
  ...{ comfort: null, words: ['numb'], body: [], note: 'about that moment' },
};

let calls: [string, unknown][];
const changes = () => calls.filter(([name]) => /^(answer|save|undo)_/.test(name));
const answers = () => calls.filter(([name]) => name === 'answer_reminder').map(([, input]) => input);

/** A core in which these wait; an answer takes its own off the list, and undoing the change puts all back. */
function core(all: WaitingReminder[], { hasLast = false } = {}) {
  let waiting = all;
  let latest_answer: LatestAnswer | null = null;
  const values: Record<string, (input: never) => unknown> = {
    list_words: () => ({
      offered: { absence: [], flicker: [], zones: [], body: [] },
      own: { feelings: [], body: [], hidden: [] },
    }),
    list_check_ins: () => (hasLast ? [last] : []),
    list_activities: () => [{ id: 5, title: 'Sit by the river', smaller: 'Look at it' }],
    get_small_thing: () => null,
    get_reminders: () => ({ reminders: [], waiting, latest_answer }),
    answer_reminder: ({ log, answer }: { log: number; answer: LatestAnswer['answer'] }) => {
      const about = waiting.find((one) => one.log === log)?.about;
      waiting = waiting.filter((one) => one.log !== log);
      latest_answer = { answer, at: new Date().toISOString(), change: idOf(70) };
      const opens =
        about?.about === 'activity' ? { place: 'activity', activity: idOf(5) } : { place: 'check_in' };
      return { check_in: null, opens: answer === 'open' ? opens : null };
    },
    undo_change: () => {
      waiting = all;
      latest_answer = null;
      return null;
    },
    save_check_in: (draft: object) => ({ ...last, ...draft, id: 10 }),
  };
  useHost({
    call: async (name, input) => {
      calls.push([name, input]);
      return {
        value: values[name]?.(input as never) ?? null,
        change: name === 'answer_reminder' ? 70 : null,
      };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
}

const card = (text: string) => screen.findByRole('group', { name: text });
const press = async (place: HTMLElement, name: string) =>
  userEvent.click(within(place).getByRole('button', { name }));

beforeEach(() => {
  calls = [];
  navigation.go({ at: 'check-in' });
  for (const { id } of toasts.list) toasts.dismiss(id);
});
afterEach(cleanup);

describe('on Today', () => {
  it('each_one_has_its_card_with_its_own_answers', async () => {
    core([checkIn, activity]);
    render(Today);
    const names = (place: HTMLElement) =>
      within(place)
        .getAllByRole('button')
        .map((button) => button.textContent.trim());
    expect(names(await card(m.today_waiting_check_in()))).toEqual(['Open', 'Not now', 'Same as last time']);
    const activityCard = await card(m.today_waiting_activity());
    expect(names(activityCard)).toEqual(['Open', 'Doing it', 'Smaller', 'Not now']);
    await within(activityCard).findByText('Sit by the river');
  });

  it('an_answer_goes_to_its_own_reminder_and_the_focus_to_the_next', async () => {
    core([checkIn, activity]);
    render(Today);
    await press(await card(m.today_waiting_check_in()), 'Not now');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: /activity/ })));
    expect(answers()).toEqual([{ log: 1, answer: 'not_now' }]);
    expect(toasts.list.map(({ text }) => text)).toEqual(['Answered: not now.']);
    // The toast is enough: the line is for what was answered elsewhere.
    expect(screen.queryByText(/^Answered at/)).toBeNull();
    await toasts.list[0]?.undo?.();
    await card(m.today_waiting_check_in());
  });

  it('open_leads_to_what_it_is_about', async () => {
    core([activity]);
    render(Today);
    await press(await card(m.today_waiting_activity()), 'Open');
    await waitFor(() => expect(navigation.route).toEqual({ at: 'doing', shelf: 'activities', id: '5' }));
  });

  it.each([
    ['Yes, stay quiet', 'stay_quiet'],
    ['No, as before', 'keep_on'],
  ])('the_question_is_answered_with_%j_and_taken_back', async (label, answer) => {
    core([question]);
    render(Today);
    const ask = await card('Would you rather I stayed quiet?');
    within(ask).getByText(new RegExp(m.today_waiting_check_in()));
    await press(ask, label);
    await waitFor(() => expect(screen.queryByRole('group', { name: /quiet/ })).toBeNull());
    expect(answers()).toEqual([{ log: 3, answer }]);
    await toasts.list[0]?.undo?.();
    await card('Would you rather I stayed quiet?');
  });

  it('a_check_in_answers_the_reminder_of_it_and_no_other', async () => {
    core([question, activity, checkIn]);
    render(Today);
    await card(m.today_waiting_check_in());
    await userEvent.click(screen.getByRole('radio', { name: '4' }));
    await waitFor(() => expect(answers()).toEqual([{ log: 1, answer: 'open' }]));
  });
});

describe('leaving the check-in window', () => {
  const leave = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(navigation.route).toEqual({ at: 'today' }));
  };

  it('answers_the_check_in_that_waits_whatever_else_does', async () => {
    core([activity, checkIn]);
    render(CheckIn);
    await leave('Not now');
    expect(answers()).toEqual([{ log: 1, answer: 'not_now' }]);
  });

  it('answers_it_when_one_was_given', async () => {
    core([activity, checkIn]);
    render(CheckIn);
    await userEvent.click(screen.getAllByRole('radio', { name: '4' })[0] as HTMLElement);
    await leave('Done');
    expect(changes().map(([name]) => name)).toEqual(['save_check_in', 'answer_reminder']);
    expect(answers()).toEqual([{ log: 1, answer: 'open' }]);
  });

  it.each([[[]], [[activity]], [[question]]])('answers_nothing_when_no_check_in_waits', async (waiting) => {
    core(waiting);
    render(CheckIn);
    await leave('Not now');
    expect(changes()).toEqual([]);
  });

  it('repeats_the_last_check_in_without_answering_what_else_waits', async () => {
    core([activity], { hasLast: true });
    render(CheckIn);
    await leave('Same as last time');
    expect(answers()).toEqual([]);
    expect(changes()).toMatchObject([['save_check_in', { id: null, words: ['numb'], note: '' }]]);
  });

  it('repeats_it_as_the_answer_when_a_check_in_waits', async () => {
    core([checkIn], { hasLast: true });
    render(CheckIn);
    await leave('Same as last time');
    expect(changes()).toEqual([['answer_reminder', { log: 1, answer: 'same_as_last' }]]);
  });
});

describe('what else waits in the check-in window', () => {
  it('is_answered_there_but_not_opened_and_taken_back', async () => {
    core([checkIn, activity]);
    render(CheckIn);
    const other = await card(m.today_waiting_activity());
    expect(within(other).queryByRole('button', { name: 'Open' })).toBeNull();
    await press(other, 'Smaller');
    expect(answers()).toEqual([{ log: 2, answer: 'smaller' }]);
    const undo = await screen.findByRole('button', { name: /^Undo/ });
    expect(document.activeElement?.textContent).toContain('the smaller one');
    await userEvent.click(undo);
    await card(m.today_waiting_activity());
    expect(changes().at(-1)).toEqual(['undo_change', 70]);
  });

  it('can_be_the_question', async () => {
    core([question]);
    render(CheckIn);
    await press(await card('Would you rather I stayed quiet?'), 'Yes, stay quiet');
    expect(answers()).toEqual([{ log: 3, answer: 'stay_quiet' }]);
  });

  it('asks_the_core_for_nothing_that_this_window_may_not_have', async () => {
    core([activity, checkIn], { hasLast: true });
    render(CheckIn);
    await card(m.today_waiting_activity());
    expect(new Set(calls.map(([name]) => name))).toEqual(
      new Set(['get_reminders', 'list_words', 'list_check_ins']),
    );
  });
});
