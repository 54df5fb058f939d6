// Pages that are being set. The core sets the latest that was asked for, and stops the one before.
import { read, Refused } from '$host/client';
import type { Pages, Paper, PaperSize } from '$host/generated/wire';
import { session } from './session.svelte';

const rest = 150;

/** Pages that follow what they are made of. */
export class FollowingPages {
  /** The latest that were set. They may be of a moment before; `isTrue` says whether they still fit. */
  pages = $state.raw<Pages>();
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
      const pages = await read('get_pages', paper);
      if (asked !== this.#asked || !pages) return;
      this.pages = pages;
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
