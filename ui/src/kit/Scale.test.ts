import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Scale from './Scale.svelte';

const words = { label: 'Energy', lowLabel: 'none', highLabel: 'plenty' };
const extras = [{ value: 'cant_tell', label: "Can't tell" }];

describe('Scale', () => {
  it('starts_with_no_answer_and_says_so', () => {
    render(Scale, words);
    expect(screen.getAllByRole('radio')).toHaveLength(11);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    screen.getByText('Not set');
  });

  it('one_press_answers_and_clear_takes_the_answer_back', async () => {
    const onchange = vi.fn();
    render(Scale, { ...words, onchange });
    await userEvent.click(screen.getByRole('radio', { name: '4' }));
    expect(onchange).toHaveBeenLastCalledWith(4);
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).getAttribute('aria-label')).toBe(
      '4',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Clear the answer to “Energy”' }));
    expect(onchange).toHaveBeenLastCalledWith(null);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it('zero_is_an_answer', async () => {
    const onchange = vi.fn();
    render(Scale, { ...words, onchange });
    await userEvent.click(screen.getByRole('radio', { name: '0' }));
    expect(onchange).toHaveBeenLastCalledWith(0);
    expect(screen.queryByText('Not set')).toBeNull();
  });

  it('home_and_end_reach_the_ends_of_the_scale', async () => {
    const onchange = vi.fn();
    render(Scale, { ...words, extras, onchange });
    screen.getByRole('radio', { name: '5' }).focus();
    await userEvent.keyboard('{End}');
    expect(onchange).toHaveBeenLastCalledWith(10);
    await userEvent.keyboard('{Home}');
    expect(onchange).toHaveBeenLastCalledWith(0);
  });

  it('an_answer_without_a_number_is_complete', async () => {
    const onchange = vi.fn();
    render(Scale, { ...words, extras, onchange });
    await userEvent.click(screen.getByRole('radio', { name: "Can't tell" }));
    expect(onchange).toHaveBeenLastCalledWith('cant_tell');
    expect(screen.queryByText('Not set')).toBeNull();
  });
});
