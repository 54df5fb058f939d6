// The core inside the desktop window. The only file that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Host, Reply } from './client';

function onEvent<T>(name: string, listener: (payload: T) => void): () => void {
  const stop = listen<T>(name, (event) => listener(event.payload));
  return () => void stop.then((unlisten) => unlisten());
}

export const tauriHost: Host = {
  call: (name, input) => invoke<Reply>(name, { input }),
  onChanged: (listener) => onEvent('changed', listener),
  onNavigate: (listener) => onEvent('navigate', listener),
};
