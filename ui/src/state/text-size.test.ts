import { beforeEach, expect, it } from 'vitest';
import { useHost } from '$host/client';
import type { Preferences } from '$host/generated/wire';
import { session } from './session.svelte';
import { zoomText } from './text-size';

let kept: number[];
let stored: Preferences;

beforeEach(() => {
  kept = [];
  useHost({
    call: async (name, input) => {
      if (name === 'set_preferences') kept.push((input as Preferences).text_size);
      return { value: name === 'get_preferences' ? stored : null, change: null };
    },
    onChanged: () => () => undefined,
    onNavigate: () => () => undefined,
  });
});

it.each([
  [100, 1, 125],
  [175, 1, 200],
  [200, 1, undefined],
  [100, -1, undefined],
  [150, -1, 125],
  // Set by hand, between two steps.
  [130, 1, 150],
  [130, -1, 125],
  [200, 0, 100],
  [100, 0, undefined],
] as const)('from_%s_by_%s_the_text_is_%s', async (now, by, next) => {
  stored = { text_size: now } as Preferences;
  await session.refresh();
  await zoomText(by);
  expect(kept).toEqual(next === undefined ? [] : [next]);
});
