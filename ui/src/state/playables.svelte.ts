// Library items and routines as things to go through, and what of that is kept.
import { SvelteSet } from 'svelte/reactivity';
import { change } from '$host/client';
import type { BodyZone, LibraryItem, Routine, RunId } from '$host/generated/wire';
import type { Library } from './library.svelte';
import type { Keeping, Playable } from './player.svelte';

/** Parts of the body one would rather leave out, until the program closes. Nothing of it is stored. */
export const leftOutZones = new SvelteSet<BodyZone>();

/** The parts of the body an item has something about, each once. */
export function zonesOf(item: LibraryItem): BodyZone[] {
  const zones = item.steps.flatMap(({ zone }) => zone ?? []);
  return zones.filter((zone, at) => zones.indexOf(zone) === at);
}

export function itemSteps(item: LibraryItem): Playable['steps'] {
  return item.steps
    .map((step, place) => ({ ...step, place, pace: item.paces[step.pace ?? -1] ?? null }))
    .filter(({ zone }) => zone === null || !leftOutZones.has(zone));
}

export function playItem(item: LibraryItem): Playable {
  const flows = item.paces.length > 0 || item.kind === 'breathe';
  return { of: { item: item.id }, title: item.title, language: item.language, steps: itemSteps(item), flows };
}

/** Of an item nothing is kept but that it is not to be suggested any more. */
export function keepingOfItem(item: LibraryItem, library: Library): Keeping {
  return {
    end: async (ending) => {
      if (ending === 'made_worse') await library.mark(item.id, { is_left_out: true });
    },
  };
}

export function playRoutine(routine: Routine): Playable {
  const steps = routine.steps.map(({ text, seconds }, place) => {
    return { place, text, seconds, pace: null, marks: null };
  });
  return { of: { routine: routine.id }, title: routine.title, steps, flows: false };
}

export function keepingOfRoutine(routine: Routine): Keeping {
  let run: RunId | undefined;
  return {
    begin: async () => {
      run = (await change('start_routine', routine.id)).value.id;
    },
    mark: async (place, outcome) => {
      const step = routine.steps[place]?.id;
      if (run !== undefined && step !== undefined) await change('mark_step', { run, step, outcome });
    },
    end: async (ending) => {
      const outcome = ending === 'finished' ? 'finished' : 'stopped';
      if (run !== undefined) await change('finish_routine', { run, outcome });
      if (ending === 'made_worse') await setRoutineLeftOut(routine, true);
    },
  };
}

export async function setRoutineLeftOut(routine: Routine, isLeftOut: boolean): Promise<void> {
  await change('mark_routine', { routine: routine.id, is_left_out: isLeftOut });
}
