// A field's most characters. The browser's own `maxlength` may cut a family of emoji, or a letter from its accent, in two.
import { beginning } from '$lib/graphemes';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** An attachment: what is put in beyond that is cut at the end of a sign, and what stood there stays. */
export const atMost = (most: number | undefined) => (field: TextInput) => {
  if (most === undefined) return undefined;
  const cut = () => {
    const { value } = field;
    if (value.length <= most) return false;
    const caret = field.selectionStart ?? value.length;
    const after = beginning(value.slice(caret), most);
    const before = beginning(value.slice(0, caret), most - after.length);
    field.value = before + after;
    field.setSelectionRange(before.length, before.length);
    return true;
  };
  const input = (event: Event) => {
    // What is being composed is not whole yet.
    if (!(event instanceof InputEvent && event.isComposing)) cut();
  };
  const compositionend = () => {
    if (cut()) field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  // Ahead of whoever reads the value.
  field.addEventListener('input', input, { capture: true });
  field.addEventListener('compositionend', compositionend);
  return () => {
    field.removeEventListener('input', input, { capture: true });
    field.removeEventListener('compositionend', compositionend);
  };
};
