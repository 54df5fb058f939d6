// When a worry will be looked at, as one says it.
import { addDays, timeText } from '$lib/civil';
import { dateName } from '$lib/locale';
import { m } from '$lib/messages';
import type { Slot } from '$lib/slots';
import { today } from '$state/today.svelte';

export function slotText({ on, minute }: Slot): string {
  const time = timeText(minute);
  if (on === today.on) return m.worry_today({ time });
  if (on === addDays(today.on, 1)) return m.worry_tomorrow({ time });
  return m.worry_on({ day: dateName(on), time });
}
