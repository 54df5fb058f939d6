// Runs before every test file: pieces of a browser that happy-dom lacks and the kit needs.
import { vi } from 'vitest';

if (!Element.prototype.scrollIntoView) {
  Element.prototype.scrollIntoView = vi.fn();
}
