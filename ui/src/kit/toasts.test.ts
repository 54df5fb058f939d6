import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ToastHost from './ToastHost.svelte';
import { toasts } from './toasts.svelte';

const shown = () => toasts.list.map((toast) => toast.text);

describe('toasts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    for (const toast of toasts.list) toasts.dismiss(toast.id);
    vi.useRealTimers();
  });

  it('a_toast_stays_for_eight_seconds_at_least', () => {
    toasts.show({ text: 'Deleted' });
    vi.advanceTimersByTime(7_900);
    expect(shown()).toEqual(['Deleted']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it('a_toast_stays_while_it_is_held_and_then_has_its_whole_time_again', () => {
    toasts.show({ text: 'Deleted' });
    vi.advanceTimersByTime(7_000);
    toasts.hold();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(['Deleted']);
    toasts.release();
    vi.advanceTimersByTime(7_900);
    expect(shown()).toEqual(['Deleted']);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it('a_new_toast_takes_the_place_of_the_last', () => {
    toasts.show({ text: 'One' });
    toasts.show({ text: 'Two' });
    expect(shown()).toEqual(['Two']);
  });
});

it('undo_runs_once_and_the_toast_leaves', async () => {
  const undo = vi.fn();
  render(ToastHost);
  toasts.show({ text: 'Deleted', undo });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Deleted')).toBeNull();
});
