// The bundled library: what is in it, what this person marked, and how they look through it.
import { change, type Changed } from '$host/client';
import type { Energy, LibraryItem, LibraryKind, LibraryMark, Source } from '$host/generated/wire';
import { Live } from './live.svelte';

export const kinds = [
  'do',
  'breathe',
  'rest',
  'move',
  'write',
  'connect',
  'read',
] as const satisfies LibraryKind[];

/** How long something takes, as one thinks of it: a minute or so, about five, about fifteen. */
export const lengths = ['1', '5', '15'] as const;
export type Length = (typeof lengths)[number];

export function lengthOf(minutes: number): Length {
  if (minutes <= 2) return '1';
  return minutes <= 7 ? '5' : '15';
}

const leastFirst: readonly Energy[] = ['none', 'low', 'some'];

export interface Filter {
  words: string;
  kinds: LibraryKind[];
  length: Length | '';
  energy: Energy | '';
  topic: string;
}

export const noFilter: Readonly<Filter> = { words: '', kinds: [], length: '', energy: '', topic: '' };

/** How one last looked through it, until the program closes, so that coming back finds the same list. */
export const looking = $state<Filter>({ ...noFilter });

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((chosen) => chosen.length > 0);
}

export function fits(item: LibraryItem, filter: Filter): boolean {
  const typed = filter.words.trim().toLocaleLowerCase().split(/\s+/);
  const title = item.title.toLocaleLowerCase();
  return (
    typed.every((word) => title.includes(word)) &&
    (filter.kinds.length === 0 || filter.kinds.includes(item.kind)) &&
    (!filter.length || lengthOf(item.minutes) === filter.length) &&
    (!filter.energy || leastFirst.indexOf(item.energy) <= leastFirst.indexOf(filter.energy)) &&
    (!filter.topic || item.topics.includes(filter.topic))
  );
}

/** The texts alone, which need no journal. */
export class LibraryTexts {
  #items = new Live('list_library', () => null, []);
  #sources = new Live('list_sources', () => null, []);

  get texts(): LibraryItem[] | undefined {
    return this.#items.value;
  }

  get error() {
    return this.#items.error ?? this.#sources.error;
  }

  find(id: string): LibraryItem | undefined {
    return this.texts?.find((item) => item.id === id);
  }

  sourcesOf(item: LibraryItem): Source[] {
    return this.#sources.value?.filter((source) => item.sources.includes(source.key)) ?? [];
  }
}

/** The texts and one's own marks on them. */
export class Library extends LibraryTexts {
  #marks = new Live('list_library_marks', () => null, ['library']);

  get all(): LibraryItem[] | undefined {
    return this.#marks.value && this.texts;
  }

  override get error() {
    return super.error ?? this.#marks.error;
  }

  readonly topics: string[] = $derived(
    (this.all?.flatMap((item) => item.topics) ?? [])
      .filter((topic, at, all) => all.indexOf(topic) === at)
      .sort(),
  );

  readonly leftOut: LibraryItem[] = $derived(
    this.all?.filter((item) => this.markOf(item.id).is_left_out) ?? [],
  );

  /** What fits, without what was left out. */
  found(filter: Filter): LibraryItem[] {
    return this.all?.filter((item) => fits(item, filter) && !this.markOf(item.id).is_left_out) ?? [];
  }

  markOf(id: string): LibraryMark {
    const mark = this.#marks.value?.find((mark) => mark.item === id);
    return mark ?? { item: id, is_favourite: false, is_left_out: false };
  }

  mark(id: string, patch: Partial<LibraryMark>): Promise<Changed<null>> {
    return change('set_library_mark', { ...this.markOf(id), ...patch });
  }

  /** Something for coming back to the room when `id` made things worse. */
  steadying(id: string): LibraryItem | undefined {
    const known = ['name-the-room', 'five-senses-round'];
    return known
      .filter((other) => other !== id)
      .map((other) => this.find(other))
      .find(Boolean);
  }
}
