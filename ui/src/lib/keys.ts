// Keyboard shortcuts, read in one place so that none fires while text is being composed.

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

export function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  if (event.isComposing || event.repeat || event.altKey) return false;
  if (event.key.toLowerCase() !== shortcut.key.toLowerCase()) return false;
  if ((event.ctrlKey || event.metaKey) !== (shortcut.command ?? false)) return false;
  return !(shortcut.outsideText && isTextField(event.target));
}

/** One handler for many shortcuts: runs the first that fits and keeps the browser from acting on it too. */
export function onShortcuts(shortcuts: [Shortcut, () => void][]): (event: KeyboardEvent) => void {
  return (event) => {
    const found = shortcuts.find(([shortcut]) => matches(event, shortcut));
    if (!found) return;
    event.preventDefault();
    found[1]();
  };
}

/** The name of the command key as printed on this computer's keyboard. */
export function commandKeyName(platform: string = navigator.platform): string {
  return /mac|iphone|ipad/i.test(platform) ? '⌘' : 'Ctrl';
}
