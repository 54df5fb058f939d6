// Build and test set-up. Tauri and the browser host both serve the folder `dist` this makes.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  resolve: {
    alias: {
      $host: source('host'),
      $state: source('state'),
      $views: source('views'),
      $features: source('features'),
      $kit: source('kit'),
      $lib: source('lib'),
      $routes: source('routes.ts'),
    },
  },
  // Relative addresses, so that the same files work under any origin.
  base: './',
  build: { target: ['es2022', 'safari16'], modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: 1420,
    strictPort: true,
    // The messages lie beside this folder: the shell reads them too.
    fs: { allow: ['.', '../messages'] },
    // `npm run dev` beside a running devhost: the same commands, with hot reload.
    proxy: { '/api': process.env.PILOT_DEVHOST ?? 'http://127.0.0.1:1421' },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
  },
});
