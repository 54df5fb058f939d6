// How much something asks, in words: minutes and energy, as one quiet line.
import { factsText } from './locale.svelte';
import { m } from './messages';

export type EnergyNeeded = 'none' | 'low' | 'some';

export function effortText(minutes: number | null, energy: EnergyNeeded): string {
  return factsText([minutes !== null && m.doing_minutes({ n: minutes }), m[`doing_energy_${energy}`]()]);
}
