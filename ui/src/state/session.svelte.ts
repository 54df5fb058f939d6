// What the whole window rests on: whether the journal is open, and how the person likes to see it.
import { change, currentHost, read, Refused } from '$host/client';
import type { Preferences, Status } from '$host/generated/wire';
import { useSystemFormats } from '$lib/locale.svelte';
import { drawAnew } from './leaving';

type ShownTheme = Exclude<Preferences['theme'], 'system'>;

const systemDark = matchMedia('(prefers-color-scheme: dark)');

class Session {
  status = $state.raw<Status>();
  preferences = $state.raw<Preferences>();
  error = $state.raw<Refused>();
  #systemIsDark = $state(systemDark.matches);
  #asked = 0;
  /** The choice of a language with which the page was drawn; unknown at first. */
  #language: string | null | undefined;
  #latest: Promise<void> = Promise.resolve();

  /** The theme in use, `system` resolved. */
  readonly theme: ShownTheme = $derived.by(() => {
    const wanted = this.preferences?.theme ?? 'system';
    if (wanted !== 'system') return wanted;
    return this.#systemIsDark ? 'dark' : 'light';
  });

  /** The journal can be read: one's own, or the demonstration. */
  readonly isOpen: boolean = $derived(this.status?.state === 'open' || this.status?.state === 'demo');

  /** A passphrase opens it, so that it is locked with the last window. */
  readonly isLockedByClosing: boolean = $derived(
    this.status?.state === 'open' && this.status.lock === 'passphrase',
  );

  readonly textSize: number = $derived(this.preferences?.text_size ?? 100);

  /** Reads what is needed to show anything, and keeps it true. Returns how to stop. */
  start(): () => void {
    const follow = () => (this.#systemIsDark = systemDark.matches);
    systemDark.addEventListener('change', follow);
    const stopListening = currentHost().onChanged(({ kinds }) => {
      if (kinds.includes('status') || kinds.includes('preferences')) void this.refresh();
    });
    void currentHost().systemFormats?.().then(useSystemFormats);
    void this.refresh();
    return () => {
      systemDark.removeEventListener('change', follow);
      stopListening();
    };
  }

  /** Done once the latest answer is in place, even if another question overtook this one. */
  refresh(): Promise<void> {
    return (this.#latest = this.#read());
  }

  async #read(): Promise<void> {
    const asked = ++this.#asked;
    const isLatest = () => asked === this.#asked;
    // Side by side: a keychain may keep the status waiting, and the page should look right meanwhile.
    const reading = [
      read('get_status', null).then((status) => isLatest() && (this.status = status)),
      read('get_preferences', null).then((chosen) => isLatest() && this.#follow(chosen)),
    ];
    let error: Refused | undefined;
    try {
      await Promise.all(reading);
    } catch (thrown) {
      error = Refused.from(thrown);
    }
    if (!isLatest()) return this.#latest;
    this.error = error;
  }

  #follow(chosen: Preferences): void {
    this.preferences = chosen;
    if (this.#language !== undefined && this.#language !== chosen.language) void drawAnew();
    this.#language = chosen.language;
  }

  async setPreferences(patch: Partial<Preferences>): Promise<void> {
    if (!this.preferences) return;
    const before = this.preferences;
    this.preferences = { ...before, ...patch };
    try {
      await change('set_preferences', this.preferences);
    } catch (thrown) {
      this.preferences = before;
      throw thrown;
    }
  }
}

export const session = new Session();
