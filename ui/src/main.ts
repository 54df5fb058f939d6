// Starts the page: picks the host, then draws.
import { mount } from 'svelte';
import { chooseHost } from '$host/choose';
import { read, useHost } from '$host/client';
import { keepFocusReal } from '$lib/focus';
import { english, useLanguage } from '$lib/messages';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks #app');

keepFocusReal();
if (import.meta.env.DEV && location.hash === '#/gallery') {
  const { default: Gallery } = await import('./gallery/Gallery.svelte');
  mount(Gallery, { target });
} else {
  useHost(await chooseHost());
  // A core that does not answer says so in English.
  await useLanguage(await read('get_language', null).catch(() => english));
  // Only now: much of what is said is looked up as its module begins.
  const { default: App } = await import('./App.svelte');
  mount(App, { target });
}
