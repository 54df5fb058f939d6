// How much something asks, in words: minutes and energy, as one quiet line.
import { m } from './messages';

export type EnergyNeeded = 'none' | 'low' | 'some';

export function effortText(minutes: number | null, energy: EnergyNeeded): string {
  const asked = m[`doing_energy_${energy}`]();
  return minutes === null ? asked : `${m.doing_minutes({ n: minutes })} · ${asked}`;
}
