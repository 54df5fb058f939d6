// The four shelves: what is on each, ideas for each, and what was done lately.
import { change, type Changed } from '$host/client';
import type { Activity, ActivityDraft, ActivityId, ActivityIdea, Energy, Shelf } from '$host/generated/wire';
import { Live } from './live.svelte';
import { Muting } from './muting.svelte';

export const shelves = [
  'used_to_like',
  'ladder',
  'small_changes',
  'mine',
] as const satisfies readonly Shelf[];

/** The shelf last looked at, until the program closes. */
export const looking = $state<{ at: Shelf }>({ at: 'used_to_like' });

/** Longer than any activity may be. */
const openEnded = 100_000;
const leastFirst: readonly Energy[] = ['none', 'low', 'some'];

/** What asks least comes first; equal ones stay as they were. */
export function byEffort<T extends { energy: Energy; minutes: number | null }>(things: readonly T[]): T[] {
  return [...things].sort(
    (a, b) =>
      leastFirst.indexOf(a.energy) - leastFirst.indexOf(b.energy) ||
      (a.minutes ?? openEnded) - (b.minutes ?? openEnded),
  );
}

/** Some of a list from a place on, going round at the end. */
export function someFrom<T>(things: readonly T[], from: number, count: number): T[] {
  const all = things.length;
  return Array.from({ length: Math.min(count, all) }, (_, at) => things[(from + at) % all] as T);
}

export class Activities {
  #list = new Live('list_activities', () => null, ['activities']);
  #ideas = new Live('list_activity_ideas', () => null, []);
  #muting = new Muting();

  get all(): Activity[] | undefined {
    return this.#list.value;
  }

  get error() {
    return this.#list.error ?? this.#ideas.error;
  }

  on(shelf: Shelf): Activity[] {
    const here = this.all?.filter((activity) => activity.shelf === shelf) ?? [];
    // A ladder has a lowest rung; the other shelves keep the order in which things came.
    return shelf === 'ladder' ? byEffort(here) : here;
  }

  /** Ideas for a shelf that are not on one yet and touch on nothing muted. */
  ideasFor(shelf: Shelf): ActivityIdea[] {
    const taken = this.all?.map((activity) => activity.idea) ?? [];
    const left = this.#ideas.value?.filter(
      (idea) => idea.shelf === shelf && !taken.includes(idea.key) && !this.#muting.mutes(idea.touches),
    );
    return byEffort(left ?? []);
  }

  /** What to know before doing it; an activity that came from an idea keeps the idea's cautions. */
  cautionsOf(activity: Activity): string[] {
    return this.#ideas.value?.find((idea) => idea.key === activity.idea)?.cautions ?? [];
  }

  find(id: ActivityId): Activity | undefined {
    return this.all?.find((activity) => activity.id === id);
  }
}

export function saveActivity(draft: ActivityDraft): Promise<Changed<Activity>> {
  return change('save_activity', draft);
}

export function addIdea(idea: ActivityIdea): Promise<Changed<Activity>> {
  const { key, shelf, title, smaller, minutes, energy } = idea;
  return saveActivity({ id: null, shelf, title, smaller, minutes, energy, idea: key });
}

export function deleteActivity(activity: Activity): Promise<Changed<null>> {
  return change('delete_activity', activity.id);
}

export class LatestDoings {
  #log = new Live('list_activity_log', () => 12, ['activities']);

  get list() {
    return this.#log.value;
  }
}
