// Keys reach what has the focus. How a web view of today behaves is tested in the real window (e2e/desktop/focus.test.mjs).
import { afterEach, beforeEach, expect, it } from 'vitest';
import { focused, keepFocusReal } from './focus';

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML =
    '<main tabindex="-1"><input><div id="text" contenteditable="true" tabindex="0"><p>words</p></div><button><i>Star</i></button></main>';
  stop = keepFocusReal();
});
afterEach(() => stop());

const find = <T extends HTMLElement>(css: string) => document.querySelector<T>(css) as T;
const change = (target: Element, inputType = 'insertText') =>
  target.dispatchEvent(
    new InputEvent('beforeinput', { bubbles: true, cancelable: true, composed: true, inputType }),
  );

it('a_text_without_the_focus_is_not_changed_but_by_what_is_let_go_of_above_it', () => {
  const [text, field] = [find('#text'), find('input')];
  text.focus();
  expect([change(text), change(find('p')), change(field)]).toEqual([true, true, false]);
  field.focus();
  expect([change(text), change(find('p')), change(field)]).toEqual([false, false, true]);
  expect([change(text, 'historyUndo'), change(text, 'deleteContentBackward')]).toEqual([false, false]);
  expect(change(text, 'insertFromDrop')).toBe(true);
});

it('a_button_that_was_pressed_takes_the_focus_from_what_stands_around_it', () => {
  const press = () => find('i').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  find('main').focus();
  press();
  expect(focused()).toBe(find('button'));
  // A press that was kept from moving the focus.
  find('input').focus();
  press();
  expect(focused()).toBe(find('input'));
});
