// Files that a person holds above the page and lets go of. Where the web view hides them from the page, the shell has them.
import { droppedFiles, hidesDroppedFiles, type GivenFile } from '$host/client';

const addresses = 'text/uri-list';

/** Whether files are held above the page. */
export function holdsFiles({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('Files') || (hidesDroppedFiles() && types.includes(addresses));
}

/** What was let go of, to be read later; undefined where it was no file. Ask while the event is under way. */
export function filesOf({ dataTransfer }: DragEvent): Promise<readonly GivenFile[]> | undefined {
  const files = [...(dataTransfer?.files ?? [])];
  if (files.length > 0) return Promise.resolve(files);
  // An address that may be seen is one of a page, and is text.
  const isHidden = dataTransfer?.types.includes(addresses) && dataTransfer.getData(addresses) === '';
  return isHidden && hidesDroppedFiles() ? droppedFiles() : undefined;
}

/** Beside the places for it a file must not take the place of the program, nor be written down as an address. */
export function refuseFiles(event: DragEvent): void {
  const isFile = event.dataTransfer?.types.includes('Files') || (event.type === 'drop' && filesOf(event));
  if (event.defaultPrevented || !isFile) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
}
