// Who has the keyboard: what has the focus, and nothing else. WebKit leaves the selection in an editable text when a
// button beside it is pressed, and writes, deletes and undoes there though the keys are meant for the button.

/** What has the focus, inside shadow roots too. */
export function focused(): Element | null {
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it;
}

/** A text that lost the focus gives up its selection. When the whole window lost it, the focus is where it was. */
function giveUp(event: FocusEvent): void {
  const [left] = event.composedPath();
  if (left instanceof HTMLElement && left.isContentEditable && focused() !== left)
    getSelection()?.removeAllRanges();
}

/** What a pointer carries is put down where it points, wherever the focus is. */
const byPointer = new Set(['insertFromDrop', 'deleteByDrag']);

/** A text that does not have the focus is not changed. The event may come from a line inside it. */
function refuse(event: InputEvent): void {
  const [at] = event.composedPath();
  const element = at instanceof Element ? at : at instanceof Node ? at.parentElement : null;
  const text = element?.closest('[contenteditable=""], [contenteditable="true"], input, textarea');
  if (text !== focused() && !byPointer.has(event.inputType)) event.preventDefault();
}

const pressable = 'button, summary, a[href], input, select, textarea, [tabindex]';

/**
 * What was pressed takes the focus. Chromium and WebKitGTK do so by themselves; Safari gives it to what stands around the
 * button, or to nothing. Where the press was kept from moving the focus it is elsewhere, or in the text around a box to tick.
 */
function take(event: MouseEvent): void {
  const isPress = event.detail > 0;
  const [at] = event.composedPath();
  const pressed = at instanceof Element ? at.closest<HTMLElement>(pressable) : null;
  const holder = focused();
  const isAround = holder instanceof HTMLElement && holder !== pressed && !holder.isContentEditable;
  if (isPress && pressed && isAround && holder.contains(pressed)) pressed.focus({ preventScroll: true });
}

/** Holds for the whole page. Returns how to stop. */
export function keepFocusReal(): () => void {
  addEventListener('focusout', giveUp, true);
  addEventListener('beforeinput', refuse, true);
  addEventListener('click', take, true);
  return () => {
    removeEventListener('focusout', giveUp, true);
    removeEventListener('beforeinput', refuse, true);
    removeEventListener('click', take, true);
  };
}
