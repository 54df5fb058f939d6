// Leaves the small check-in window: the host closes it, or, where there is one window only, Today is shown.
import { currentHost } from '$host/client';
import { navigation } from './navigation.svelte';

export async function closeWindow(): Promise<void> {
  const { closeWindow: close } = currentHost();
  if (close) await close();
  else navigation.go({ at: 'today' });
}
