// When a worry will be looked at, as one says it.
import { addDays } from '$lib/civil';
import { dateName, timeOfDay } from '$lib/locale.svelte';
import { m } from '$lib/messages';
import type { Slot } from '$lib/slots';
import { today } from '$state/today.svelte';

const dayOf = (on: string) =>
  on === today.on ? 'today' : on === addDays(today.on, 1) ? 'tomorrow' : 'later';

export const slotText = ({ on, minute }: Slot): string =>
  m.worry_at({ when: dayOf(on), day: dateName(on), time: timeOfDay(minute) });

export const parkedText = ({ on, minute }: Slot): string =>
  m.worry_parked({ when: dayOf(on), day: dateName(on), time: timeOfDay(minute) });
