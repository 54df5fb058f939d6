// Help within one press from everywhere, and the frame that goes with each state of the journal.
import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useHost } from '$host/client';
import { navigation } from '$state/navigation.svelte';
import { session } from '$state/session.svelte';
import Shell from './Shell.svelte';

const places = () => screen.queryByRole('link', { name: 'Library' });

async function shellWith(state: string, hash = '#/today') {
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
  useHost({
    call: (name) =>
      name === 'get_status'
        ? Promise.resolve({ value: { state, lock: 'none', problem: 'damaged', folder: '' }, change: null })
        : Promise.reject({ code: 'not_open' }),
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
  await session.refresh();
  render(Shell);
}

beforeEach(() => navigation.go({ at: 'today' }));
afterEach(cleanup);

describe.each(['open', 'demo', 'locked', 'first_run', 'refused'])('while the journal is %s', (state) => {
  it('help is a link that F1 also follows', async () => {
    await shellWith(state);
    expect(screen.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe('#/help');
    await userEvent.keyboard('{F1}');
    expect(navigation.route.at).toBe('help');
  });
});

it('the_check_in_window_has_help_and_no_rail', async () => {
  await shellWith('open', '#/check-in');
  screen.getByRole('link', { name: 'Help' });
  expect(places()).toBeNull();
});

it('places_and_their_keys_are_there_only_while_the_journal_is_open', async () => {
  await shellWith('locked');
  expect(places()).toBeNull();
  await userEvent.keyboard('{Control>}2{/Control}');
  expect(navigation.route.at).toBe('today');
  cleanup();

  await shellWith('open');
  expect(places()).not.toBeNull();
  await userEvent.keyboard('{Control>}2{/Control}');
  expect(navigation.route).toEqual({ at: 'journal' });
  await userEvent.keyboard('{Control>}j{/Control}');
  expect(navigation.route).toEqual({ at: 'journal', id: 'new' });
});

it('back_leads_to_the_place_before_help', async () => {
  await shellWith('open');
  navigation.go({ at: 'journal', id: '7' });
  await userEvent.keyboard('{F1}');
  navigation.back();
  await waitFor(() => expect(navigation.route).toEqual({ at: 'journal', id: '7' }));
});

it.each(['{Escape}', '{F1}'])('%s_leads_from_help_back_to_the_entry_that_was_open', async (key) => {
  await shellWith('open');
  navigation.go({ at: 'journal', id: '7' });
  await userEvent.keyboard('{F1}');
  expect(navigation.route).toEqual({ at: 'help' });
  await userEvent.keyboard(key);
  await waitFor(() => expect(navigation.route).toEqual({ at: 'journal', id: '7' }));
});

it('escape_leads_back_from_a_page_inside_help_and_from_help_over_the_lock', async () => {
  await shellWith('open');
  navigation.go({ at: 'library' });
  await userEvent.keyboard('{F1}');
  navigation.go({ at: 'help', page: 'plan' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(navigation.route).toEqual({ at: 'library' }));
  cleanup();

  await shellWith('locked', '#/today');
  await userEvent.keyboard('{F1}');
  expect(navigation.route.at).toBe('help');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(navigation.route.at).toBe('today'));
});
