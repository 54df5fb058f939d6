// Facts about the window being closed: what was pressed before is seen and kept first.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHost, type Host } from '$host/client';
import { beforeLeaving, onClosing } from './leaving';

let close: (closing: { explain: boolean }) => void;
const done: string[] = [];
const note = (what: string) => async () => void done.push(what);
const press = () => dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  done.length = 0;
  useHost({
    onClosing: (listener) => {
      close = listener;
      return () => {};
    },
    destroyWindow: note('gone'),
  } as Partial<Host> as Host);
  onClosing(() => done.push('explained'));
});
afterEach(() => vi.useRealTimers());

it('what_is_being_written_is_kept_and_then_the_window_goes', async () => {
  const stop = beforeLeaving(note('kept'));
  close({ explain: false });
  await pass(0);
  expect(done).toEqual(['kept', 'gone']);
  stop();
});

it('keys_that_are_still_on_their_way_come_first', async () => {
  const stop = beforeLeaving(note('kept'));
  press();
  close({ explain: true });
  for (let key = 0; key < 5; key += 1) {
    await pass(200);
    expect(done).toEqual([]);
    press();
  }
  await pass(300);
  expect(done).toEqual(['kept', 'explained']);
  stop();
});

it('a_key_that_is_held_does_not_hold_the_window', async () => {
  press();
  close({ explain: false });
  const held = setInterval(press, 30);
  await pass(1499);
  expect(done).toEqual([]);
  await pass(1);
  expect(done).toEqual(['gone']);
  clearInterval(held);
});
