// Files that a person holds above the page and lets go of. Where the web view hides them from the page, the shell has them.
import { droppedFiles, hidesDroppedFiles, type GivenFile } from '$host/client';

const addresses = 'text/uri-list';

/** Whether files are held above the page. */
export function holdsFiles({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('Files') || (hidesDroppedFiles() && types.includes(addresses));
}

/** Whether what is let go of are files. */
function areFiles({ dataTransfer }: DragEvent): boolean {
  if (!dataTransfer) return false;
  const { files, types } = dataTransfer;
  // An address that may be seen is one of a page, and is text.
  const isHidden = hidesDroppedFiles() && types.includes(addresses) && dataTransfer.getData(addresses) === '';
  return files.length > 0 || isHidden;
}

/** What was let go of, to be read later; undefined where it was no file. Ask while the event is under way. */
export function filesOf(event: DragEvent): Promise<readonly GivenFile[]> | undefined {
  if (!areFiles(event)) return undefined;
  const files = [...(event.dataTransfer?.files ?? [])];
  return files.length > 0 ? Promise.resolve(files) : droppedFiles();
}

/** Beside the places for it a file must not take the place of the program, nor be written down as an address. */
export function refuseFiles(event: DragEvent): void {
  if (event.defaultPrevented) return;
  const isFile = event.dataTransfer?.types.includes('Files') || (event.type === 'drop' && areFiles(event));
  if (!isFile) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}
