// Keyboard shortcuts, read in one place so that none fires while text is being composed, and so that they work on every
// layout: by what is printed on the key, and where that is no Latin letter or digit, by where the key is.

export interface Shortcut {
  /** `event.key`, compared without case. */
  key: string;
  /** Ctrl, or Cmd on a Mac. */
  command?: boolean;
  /** Leave the key alone while someone types in a field. */
  outsideText?: boolean;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
  );
}

/** A letter or sign is being written with the key beside the space bar: that is Ctrl+Alt on Windows. */
const isWriting = (event: KeyboardEvent) => event.altKey || event.getModifierState('AltGraph');

const isAscii = (key: string) => /^[\x20-\x7e]$/.test(key);
/** `F1` and the like name a key, and print nothing. */
const isNamed = (key: string) => /^[A-Z][A-Za-z0-9]+$/.test(key) && key !== 'Unidentified';

/** What the key in this place prints on a Latin keyboard, when it prints no Latin letter or digit itself. */
export function keyByPlace({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  if (isNamed(key) || /^[a-z0-9]$/i.test(key)) return undefined;
  if (shiftKey) return code === 'Slash' && !isAscii(key) ? '?' : undefined;
  // A comma or a semicolon is where it is on a Latin keyboard too, of another kind.
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return isAscii(key) ? undefined : letter.toLowerCase();
  return /^Digit(\d)$/.exec(code)?.[1] ?? (code === 'Period' ? '.' : undefined);
}

function fits(event: KeyboardEvent, key: string | undefined, shortcut: Shortcut): boolean {
  if (event.isComposing || event.repeat || isWriting(event)) return false;
  if (key?.toLowerCase() !== shortcut.key.toLowerCase()) return false;
  if ((event.ctrlKey || event.metaKey) !== (shortcut.command ?? false)) return false;
  return !(shortcut.outsideText && isTextField(event.target));
}

export function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  return fits(event, event.key, shortcut) || fits(event, keyByPlace(event), shortcut);
}

/** Where an arrow key leads along a line of things: onwards (1), back (-1) or nowhere (0). A page that runs from right to left
 * goes on to the left. */
export function stepAlong(key: string): 1 | -1 | 0 {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  return (key === 'ArrowRight') === (document.dir !== 'rtl') ? 1 : -1;
}

/** One handler for many shortcuts: runs the first that fits and keeps the browser from acting on it too. */
export function onShortcuts(shortcuts: [Shortcut, () => void][]): (event: KeyboardEvent) => void {
  return (event) => {
    const found =
      shortcuts.find(([shortcut]) => fits(event, event.key, shortcut)) ??
      shortcuts.find(([shortcut]) => fits(event, keyByPlace(event), shortcut));
    if (!found) return;
    event.preventDefault();
    found[1]();
  };
}

/** Whether the text is to be larger (1), smaller (-1) or as it was at first (0), by the keys that browsers have for it. */
export function zoomOf(event: KeyboardEvent): 1 | -1 | 0 | undefined {
  if (event.isComposing || isWriting(event) || !(event.ctrlKey || event.metaKey)) return undefined;
  // Where plus is written with Shift, nobody holds it for this.
  if (event.key === '+' || (event.key === '=' && !event.shiftKey)) return 1;
  if (event.key === '-') return -1;
  return event.key === '0' || keyByPlace(event) === '0' ? 0 : undefined;
}

/** The name of the command key as printed on this computer's keyboard. */
export function commandKeyName(platform: string = navigator.platform): string {
  return /mac|iphone|ipad/i.test(platform) ? '⌘' : 'Ctrl';
}
