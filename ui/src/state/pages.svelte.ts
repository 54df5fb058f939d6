// Pages that are being set. The core sets the latest that was asked for, and stops the one before.
import { download, Refused } from '$host/client';
import type { Pages, Paper, PaperSize } from '$host/generated/wire';
import { session } from './session.svelte';

const rest = 150;

/** Pages that were set, and their file. */
export interface SetPages {
  pages: Pages;
  pdf: Uint8Array<ArrayBuffer>;
}

/** Nothing where others, or none, were asked for since. */
export async function setPages(paper: Paper): Promise<SetPages | undefined> {
  const { head, bytes } = await download('get_pages', paper);
  return head ? { pages: head, pdf: bytes } : undefined;
}

/** Pages that follow what they are made of. */
export class FollowingPages {
  /** The latest that were set. They may be of a moment before; `isTrue` says whether they still fit. */
  set = $state.raw<SetPages>();
  isTrue = $state(false);
  error = $state.raw<Refused>();
  #asked = 0;

  /** Make one while a component starts. Undefined: there is nothing to set yet. */
  constructor(paper: () => Paper | undefined) {
    $effect(() => {
      const wanted = paper();
      this.#asked++;
      this.isTrue = false;
      if (!wanted) return;
      const timer = setTimeout(() => void this.#ask(wanted), rest);
      return () => clearTimeout(timer);
    });
  }

  async #ask(paper: Paper): Promise<void> {
    const asked = this.#asked;
    try {
      const set = await setPages(paper);
      if (asked !== this.#asked || !set) return;
      this.set = set;
      this.isTrue = true;
      this.error = undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.error = Refused.from(thrown);
    }
  }
}

/** Where paper is Letter; everywhere else it is A4. */
const letterCountries = ['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'GT', 'PA', 'PH', 'VE'];

export const usualPaper = (): PaperSize =>
  letterCountries.includes(session.preferences?.country ?? '') ? 'letter' : 'a4';
