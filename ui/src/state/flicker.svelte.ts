// Something flickered: a word and where it came from, as a short entry. It is kept from the word on.
import { change } from '$host/client';
import type { ChangeId, EntryId } from '$host/generated/wire';
import { m } from '$lib/messages';

export class Flicker {
  /** Undefined until it was given; empty when there is no word. */
  word = $state<string>();
  #id: EntryId | null = null;
  #changes: ChangeId[] = [];

  async name(word: string): Promise<void> {
    await this.#keep(word ? m.flicker_entry({ word: upper(word) }) : m.flicker_entry_no_word());
    this.word = word;
  }

  async from(place: string): Promise<void> {
    const word = this.word ? upper(this.word) : m.flicker_without();
    await this.#keep(m.flicker_entry_from({ word, place }));
  }

  /** Takes all of it back, the latest first. */
  async takeBack(): Promise<void> {
    for (const id of this.#changes.splice(0).reverse()) await change('undo_change', id);
  }

  async #keep(text: string): Promise<void> {
    const draft = { id: this.#id, on: null, title: m.flicker_title(), text };
    const { value, change: id } = await change('save_entry', draft);
    this.#id = value.id;
    if (id !== null) this.#changes.push(id);
  }
}

const upper = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
