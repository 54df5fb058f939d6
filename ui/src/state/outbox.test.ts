// Facts about keeping what was pressed: in order, one at a time, and again after trouble.
import { expect, it, vi } from 'vitest';
import { Refused } from '$host/client';
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
  const outbox = new Outbox(1);
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
  const outbox = new Outbox(1);
  const tries = vi.fn(async () => {
    throw refusal({ code: 'unreachable', detail: '' });
  });
  outbox.put(tries);
  await vi.waitFor(() => expect(outbox.error).toBeDefined());
  const told = outbox.error;
  await vi.waitFor(() => expect(tries.mock.calls.length).toBeGreaterThan(2));
  expect(outbox.error).toBe(told);
});

it('what_will_never_be_taken_is_let_go_and_said', async () => {
  const outbox = new Outbox(1);
  const tries = vi.fn(async () => {
    throw refusal({ code: 'not_found', what: 'routine' });
  });
  outbox.put(tries);
  await vi.waitFor(() => expect(outbox.error?.reason.code).toBe('not_found'));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(tries).toHaveBeenCalledTimes(1);
});
