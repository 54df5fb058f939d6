// What a reminder says of its pace, and the one press that sets it aside.
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { Pace } from '$host/generated/wire';
import { first } from '$state/reminders.svelte';
import Reminders from './Reminders.svelte';

afterEach(cleanup);

function listWith(pace: Pace, isOn = true): [string, unknown][] {
  const calls: [string, unknown][] = [];
  const reminder = { ...first, id: 7, is_on: isOn, changed_at: '' };
  const value = {
    reminders: [{ reminder, next_at: null, pace, coming: Array(7).fill(true) }],
    rules: { is_on: true, most_a_day: 1, quiet_hours: [], dates_off: [], weekdays_off: [], waits: true },
    ...{ paused_until: null, waiting: [], latest_answer: null, zone: 'UTC', test: null },
  };
  useHost({
    async call(name, input) {
      if (name === 'get_reminders') return { value, change: null };
      const isRead = /^(get|list)_/.test(name);
      if (!isRead) calls.push([name, input]);
      return { value: isRead ? [] : reminder, change: 3 };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
  render(Reminders, { route: { at: 'reminders' } });
  return calls;
}

it('a_reminder_that_got_quieter_says_so_and_is_set_back_by_one_press', async () => {
  const calls = listWith({ pace: 'halved', unanswered: 2, skips_next: true });
  await screen.findByText(/the last two were left alone, so every second one stays away/);
  await userEvent.click(screen.getByRole('button', { name: 'As before' }));
  expect(calls).toEqual([['wake_reminder', 7]]);
});

it('one_that_sleeps_is_woken_and_offers_no_quieter', async () => {
  const calls = listWith({ pace: 'asleep' });
  await screen.findByText('It sleeps until you wake it.');
  expect(screen.queryByRole('button', { name: 'Quieter' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Wake it' }));
  expect(calls).toEqual([['wake_reminder', 7]]);
});

it('one_that_is_off_says_nothing_of_its_pace', async () => {
  listWith({ pace: 'asleep' }, false);
  await screen.findByText('It is off.');
  expect(screen.queryByRole('button', { name: 'Wake it' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Start again' })).toBeTruthy();
});
