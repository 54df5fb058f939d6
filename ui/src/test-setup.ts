// Runs before every test file: pieces of a browser that happy-dom lacks and the kit needs, and a system that is the same
// everywhere.
import { vi } from 'vitest';
import { useSystemFormats } from '$lib/locale.svelte';

if (!Element.prototype.scrollIntoView) {
  Element.prototype.scrollIntoView = vi.fn();
}

useSystemFormats({ locale: 'en-GB', date_order: null, hour_cycle: null, first_weekday: null });
