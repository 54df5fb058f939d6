// Whether the journal's file is as it was written. Every page of it is looked at a while after it is opened and once a day,
// and when something in it could not be read.
import { change, read, type Changed } from '$host/client';
import type { Recovered } from '$host/generated/wire';
import { sentence } from './errors';
import { longWork } from './long-work.svelte';
import { session } from './session.svelte';

const afterOpening = 60_000;
const daily = 24 * 60 * 60_000;

class FileCheck {
  /** So many pages are not as they were written. */
  damagedPages = $state(0);
  /** What came along into a new file. */
  recovered = $state.raw<Recovered>();
  isBusy = $state(false);
  problem = $state<string>();

  /** Looks from time to time while the journal is open. Returns how to stop. */
  follow(): () => void {
    const look = () => void this.look();
    const first = setTimeout(look, afterOpening);
    const again = setInterval(look, daily);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }

  async look(): Promise<void> {
    try {
      this.damagedPages = (await read('check_file', null)).damaged_pages;
    } catch {
      // Locked or taken away meanwhile: it is looked at the next time.
    }
  }

  /** Puts what can be read into a new file. The damaged one is set aside, whole. */
  async keepReadable(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = undefined;
    longWork.follow();
    try {
      this.recovered = (await change('recover_readable', null)).value;
      this.damagedPages = 0;
      await session.refresh();
    } catch (thrown) {
      this.problem = sentence(thrown);
    } finally {
      this.isBusy = false;
    }
  }
}

export const fileCheck = new FileCheck();

/** Saves that were lost before the journal was opened are told no more. */
export function noteLostSavesSeen(): Promise<Changed<null>> {
  return change('note_lost_saves_seen', null);
}
