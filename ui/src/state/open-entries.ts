// The entries opened in this session. They outlive the journal's place on the screen, so that no last word is lost
// on the way out and each keeps its own undo history.
import { currentHost } from '$host/client';
import type { EntryId } from '$host/generated/wire';
import { beforeLeaving } from './leaving';
import { OpenEntry } from './open-entry.svelte';

/** Kept in memory at most, besides those with words that are not kept yet. */
const most = 20;

class OpenEntries {
  #entries: OpenEntry[] = [];
  #isListening = false;

  /** A new entry. One from the same question that is still blank, or whose words could not be kept yet, is given again. */
  begin(question = ''): OpenEntry {
    const isIt = (entry: OpenEntry) =>
      entry.id === null && entry.question === question && (entry.isBlank || entry.error);
    return this.#latest(this.#entries.find(isIt) ?? new OpenEntry(null, question));
  }

  open(id: EntryId): OpenEntry {
    const entry = this.#latest(
      this.#entries.find((known) => (known.id ?? known.formerId) === id) ?? new OpenEntry(id),
    );
    void entry.read();
    return entry;
  }

  forget(entry: OpenEntry): void {
    this.#entries = this.#entries.filter((known) => known !== entry);
  }

  /** Takes back one that was forgotten. */
  remember(entry: OpenEntry): void {
    this.#latest(entry);
  }

  #latest(entry: OpenEntry): OpenEntry {
    this.#listen();
    const others = this.#entries.filter((known) => known !== entry);
    const spare = others.filter((known) => known.isSaved);
    const dropped = new Set(spare.slice(0, Math.max(0, spare.length + 1 - most)));
    this.#entries = [...others.filter((known) => !dropped.has(known)), entry];
    return entry;
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const flush = async () => {
      await Promise.all(this.#entries.filter((entry) => !entry.isSaved).map((entry) => entry.flush()));
      return this.#entries.every((entry) => entry.isSaved);
    };
    beforeLeaving(flush);
    addEventListener('blur', () => void flush());
    currentHost().onChanged(({ kinds, rows }) => {
      // Locked, perhaps: what is safe in the file need not stay in memory.
      if (kinds.includes('status')) this.#entries = this.#entries.filter((entry) => !entry.isSaved);
      // The one on the screen is the latest; the others are read again when they are opened.
      const latest = this.#entries.at(-1);
      if (kinds.includes('entries') && latest?.mayBeAmong(rows)) void latest.read();
    });
  }
}

export const openEntries = new OpenEntries();
