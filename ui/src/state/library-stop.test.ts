// Facts about what was left half-way: offered once, the latest place kept, nothing asked when it cannot be kept.
import { beforeEach, expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { LibraryStop } from '$host/generated/wire';
import { LibraryStopping } from './library-stop.svelte';

let stored: LibraryStop | null;
let calls: unknown[];
let isFull: boolean;

beforeEach(() => {
  stored = null;
  calls = [];
  isFull = false;
  useHost({
    call: (name, input) => {
      if (name === 'get_library_stop') return Promise.resolve({ value: stored, change: null });
      calls.push(input);
      if (isFull) return Promise.reject({ code: 'trouble', problem: 'disk_full' });
      stored = input as LibraryStop | null;
      return Promise.resolve({ value: null, change: 1 });
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});

it('what_was_left_is_offered_once', async () => {
  const left: LibraryStop = { item: 'a', place: { step: 2 } };
  stored = left;
  const visit = new LibraryStopping();
  await visit.offer();
  expect(visit.offered).toEqual(left);
  const next = new LibraryStopping();
  await next.offer();
  expect(next.offered).toBeUndefined();
});

it('the_place_is_taken_by_its_own_item_and_only_once', async () => {
  stored = { item: 'a', place: { text: 4 } };
  const visit = new LibraryStopping();
  await visit.offer();
  visit.goOn();
  expect(visit.offered).toBeUndefined();
  expect(visit.takePlace('a')).toEqual({ text: 4 });
  expect(visit.takePlace('a')).toBeUndefined();
});

it('the_latest_place_is_kept_and_an_end_lets_go_of_it', async () => {
  const visit = new LibraryStopping();
  await visit.isAt('a', null);
  expect(calls).toEqual([]);
  await Promise.all([
    visit.isAt('a', { step: 1 }),
    visit.isAt('a', { step: 2 }),
    visit.isAt('a', { step: 2 }),
  ]);
  expect(stored).toEqual({ item: 'a', place: { step: 2 } });
  expect(calls).toHaveLength(2);
  await visit.isAt('b', null);
  expect(stored).not.toBeNull();
  await visit.isAt('a', null);
  expect(stored).toBeNull();
});

it('a_place_that_cannot_be_kept_is_lost_without_a_word', async () => {
  isFull = true;
  await expect(new LibraryStopping().isAt('a', { step: 1 })).resolves.toBeUndefined();
});
