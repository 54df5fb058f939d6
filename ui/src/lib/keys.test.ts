import { describe, expect, it, vi } from 'vitest';
import { matches, onShortcuts, stepAlong, zoomOf } from './keys';

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

/** What each key gives on a layout, as browsers report it: what is printed, and where it is. */
const layouts = {
  ru: { j: ['о', 'KeyJ'], 1: ['1', 'Digit1'], '.': ['ю', 'Period'], b: ['и', 'KeyB'], 0: ['0', 'Digit0'] },
  il: { j: ['ח', 'KeyJ'], 1: ['1', 'Digit1'], '.': ['ץ', 'Period'], b: ['נ', 'KeyB'], 0: ['0', 'Digit0'] },
  gr: { j: ['ξ', 'KeyJ'], 1: ['1', 'Digit1'], '.': ['.', 'Period'], b: ['β', 'KeyB'], 0: ['0', 'Digit0'] },
  ar: { j: ['ت', 'KeyJ'], 1: ['١', 'Digit1'], '.': ['ز', 'Period'], b: ['لا', 'KeyB'], 0: ['٠', 'Digit0'] },
  fr: { j: ['j', 'KeyJ'], 1: ['&', 'Digit1'], '.': [':', 'Period'], b: ['b', 'KeyB'], 0: ['à', 'Digit0'] },
  cz: { j: ['j', 'KeyJ'], 1: ['+', 'Digit1'], '.': ['.', 'Period'], b: ['b', 'KeyB'], 0: ['é', 'Digit0'] },
  de: { j: ['j', 'KeyJ'], 1: ['1', 'Digit1'], '.': ['.', 'Period'], b: ['b', 'KeyB'], 0: ['0', 'Digit0'] },
  dvorak: { j: ['j', 'KeyC'], 1: ['1', 'Digit1'], '.': ['.', 'KeyE'], b: ['b', 'KeyN'], 0: ['0', 'Digit0'] },
} as const;

describe.each(Object.entries(layouts))('on the layout %s', (_, layout) => {
  it.each(Object.entries(layout))('ctrl_and_%s_is_found', (meant, [key, code]) => {
    expect(matches(press(key, { code, ctrlKey: true }), { key: meant, command: true })).toBe(true);
    expect(matches(press(key, { code }), { key: meant, command: true })).toBe(false);
  });

  it.each(Object.entries(layout))('alt_gr_and_%s_writes_a_sign', (meant, [key, code]) => {
    expect(matches(press(key, { code, ctrlKey: true, altKey: true }), { key: meant, command: true })).toBe(
      false,
    );
    const event = press(key, { code, ctrlKey: true });
    event.getModifierState = (name) => name === 'AltGraph';
    expect(matches(event, { key: meant, command: true })).toBe(false);
  });
});

it('a_latin_letter_is_what_is_printed_on_it_wherever_it_is', () => {
  // Dvorak prints "h" where a QWERTY keyboard has "j", and ";" where it has "z".
  expect(matches(press('h', { code: 'KeyJ', ctrlKey: true }), { key: 'j', command: true })).toBe(false);
  expect(matches(press(';', { code: 'KeyZ', ctrlKey: true }), { key: 'z', command: true })).toBe(false);
  expect(matches(press('v', { code: 'Period', ctrlKey: true }), { key: '.', command: true })).toBe(false);
});

it('what_is_printed_goes_before_where_it_is', () => {
  // On a French keyboard "-" is printed where others have "6".
  const [six, minus] = [vi.fn(), vi.fn()];
  const handler = onShortcuts([
    [{ key: '6', command: true }, six],
    [{ key: '-', command: true }, minus],
  ]);
  handler(press('-', { code: 'Digit6', ctrlKey: true }));
  expect([six, minus].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
});

it.each([
  ['us', '?', 'Slash'],
  ['ru', '?', 'Digit7'],
  ['de', '?', 'Minus'],
  ['fr', '?', 'Comma'],
  ['ar', '؟', 'Slash'],
])('a_question_mark_opens_help_on_the_layout_%s', (_, key, code) => {
  expect(matches(press(key, { code, shiftKey: true }), { key: '?', outsideText: true })).toBe(true);
});

it('a_comma_written_where_others_have_a_question_mark_is_a_comma', () => {
  expect(matches(press(',', { code: 'Slash', shiftKey: true }), { key: '?' })).toBe(false);
});

it('a_dead_key_and_a_named_key_have_no_place', () => {
  expect(matches(press('Dead', { code: 'Digit2', ctrlKey: true }), { key: '2', command: true })).toBe(false);
  expect(matches(press('Insert', { code: 'Numpad0', ctrlKey: true }), { key: '0', command: true })).toBe(
    false,
  );
});

it.each([
  ['us', '=', { code: 'Equal' }, 1],
  ['us', '+', { code: 'Equal', shiftKey: true }, 1],
  ['de', '+', { code: 'BracketRight' }, 1],
  ['de', '=', { code: 'Digit0', shiftKey: true }, undefined],
  ['de', 'ß', { code: 'Minus' }, undefined],
  ['fr', '+', { code: 'Equal', shiftKey: true }, 1],
  ['fr', '-', { code: 'Digit6' }, -1],
  ['fr', 'à', { code: 'Digit0' }, 0],
  ['ru', '-', { code: 'Minus' }, -1],
  ['fa', '۰', { code: 'Digit0' }, 0],
  ['numpad', '+', { code: 'NumpadAdd' }, 1],
  ['numpad', '-', { code: 'NumpadSubtract' }, -1],
  ['numpad', '0', { code: 'Numpad0' }, 0],
  ['numpad', 'Insert', { code: 'Numpad0' }, undefined],
])('zoom_on_%s_with_%s', (_, key, more, by) => {
  expect(zoomOf(press(key, { ...more, ctrlKey: true }))).toBe(by);
  expect(zoomOf(press(key, { ...more, metaKey: true }))).toBe(by);
  expect(zoomOf(press(key, more))).toBeUndefined();
  expect(zoomOf(press(key, { ...more, ctrlKey: true, altKey: true }))).toBeUndefined();
});

it('an_arrow_key_leads_the_way_it_points', () => {
  const steps = () => ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'a'].map(stepAlong);
  expect(steps()).toEqual([1, -1, 0, 0]);
  document.dir = 'rtl';
  expect(steps()).toEqual([-1, 1, 0, 0]);
  document.dir = '';
});
