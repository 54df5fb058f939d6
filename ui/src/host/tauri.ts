// The core inside the desktop window. The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { ByTheShell, Change } from './generated/wire';
import type { Host, Reply } from './client';

const stopOf = (listening: Promise<UnlistenFn>) => () => void listening.then((stop) => stop());

const listeners = new Set<(change: Change) => void>();
/**
 * What is asked waits for it: a change after its answer is then heard. Without it there still are answers. From then on
 * a question goes at once: a page that is leaving has no other moment.
 */
let hears: Promise<unknown> | undefined = listen<Change>('changed', ({ payload }) => {
  for (const listener of listeners) listener(payload);
})
  .catch(() => undefined)
  .finally(() => (hears = undefined));

type Shell = keyof ByTheShell;

/** What the shell does by itself, without the core. */
const ask = async <N extends Shell>(name: N, input: ByTheShell[N]['input']) =>
  (await invoke<Reply>(name, { input })).value as ByTheShell[N]['output'];
const askForBytes = <N extends Shell>(name: N, input: ByTheShell[N]['input']) =>
  invoke<ArrayBuffer>(name, { input });

/** Bytes take the whole body; a header holds plain letters only. */
const send = (name: string, input: unknown, bytes: Uint8Array<ArrayBuffer>) =>
  invoke<Reply>(name, bytes, { headers: { 'pilot-input': encodeURIComponent(JSON.stringify(input)) } });

export const tauriHost: Host = {
  async call(name, input, bytes) {
    if (hears) await hears;
    if (bytes === 'wanted') return { value: await invoke<ArrayBuffer>(name, { input }), change: null };
    return bytes ? send(name, input, bytes) : invoke<Reply>(name, { input });
  },
  onChanged(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  // Heard by this window alone: what is asked of the main window must not turn the check-in window's page.
  onNavigate: (listener) =>
    stopOf(getCurrentWindow().listen<string>('navigate', (event) => listener(event.payload))),
  onClosing: (listener) =>
    stopOf(getCurrentWindow().listen<{ explain: boolean }>('closing', (event) => listener(event.payload))),
  ...(navigator.userAgent.includes('Linux') && {
    clipboardPicture: () => askForBytes('get_clipboard_picture', null),
    hidden: {
      list: (how) => ask(`list_${how}_files`, null),
      read: (id) => askForBytes('get_hidden_file', id),
    },
  }),
  systemFormats: () => ask('get_system_formats', null),
  saveFile: async ({ name, bytes }) => {
    const input: ByTheShell['save_file']['input'] = { name };
    return (await send('save_file', input, bytes)).value as ByTheShell['save_file']['output'];
  },
  closeWindow: () => getCurrentWindow().close(),
  destroyWindow: () => getCurrentWindow().destroy(),
};
