import { expect, it } from 'vitest';
import type { Timing } from '$host/generated/wire';
import { asKind, momentsIn, nextTime } from './timing';

it('a_change_of_kind_keeps_the_times_that_fit', () => {
  const window: Timing = { when: 'window', from_minute: 540, until_minute: 1080 };
  expect(asKind(window, 'at')).toEqual({ when: 'at', minutes: [540] });
  expect(asKind(window, 'moments')).toMatchObject({ from_minute: 540, until_minute: 1080, count: 2 });
  expect(asKind({ when: 'at', minutes: [600, 900] }, 'window')).toEqual({
    when: 'window',
    from_minute: 600,
    until_minute: 720,
  });
  expect(asKind({ when: 'at', minutes: [1430] }, 'window')).toMatchObject({ until_minute: 1440 });
});

it('a_short_window_gets_room_for_two_moments', () => {
  const moments = asKind({ when: 'window', from_minute: 600, until_minute: 720 }, 'moments');
  expect(moments).toEqual({
    ...{ when: 'moments', from_minute: 540, until_minute: 1080, count: 2, apart_minutes: 120 },
  });
  expect(momentsIn(moments)).toBe(2);
});

it('an_added_time_is_one_that_is_not_there_yet', () => {
  expect(nextTime([540])).toBe(720);
  expect(nextTime([])).toBe(540);
  expect(nextTime([1410])).toBe(480);
  expect(nextTime([480, 1410])).toBe(510);
});
