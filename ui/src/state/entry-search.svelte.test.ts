// Facts about searching as one types: stale answers are dropped, and an empty field looks for nothing.
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHost } from '$host/client';
import type { EntrySearch as Asked, SearchHit } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { EntrySearch } from './entry-search.svelte';

const hit = (text: string): SearchHit => ({
  entry: {
    id: idOf(1),
    on: '2026-11-03',
    created_at: '',
    title: '',
    excerpt: text,
    is_starred: false,
    has_attachments: false,
  },
  title: [],
  snippet: [{ text, hit: true }],
});

let answers: Map<string, (hits: SearchHit[]) => void>;
let search: EntrySearch;
let stop: () => void;

function type(text: string) {
  search.typed = text;
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers();
  answers = new Map();
  useHost({
    call: (_, input) =>
      new Promise((resolve) =>
        answers.set((input as Asked).typed, (hits) =>
          resolve({ value: { hits, clauses: [] }, change: null }),
        ),
      ),
    onChanged: () => () => {},
    onNavigate: () => () => {},
  });
  stop = $effect.root(() => {
    search = new EntrySearch();
  });
  flushSync();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('only_the_text_at_a_rest_of_the_keys_is_looked_for', async () => {
  type('g');
  type('gr');
  await vi.advanceTimersByTimeAsync(100);
  expect([...answers.keys()]).toEqual(['gr']);
});

it('an_answer_that_comes_late_does_not_replace_a_newer_one', async () => {
  type('gr');
  await vi.advanceTimersByTimeAsync(100);
  type('grey');
  await vi.advanceTimersByTimeAsync(100);
  answers.get('grey')?.([hit('grey')]);
  await vi.advanceTimersByTimeAsync(1);
  answers.get('gr')?.([hit('great')]);
  await vi.advanceTimersByTimeAsync(1);
  expect(search.hits?.map(({ entry }) => entry.excerpt)).toEqual(['grey']);
  expect(search.foundBy).toBe('grey');
});

it('clearing_the_field_ends_the_search_whatever_is_still_on_its_way', async () => {
  type('gr');
  await vi.advanceTimersByTimeAsync(100);
  search.clear();
  flushSync();
  answers.get('gr')?.([hit('great')]);
  await vi.advanceTimersByTimeAsync(1);
  expect(search.hits).toBeUndefined();
  expect(search.foundBy).toBe('');
});
