// Facts about what the whole window rests on.
import { expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { Change } from '$host/generated/wire';
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
