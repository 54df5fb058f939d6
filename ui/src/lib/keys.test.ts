import { describe, expect, it, vi } from 'vitest';
import { matches, onShortcuts } from './keys';

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });

describe('shortcuts', () => {
  it('a_key_pressed_while_composing_is_left_alone', () => {
    expect(matches(press('F1', { isComposing: true }), { key: 'F1' })).toBe(false);
    expect(matches(press('F1'), { key: 'F1' })).toBe(true);
  });

  it('the_command_key_is_ctrl_or_cmd_and_never_optional', () => {
    const journal = { key: '2', command: true };
    expect(matches(press('2'), journal)).toBe(false);
    expect(matches(press('2', { ctrlKey: true }), journal)).toBe(true);
    expect(matches(press('2', { metaKey: true }), journal)).toBe(true);
    expect(matches(press('2', { ctrlKey: true }), { key: '2' })).toBe(false);
  });

  it('a_question_mark_typed_in_a_field_stays_a_question_mark', () => {
    const help = vi.fn();
    const handler = onShortcuts([[{ key: '?', outsideText: true }, help]]);
    const field = document.createElement('textarea');
    document.body.append(field);
    field.addEventListener('keydown', handler);
    field.dispatchEvent(press('?', { bubbles: true }));
    expect(help).not.toHaveBeenCalled();
    field.removeEventListener('keydown', handler);

    document.body.addEventListener('keydown', handler, { once: true });
    document.body.dispatchEvent(press('?'));
    expect(help).toHaveBeenCalledOnce();
  });
});
