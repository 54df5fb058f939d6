// Facts about what the whole window rests on.
import { expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { Change, Preferences } from '$host/generated/wire';
import { session } from './session.svelte';

it('an_answer_that_was_overtaken_does_not_take_its_place', async () => {
  const waiting: ((size: number) => void)[] = [];
  let tell: ((change: Change) => void) | undefined;
  useHost({
    call: (name) =>
      name === 'get_preferences'
        ? new Promise((answer) =>
            waiting.push((size) => answer({ value: { theme: 'light', text_size: size }, change: null })),
          )
        : Promise.resolve({ value: { state: 'open', lock: 'none' }, change: null }),
    onChanged: (listener) => ((tell = listener), () => {}),
    onNavigate: () => () => {},
  });
  const stop = session.start();
  tell?.({ kinds: ['preferences'], rows: [], source: 'window' } as unknown as Change);
  expect(waiting).toHaveLength(2);
  waiting[1]?.(200);
  await new Promise((next) => setTimeout(next));
  waiting[0]?.(100);
  await new Promise((next) => setTimeout(next));
  expect(session.textSize).toBe(200);
  stop();
});

it('of_choices_that_follow_each_other_none_is_written_over', async () => {
  let stored = { theme: 'light', text_size: 100, low_energy: false } as Preferences;
  let tell: ((change: Change) => void) | undefined;
  const soon = () => new Promise((next) => setTimeout(next, 5));
  useHost({
    call: async (name, input) => {
      // What is read was so when it was asked for; what is set is so only later.
      if (name === 'get_preferences') {
        const value = stored;
        await soon();
        await soon();
        return { value, change: null };
      }
      if (name !== 'set_preferences') return { value: { state: 'open', lock: 'none' }, change: null };
      for (let turn = 0; turn < 4; turn++) await soon();
      stored = input as Preferences;
      tell?.({ kinds: ['preferences'], rows: [], source: 'window' } as unknown as Change);
      await soon();
      return { value: null, change: null };
    },
    onChanged: (listener) => ((tell = listener), () => {}),
    onNavigate: () => () => {},
  });
  const stop = session.start();
  await session.refresh();
  void session.refresh();
  const first = session.setPreferences({ text_size: 150 });
  await soon();
  const second = session.setPreferences({ low_energy: true });
  await soon();
  await soon();
  const third = session.setPreferences({ theme: 'dark' });
  expect(session.preferences).toMatchObject({ theme: 'dark', text_size: 150, low_energy: true });
  await Promise.all([first, second, third]);
  const chosen = { theme: 'dark', text_size: 150, low_energy: true };
  expect(stored).toMatchObject(chosen);
  for (let turn = 0; turn < 20; turn++) await soon();
  expect(session.preferences).toMatchObject(chosen);
  stop();
});
