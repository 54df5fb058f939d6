// What stands behind an open dialog takes neither a press nor a key, and is not read aloud.

/** The dialogs that are open, the uppermost last. */
const open: Element[] = [];

/** What is said at the edge stays in reach, with its undo. */
export const said = '.kit-toasts';

/** And so does the veil, a press on which closes the dialog. */
const inReach = `${said}, .kit-veil`;

function shade(): void {
  const top = open.at(-1);
  for (const part of document.body.children)
    if (part instanceof HTMLElement) part.inert = top !== undefined && part !== top && !part.matches(inReach);
}

export function stepInFront(dialog: Element): void {
  stepBack(dialog);
  open.push(dialog);
  shade();
}

export function stepBack(dialog: Element): void {
  const at = open.indexOf(dialog);
  if (at < 0) return;
  open.splice(at, 1);
  shade();
}
