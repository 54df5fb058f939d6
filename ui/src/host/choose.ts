// Which host this page has: the desktop window, or a browser beside devhost.
import type { Host } from './client';

export async function chooseHost(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriHost;
  return (await import('./http')).httpHost;
}
