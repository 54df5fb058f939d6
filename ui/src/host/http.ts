// The core over loopback HTTP (devhost): for work in a browser and for tests. Same commands, same answers.
import { Refused, type Host, type Reply } from './client';

let events: EventSource | undefined;
/** What is asked waits until a change after its answer would be heard, or until nothing will. */
let hears: Promise<void> | undefined;

function listening(): EventSource {
  const source = new EventSource('/api/events');
  hears = new Promise<void>((resolve) => {
    for (const end of ['open', 'error']) source.addEventListener(end, () => resolve(), { once: true });
  }).finally(() => (hears = undefined));
  return source;
}

function onEvent<T>(name: string, listener: (payload: T) => void): () => void {
  const source = (events ??= listening());
  const heard = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as T);
  source.addEventListener(name, heard);
  return () => source.removeEventListener(name, heard);
}

export const httpHost: Host = {
  async call(name, input, bytes) {
    const json = JSON.stringify(input);
    if (hears) await hears;
    const response =
      bytes instanceof Uint8Array
        ? await fetch(`/api/bytes/${name}?input=${encodeURIComponent(json)}`, { method: 'POST', body: bytes })
        : await fetch(`/api/${name}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: json,
            // What is kept as the page goes away still arrives. A browser lets only 64 kB go on without it.
            keepalive: json.length < 16_000,
          });
    if (response.ok && bytes === 'wanted') return { value: await response.arrayBuffer(), change: null };
    const body: unknown = await response.json();
    if (!response.ok) throw Refused.from((body as { error: unknown }).error);
    return body as Reply;
  },
  // A browser puts it where downloads go, or asks, as it was told to.
  saveFile({ name, bytes }) {
    const address = URL.createObjectURL(new Blob([bytes]));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // It is read after this turn.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return Promise.resolve(true);
  },
  onChanged: (listener) => onEvent('changed', listener),
  onNavigate: (listener) => onEvent('navigate', listener),
};
