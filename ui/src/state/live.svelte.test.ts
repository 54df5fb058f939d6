import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { useHost, type Host } from '$host/client';
import type { Change, Kind } from '$host/generated/wire';
import { Live } from './live.svelte';

function hostAnswering(call: Host['call']) {
  const listeners = new Set<(change: Change) => void>();
  useHost({
    call,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onNavigate: () => () => undefined,
  });
  return {
    changed: (...kinds: Kind[]) =>
      listeners.forEach((listener) => listener({ kinds, rows: null, source: 'program' })),
    listening: () => listeners.size,
  };
}

/** Runs what a component would run while it starts, and gives back how to end it. */
function inComponent<T>(make: () => T): [T, () => void] {
  let made: T | undefined;
  const end = $effect.root(() => {
    made = make();
  });
  flushSync();
  return [made as T, end];
}

it('reads_again_only_when_something_it_rests_on_has_changed', async () => {
  const call = vi.fn((): Promise<{ value: unknown; change: null }> =>
    Promise.resolve({ value: [call.mock.calls.length], change: null }),
  );
  const host = hostAnswering(call);
  const [live, end] = inComponent(() => new Live('list_people', () => null, ['people']));
  await vi.waitFor(() => expect(live.value).toEqual([1]));
  expect(live.loading).toBe(false);

  host.changed('entries');
  expect(call).toHaveBeenCalledOnce();
  host.changed('entries', 'people');
  await vi.waitFor(() => expect(live.value).toEqual([2]));

  end();
  expect(host.listening()).toBe(0);
});

it('an_early_question_answered_late_is_left_aside', async () => {
  const answers: ((value: unknown) => void)[] = [];
  hostAnswering(
    () =>
      new Promise((resolve) => {
        answers.push((value) => resolve({ value, change: null }));
      }),
  );
  const [live, end] = inComponent(() => new Live('list_people', () => null));
  const again = live.refresh();
  answers[1]?.(['second']);
  await again;
  answers[0]?.(['first']);
  await Promise.resolve();
  expect(live.value).toEqual(['second']);
  end();
});

it('keeps_the_last_good_answer_beside_the_reason_of_a_failure', async () => {
  const call = vi
    .fn<Host['call']>()
    .mockResolvedValueOnce({ value: ['kept'], change: null })
    .mockRejectedValueOnce({ code: 'not_open' });
  hostAnswering(call);
  const [live, end] = inComponent(() => new Live('list_people', () => null));
  await vi.waitFor(() => expect(live.value).toEqual(['kept']));
  await live.refresh();
  expect(live.error?.reason.code).toBe('not_open');
  expect(live.value).toEqual(['kept']);
  end();
});

it('a_refresh_that_is_overtaken_is_done_only_with_the_latest_answer', async () => {
  const answers: ((value: unknown) => void)[] = [];
  hostAnswering(
    () =>
      new Promise((resolve) => {
        answers.push((value) => resolve({ value, change: null }));
      }),
  );
  const [live, end] = inComponent(() => new Live('list_people', () => null));
  let isDone = false;
  const overtaken = live.refresh().then(() => (isDone = true));
  void live.refresh();
  answers[1]?.(['older']);
  await Promise.resolve();
  await Promise.resolve();
  expect(isDone).toBe(false);
  answers[2]?.(['latest']);
  await overtaken;
  expect(live.value).toEqual(['latest']);
  end();
});
