// The core inside the desktop window. The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { Change } from './generated/wire';
import type { HiddenFile, Host, Reply } from './client';

const stopOf = (listening: Promise<UnlistenFn>) => () => void listening.then((stop) => stop());

/** Bytes take the whole body; a header holds plain letters only. */
const send = (name: string, input: unknown, bytes: Uint8Array<ArrayBuffer>) =>
  invoke<Reply>(name, bytes, { headers: { 'pilot-input': encodeURIComponent(JSON.stringify(input)) } });

export const tauriHost: Host = {
  async call(name, input, bytes) {
    if (bytes === 'wanted') return { value: await invoke<ArrayBuffer>(name, { input }), change: null };
    return bytes ? send(name, input, bytes) : invoke<Reply>(name, { input });
  },
  onChanged: (listener) => stopOf(listen<Change>('changed', (event) => listener(event.payload))),
  // Heard by this window alone: what is asked of the main window must not turn the check-in window's page.
  onNavigate: (listener) =>
    stopOf(getCurrentWindow().listen<string>('navigate', (event) => listener(event.payload))),
  onClosing: (listener) =>
    stopOf(getCurrentWindow().listen<{ explain: boolean }>('closing', (event) => listener(event.payload))),
  ...(navigator.userAgent.includes('Linux') && {
    clipboardPicture: () => invoke<ArrayBuffer>('get_clipboard_picture', { input: null }),
    hidden: {
      list: async (how) =>
        (await invoke<{ value: HiddenFile[] }>(`list_${how}_files`, { input: null })).value,
      read: (id) => invoke<ArrayBuffer>('get_given_file', { input: id }),
    },
  }),
  saveFile: async ({ name, bytes }) => (await send('save_file', { name }, bytes)).value === true,
  closeWindow: () => getCurrentWindow().close(),
  destroyWindow: () => getCurrentWindow().destroy(),
};
