// What a reminder can be about besides itself: activities, routines, and library items with steps.
import type { About } from '$host/generated/wire';
import { Live } from './live.svelte';
import { Muting } from './muting.svelte';

export interface Target {
  value: string;
  label: string;
}

/** Make one while a component starts. */
export class ReminderTargets {
  #activities = new Live('list_activities', () => null, ['activities']);
  #routines = new Live('list_routines', () => null, ['routines']);
  #library = new Live('list_library', () => null, []);
  #muting = new Muting();

  readonly activities: readonly Target[] = $derived(
    this.#activities.value?.map(({ id, title }) => ({ value: String(id), label: title })) ?? [],
  );

  readonly routines: readonly Target[] = $derived(
    this.#routines.value?.map(({ id, title }) => ({ value: String(id), label: title })) ?? [],
  );

  /** What can be played step by step and touches on nothing muted; what was chosen before stays. */
  practices(chosen: string): readonly Target[] {
    return (
      this.#library.value
        ?.filter((item) => item.steps.length > 0)
        .filter(({ id, touches }) => id === chosen || !this.#muting.mutes(touches))
        .map(({ id, title }) => ({ value: id, label: title }))
        .sort((a, b) => a.label.localeCompare(b.label)) ?? []
    );
  }

  get isRead(): boolean {
    return [this.#activities, this.#routines, this.#library].every(({ value }) => value !== undefined);
  }

  /** What a reminder is about, by name; nothing if it is not there, or has no name of its own. */
  titleOf(about: About): string | undefined {
    switch (about.about) {
      case 'activity':
        return this.activities.find(({ value }) => value === String(about.activity))?.label;
      case 'routine':
        return this.routines.find(({ value }) => value === String(about.routine))?.label;
      case 'practice':
        return this.#library.value?.find(({ id }) => id === about.item)?.title;
      default:
        return undefined;
    }
  }

  /** The activity has a smaller version. */
  hasSmaller(about: About): boolean {
    if (about.about !== 'activity') return false;
    return this.#activities.value?.find(({ id }) => id === about.activity)?.smaller !== '';
  }
}
