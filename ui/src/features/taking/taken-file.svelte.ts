// The file of one dialog: made at the first press, and saved at once unless something in it is to be said first.
import { toasts } from '$kit/toasts.svelte';
import type { ExportDraft, MadeExport } from '$host/generated/wire';
import { m } from '$lib/messages';
import { sentence } from '$state/errors';
import { exports } from '$state/exports.svelte';

export class TakenFile {
  error = $state('');
  /** Made for what is chosen now, and not saved. */
  isHeld = $state(false);

  /** Make one while a dialog starts. While it is open nothing else has to show what it does. */
  constructor(isOpen: () => boolean) {
    $effect(() => {
      if (!isOpen()) return;
      return () => (exports.isInDialog = false);
    });
  }

  /** What is held is of other choices than those of now. */
  forget(): void {
    this.error = '';
    if (!this.isHeld) return;
    this.isHeld = false;
    void exports.discard();
  }

  /** The file, once it can be saved. Undefined when it was stopped or failed, or when what it lacks is to be read first. */
  async made(draft: () => ExportDraft): Promise<MadeExport | undefined> {
    this.error = '';
    if (this.isHeld && exports.made) return exports.made;
    exports.isInDialog = true;
    try {
      const made = await exports.make(draft);
      this.isHeld = made !== undefined && exports.isInDialog;
      return this.isHeld && made?.unset.length === 0 ? made : undefined;
    } catch (thrown) {
      this.error = sentence(thrown);
      return undefined;
    }
  }

  /** False when no place was chosen, or it could not be put there. */
  async save(name: string): Promise<boolean> {
    try {
      if (!(await exports.save(name))) return false;
    } catch (thrown) {
      this.error = sentence(thrown);
      return false;
    }
    this.isHeld = false;
    toasts.show({ text: m.taking_saved() });
    return true;
  }
}
