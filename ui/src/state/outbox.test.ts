// Facts about keeping what was pressed: in order, one at a time, and again after trouble.
import { expect, it, vi } from 'vitest';
import { Refused } from '$host/client';
import { flushAll } from './leaving';
import { Outbox } from './outbox.svelte';

const refusal = (reason: ConstructorParameters<typeof Refused>[0]) => new Refused(reason);

it('the_second_piece_waits_for_the_first', async () => {
  const outbox = new Outbox();
  const order: string[] = [];
  let finishFirst = () => {};
  outbox.put(async () => {
    await new Promise<void>((resolve) => (finishFirst = resolve));
    order.push('first');
  });
  outbox.put(async () => void order.push('second'));
  await Promise.resolve();
  expect(order).toEqual([]);
  finishFirst();
  await vi.waitFor(() => expect(order).toEqual(['first', 'second']));
});

it('what_could_not_be_kept_is_tried_again_before_what_came_after_it', async () => {
  const outbox = new Outbox([1]);
  const order: string[] = [];
  let isDown = true;
  outbox.put(async () => {
    if (isDown) throw refusal({ code: 'trouble', problem: 'disk_full' });
    order.push('first');
  });
  outbox.put(async () => void order.push('second'));
  await vi.waitFor(() => expect(outbox.error?.reason.code).toBe('trouble'));
  expect(order).toEqual([]);
  isDown = false;
  await vi.waitFor(() => expect(order).toEqual(['first', 'second']));
  expect(outbox.error).toBeUndefined();
});

it('the_same_trouble_again_is_not_told_again', async () => {
  const outbox = new Outbox([1]);
  let isDown = true;
  const tries = vi.fn(async () => {
    if (isDown) throw refusal({ code: 'unreachable', detail: '' });
  });
  outbox.put(tries);
  await vi.waitFor(() => expect(outbox.error).toBeDefined());
  const told = outbox.error;
  await vi.waitFor(() => expect(tries.mock.calls.length).toBeGreaterThan(2));
  expect(outbox.error).toBe(told);
  isDown = false;
  await vi.waitFor(() => expect(outbox.error).toBeUndefined());
});

it('what_will_never_be_taken_is_let_go_and_said', async () => {
  const outbox = new Outbox([1]);
  const tries = vi.fn(async () => {
    throw refusal({ code: 'not_found', what: 'routine' });
  });
  outbox.put(tries);
  await vi.waitFor(() => expect(outbox.error?.reason.code).toBe('not_found'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(tries).toHaveBeenCalledTimes(1);
});

it('while_it_is_refused_it_is_tried_less_and_less_often_and_once_more_on_leaving', async () => {
  vi.useFakeTimers();
  const outbox = new Outbox();
  let isDown = true;
  const tries = vi.fn(async () => {
    if (isDown) throw refusal({ code: 'trouble', problem: 'disk_full' });
  });
  for (let presses = 0; presses < 200; presses++) {
    outbox.put(tries);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(tries.mock.calls.length).toBeGreaterThan(6);
  expect(tries.mock.calls.length).toBeLessThanOrEqual(12);
  const before = tries.mock.calls.length;
  await flushAll();
  expect(tries).toHaveBeenCalledTimes(before + 1);
  isDown = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(tries).toHaveBeenCalledTimes(before + 1 + 200);
  expect(outbox.error).toBeUndefined();
  vi.useRealTimers();
});
