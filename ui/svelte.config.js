// Svelte set-up shared by Vite, svelte-check, ESLint and editors.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  // Runes everywhere in our own files; styles always go to linked files, never to the page at run time.
  compilerOptions: { runes: true, css: 'external' },
  vitePlugin: {
    dynamicCompileOptions({ filename }) {
      if (filename.includes('node_modules')) return { runes: undefined };
    },
  },
};
