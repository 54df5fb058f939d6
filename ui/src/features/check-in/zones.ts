// What the groups of words are called.
import type { Zone } from '$host/generated/wire';
import { capitalised } from '$lib/graphemes';
import { m } from '$lib/messages';

const zones: Record<Zone, () => string> = {
  low_energy_uncomfortable: m.check_in_zone_low_energy_uncomfortable,
  high_energy_uncomfortable: m.check_in_zone_high_energy_uncomfortable,
  low_energy_comfortable: m.check_in_zone_low_energy_comfortable,
  high_energy_comfortable: m.check_in_zone_high_energy_comfortable,
  mixed: m.check_in_zone_mixed,
};

export const zoneName = (zone: Zone): string => zones[zone]();

/** "Temperature" */
export const bodyGroupName = (group: string): string => capitalised(group);
