// Facts about which entries are at hand, and what happens to them on every way out.
import { beforeEach, expect, it, vi } from 'vitest';
import type { useHost } from '$host/client';
import type { Change, EntryDraft, Uid } from '$host/generated/wire';
import { idOf } from '../test-ids';

let tell: (change: Change) => void;
let reads: unknown[];
let saves: EntryDraft[];

async function start() {
  vi.resetModules();
  const client = await import('$host/client');
  const host: Parameters<typeof useHost>[0] = {
    call: async (name, input) => {
      if (name === 'get_entry') reads.push(input);
      if (name === 'get_entry')
        return {
          value: {
            id: input,
            uid: `uid ${String(input)}`,
            on: '2026-11-03',
            title: '',
            text: `entry ${String(input)}`,
          },
          change: null,
        };
      saves.push(input as EntryDraft);
      return { value: { id: 7, on: '2026-11-03', title: '', text: '' }, change: 1 };
    },
    onChanged: (listener) => {
      tell = listener;
      return () => {};
    },
    onNavigate: () => () => {},
  };
  client.useHost(host);
  return (await import('./open-entries')).openEntries;
}

beforeEach(() => {
  saves = [];
  reads = [];
});

it('a_blank_page_is_given_again_until_something_is_written', async () => {
  const openEntries = await start();
  const blank = openEntries.begin();
  expect(openEntries.begin()).toBe(blank);
  blank.write(() => 'words');
  expect(openEntries.begin()).not.toBe(blank);
  await blank.flush();
});

it('a_page_with_a_question_is_given_again_for_that_question_alone', async () => {
  const openEntries = await start();
  const asked = openEntries.begin('What was warm?');
  expect(openEntries.begin()).not.toBe(asked);
  expect(openEntries.begin('What was soft?')).not.toBe(asked);
  expect(openEntries.begin('What was warm?')).toBe(asked);
});

it.each(['pagehide', 'blur'])('everything_is_kept_on_%s', async (way) => {
  const openEntries = await start();
  openEntries.begin().write(() => 'last words');
  dispatchEvent(new Event(way));
  await vi.waitFor(() => expect(saves.map(({ text }) => text)).toEqual(['last words']));
});

it('everything_is_kept_when_the_window_is_hidden', async () => {
  const openEntries = await start();
  openEntries.begin().write(() => 'last words');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(saves).toHaveLength(1));
});

it('the_same_entry_is_given_again_with_its_words', async () => {
  const openEntries = await start();
  const entry = openEntries.open(idOf(3));
  await vi.waitFor(() => expect(entry.text).toBe('entry 3'));
  expect(openEntries.open(idOf(3))).toBe(entry);
});

it('entries_that_are_kept_leave_memory_when_the_journal_is_locked', async () => {
  const openEntries = await start();
  const kept = openEntries.open(idOf(3));
  await vi.waitFor(() => expect(kept.phase).toBe('ready'));
  tell({ kinds: ['status'], rows: null, source: 'program' });
  expect(openEntries.open(idOf(3))).not.toBe(kept);
});

it('an_entry_is_read_again_when_it_changed_and_not_when_another_did', async () => {
  const openEntries = await start();
  const entry = openEntries.open(idOf(3));
  await vi.waitFor(() => expect(entry.phase).toBe('ready'));
  const changed = (...uids: string[]) => ({
    kinds: ['entries' as const],
    rows: uids.map((uid) => ({ kind: 'entries' as const, uid: idOf<Uid>(uid) })),
    source: { page: 'check-in' },
  });
  tell(changed('uid 4'));
  tell(changed());
  expect(reads).toEqual([3]);
  tell(changed('uid 4', 'uid 3'));
  tell({ ...changed(), rows: null });
  expect(reads).toEqual([3, 3, 3]);
});

it('only_some_entries_stay_in_memory', async () => {
  const openEntries = await start();
  const first = openEntries.open(idOf(1));
  for (let id = 2; id <= 40; id++) openEntries.open(idOf(id));
  expect(openEntries.open(idOf(1))).not.toBe(first);
});
