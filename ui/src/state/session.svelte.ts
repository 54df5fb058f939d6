// What the whole window rests on: whether the journal is open, and how the person likes to see it.
import { change, currentHost, read, Refused } from '$host/client';
import type { Preferences, Status } from '$host/generated/wire';
import { useSystemFormats } from '$lib/locale.svelte';
import { beforeLeaving, drawAnew } from './leaving';

type ShownTheme = Exclude<Preferences['theme'], 'system'>;

const systemDark = matchMedia('(prefers-color-scheme: dark)');

class Session {
  status = $state.raw<Status>();
  error = $state.raw<Refused>();
  /** As the core has them. */
  #stored = $state.raw<Preferences>();
  /** What was chosen since, and is on its way: one after the other, so that none is written over by what was sent before. */
  #chosen = $state.raw<Partial<Preferences>[]>([]);
  #sending: Promise<unknown> = Promise.resolve();
  #sends = 0;
  #systemIsDark = $state(systemDark.matches);
  #asked = 0;
  /** The choice of a language with which the page was drawn; unknown at first. */
  #language: string | null | undefined;
  #latest: Promise<void> = Promise.resolve();

  readonly preferences: Preferences | undefined = $derived(
    this.#stored && this.#chosen.reduce<Preferences>((all, patch) => ({ ...all, ...patch }), this.#stored),
  );

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
    const stopFlushing = beforeLeaving(() => this.#sending);
    return () => {
      stopFlushing();
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
    const sends = this.#sends;
    const isLatest = () => asked === this.#asked;
    // Side by side: a keychain may keep the status waiting, and the page should look right meanwhile.
    const reading = [
      read('get_status', null).then((status) => isLatest() && (this.status = status)),
      read('get_preferences', null).then((chosen) => isLatest() && this.#follow(chosen, sends)),
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

  #follow(read: Preferences, sends: number): void {
    // It may be from before a choice that was sent since it was asked for: it is read again once all are sent.
    if (sends !== this.#sends || this.#chosen.length > 0)
      return void this.#sending.then(() => this.refresh());
    this.#stored = read;
    if (this.#language !== undefined && this.#language !== read.language) void drawAnew();
    this.#language = read.language;
  }

  /** Shows it at once. What is refused is as it was. */
  setPreferences(patch: Partial<Preferences>): Promise<void> {
    if (!this.#stored) return Promise.resolve();
    const isFirst = this.#chosen.length === 0;
    this.#chosen = [...this.#chosen, patch];
    // The first is sent within this turn: the page may be left in the next.
    const sent = isFirst ? this.#send(patch) : this.#sending.then(() => this.#send(patch));
    this.#sending = sent.catch(() => undefined);
    return sent;
  }

  async #send(patch: Partial<Preferences>): Promise<void> {
    const preferences = { ...(this.#stored as Preferences), ...patch };
    this.#sends++;
    try {
      await change('set_preferences', preferences);
      this.#stored = preferences;
    } finally {
      this.#chosen = this.#chosen.filter((other) => other !== patch);
    }
  }
}

export const session = new Session();
