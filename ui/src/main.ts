// Starts the page: picks the host, then draws.
import { mount } from 'svelte';
import App from './App.svelte';
import { chooseHost } from '$host/choose';
import { useHost } from '$host/client';
import { keepFocusReal } from '$lib/focus';
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
  mount(App, { target });
}
