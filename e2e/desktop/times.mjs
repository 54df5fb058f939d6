// A reporter of Node's test runner: how long each test took, with what was made ready before it, and in which file it is.
// (The reports that Node brings name no file.) The files run one after the other, so what passes between two ends belongs
// to the later one.

import { basename } from 'node:path';

/** @param {AsyncIterable<{ type: string, data: { nesting?: number, file?: string } }>} events */
export default async function* times(events) {
  let last = Date.now();
  for await (const { type, data } of events) {
    if (!['test:pass', 'test:fail'].includes(type) || data.nesting !== 0 || !data.file) continue;
    const now = Date.now();
    yield `${now - last} ${basename(data.file)}\n`;
    last = now;
  }
}
