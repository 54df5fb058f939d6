// Something flickered: a word and where it came from, as a short entry. It is kept from the word on.
import { change } from '$host/client';
import type { ChangeId } from '$host/generated/wire';
import { unisolated } from '$lib/direction';
import { capitalised } from '$lib/graphemes';
import { m } from '$lib/messages';
import { undo } from './undo';

/** Where it came from. */
type Place = Parameters<typeof m.flicker_entry_from>[0]['place'];

export class Flicker {
  /** Undefined until it was given; empty when there is no word. */
  word = $state<string>();
  #kept: ChangeId | null = null;
  /** The day it was named on; placed after midnight it still belongs there. */
  #on: string | null = null;

  async name(word: string): Promise<void> {
    await this.#keep(word ? m.flicker_entry({ word: capitalised(word) }) : m.flicker_entry_no_word());
    this.word = word;
  }

  async from(place: Place): Promise<void> {
    const word = this.word ? capitalised(this.word) : m.flicker_without();
    await this.#keep(m.flicker_entry_from({ word, place }));
  }

  takeBack(): Promise<void> {
    return undo(this.#kept);
  }

  /** The whole takes the place of the word alone, so that one step takes all of it back. */
  async #keep(text: string): Promise<void> {
    const before = this.#kept;
    const draft = { id: null, on: this.#on, title: m.flicker_title(), text: unisolated(text) };
    const kept = await change('save_entry', draft);
    this.#kept = kept.change;
    this.#on = kept.value.on;
    await undo(before);
  }
}
