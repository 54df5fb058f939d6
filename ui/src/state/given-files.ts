// Files that a person holds above the page and lets go of, or pastes. Where the web view hides them from the page, the
// shell has them.
import { hiddenFiles, hidesFiles, type GivenFile } from '$host/client';

const addresses = 'text/uri-list';

/** Whether files are held above the page. */
export function holdsFiles({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('Files') || (hidesFiles() && types.includes(addresses));
}

/** Whether files are given. */
function areFiles(given: DataTransfer | null): given is DataTransfer {
  if (!given) return false;
  // An address that may be seen is one of a page, and is text.
  const isHidden = hidesFiles() && given.types.includes(addresses) && given.getData(addresses) === '';
  return given.files.length > 0 || isHidden;
}

/** What was let go of or pasted, to be read later; undefined where it was no file. Ask while the event is under way. */
export function filesOf(event: DragEvent | ClipboardEvent): Promise<readonly GivenFile[]> | undefined {
  const isDrag = 'dataTransfer' in event;
  const given = isDrag ? event.dataTransfer : event.clipboardData;
  if (!areFiles(given)) return undefined;
  const files = [...given.files];
  return files.length > 0 ? Promise.resolve(files) : hiddenFiles(isDrag ? 'dropped' : 'pasted');
}

/** What was let go of is text, above a text that one can write in. */
function isForText(event: DragEvent): boolean {
  const [at] = event.composedPath();
  return at instanceof Element && at.matches(':read-write');
}

/**
 * Beside the places for it nothing may take the place of the program: a link, a page or a file would be opened. Nor must
 * a file be written down as an address.
 */
export function refuseDrop(event: DragEvent): void {
  if (event.defaultPrevented) return;
  const { dataTransfer } = event;
  const isFile = dataTransfer?.types.includes('Files') || (event.type === 'drop' && areFiles(dataTransfer));
  if (!isFile && isForText(event)) return;
  event.preventDefault();
  if (dataTransfer) dataTransfer.dropEffect = 'none';
}
