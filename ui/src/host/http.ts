// The core over loopback HTTP (devhost): for work in a browser and for tests. Same commands, same answers.
import { fromBase64 } from '$lib/base64';
import { Refused, type Host, type Reply } from './client';

let events: EventSource | undefined;

function onEvent<T>(name: string, listener: (payload: T) => void): () => void {
  events ??= new EventSource('/api/events');
  const source = events;
  const heard = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as T);
  source.addEventListener(name, heard);
  return () => source.removeEventListener(name, heard);
}

export const httpHost: Host = {
  async call(name, input) {
    const sent = JSON.stringify(input);
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
      // What is kept as the page goes away still arrives. A browser takes no more than 64 KiB so.
      keepalive: sent.length < 20_000,
    });
    const body: unknown = await response.json();
    if (!response.ok) throw Refused.from((body as { error: unknown }).error);
    return body as Reply;
  },
  // A browser puts it where downloads go, or asks, as it was told to.
  saveFile({ name, base64 }) {
    const address = URL.createObjectURL(new Blob([fromBase64(base64)]));
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
