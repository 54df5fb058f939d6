// The bundled library: what is in it, what this person marked, and how they look through it.
import { change, type Changed } from '$host/client';
import type {
  Energy,
  Length,
  LibraryFilter,
  LibraryFilterPart,
  LibraryItem,
  LibraryKind,
  LibraryMark,
  Need,
  Source,
} from '$host/generated/wire';
import { Live } from './live.svelte';
import type { Muting } from './muting.svelte';

export const kinds = [
  'do',
  'breathe',
  'rest',
  'move',
  'write',
  'connect',
  'read',
] as const satisfies readonly LibraryKind[];

export const needs = [
  'come_back',
  'steady',
  'sleep',
  'feel_a_little',
  'begin_small',
  'put_in_words',
  'be_with_people',
  'understand',
  'find_help',
] as const satisfies readonly Need[];

export const lengths = ['one_minute', 'five_minutes', 'fifteen_minutes'] as const satisfies readonly Length[];

export const energies = ['none', 'low', 'some'] as const satisfies readonly Energy[];

/** Where Help leads to. It is never muted. */
export const whenToGetHelp = 'when-to-get-help-today';

export const noFilter: Readonly<LibraryFilter> = {
  typed: '',
  need: null,
  kinds: [],
  length: null,
  energy: null,
  topic: null,
  favourites: false,
};

/** How one last looked through it, until the program closes, so that coming back finds the same list. */
export const looking = $state<LibraryFilter>({ ...noFilter });

/** What was asked for right now, until the program closes. */
export const rightNow = $state<{ energy: Energy | null; length: Length | null; turn: number }>({
  energy: null,
  length: null,
  turn: 0,
});

/** Something is chosen besides the words. */
export function isNarrowed({ need, kinds, length, energy, topic, favourites }: LibraryFilter): boolean {
  return [need, length, energy, topic].some((chosen) => chosen !== null) || kinds.length > 0 || favourites;
}

/** Lets go of one part. */
export function loosen(filter: LibraryFilter, part: LibraryFilterPart): void {
  Object.assign(filter, { [part]: noFilter[part] });
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
  readonly #muting: Muting;

  constructor(muting: Muting) {
    super();
    this.#muting = muting;
  }

  get all(): LibraryItem[] | undefined {
    return this.#marks.value && this.#muting.topics && this.texts;
  }

  override get error() {
    return super.error ?? this.#marks.error ?? this.#muting.error;
  }

  readonly topics: string[] = $derived(
    (this.all?.flatMap((item) => item.topics) ?? [])
      .filter((topic, at, all) => all.indexOf(topic) === at)
      .sort(),
  );

  readonly leftOut: LibraryItem[] = $derived(
    this.all?.filter((item) => this.markOf(item.id).is_left_out && !this.isMuted(item)) ?? [],
  );

  readonly hasFavourites: boolean = $derived(this.#marks.value?.some((mark) => mark.is_favourite) ?? false);

  isMuted(item: LibraryItem): boolean {
    return item.id !== whenToGetHelp && this.#muting.mutes(item.touches);
  }

  /** It may be put forward unasked. */
  isOffered(item: LibraryItem): boolean {
    return !this.markOf(item.id).is_left_out && !this.isMuted(item);
  }

  markOf(id: string): LibraryMark {
    const mark = this.#marks.value?.find((mark) => mark.item === id);
    return mark ?? { item: id, is_favourite: false, is_left_out: false };
  }

  mark(id: string, patch: Partial<LibraryMark>): Promise<Changed<null>> {
    return change('set_library_mark', { ...this.markOf(id), ...patch });
  }

  /** Something for coming back to the room when `id` made things worse; what was left out only if there is no other. */
  steadying(id: string): LibraryItem | undefined {
    const known = ['name-the-room', 'five-senses-round']
      .filter((other) => other !== id)
      .flatMap((other) => this.find(other) ?? []);
    return known.find((item) => this.isOffered(item)) ?? known[0];
  }
}
