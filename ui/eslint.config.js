// The rules that keep the shape of this folder: who may import whom, and no text outside messages/.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import noGluedSentence from './eslint-no-glued-sentence.js';
import { globals, shared, sharedRules, ts } from './eslint.shared.js';
import svelteConfig from './svelte.config.js';

const at = (path) => `./src/${path}`;

/** One import tier: files in `tier` may import only from `allowed` (besides their own folder). */
const tiers = ['views', 'features', 'kit', 'lib', 'state', 'host'];
const mayImport = {
  views: ['features', 'kit', 'lib', 'state'],
  features: ['kit', 'lib', 'state'],
  state: ['host', 'lib'],
  host: ['lib'],
  kit: ['lib'],
  lib: [],
};
const tierZones = tiers.map((tier) => ({
  target: at(tier),
  from: './src',
  except: [
    ...[tier, ...mayImport[tier]].map((allowed) => `./${allowed}`),
    // Routes are plain data that any tier but kit and lib may name; so are the types of the wire.
    ...(['kit', 'lib'].includes(tier) ? [] : ['./routes.ts', './host/generated']),
  ],
  message: `${tier}/ may import only from: ${[tier, ...mayImport[tier]].join(', ')}.`,
}));

/** A feature never reaches into another feature. */
const features = existsSync(at('features'))
  ? readdirSync(at('features'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];
const featureZones = features.map(({ name }) => ({
  target: at(`features/${name}`),
  from: at('features'),
  except: [`./${name}`],
  message: 'A feature may not import another feature; compose them in a view.',
}));

const readAloud =
  'aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|lead|text|summary|lowLabel|highLabel';
const noInlineStyle = {
  selector: 'SvelteAttribute[key.name="style"]',
  message: 'No style attributes: use a class, or a style: directive for a computed value.',
};
const noLiteralText = [
  {
    selector: ':not(SvelteStyleElement) > SvelteText[value=/\\p{L}/u]',
    message: 'Text a person reads lives in messages/en: use m.some_key().',
  },
  {
    selector:
      'SvelteMustacheTag > Literal[value=/\\p{L}/u], SvelteMustacheTag > TemplateLiteral[expressions.length=0]',
    message: 'Text a person reads lives in messages/en: use m.some_key().',
  },
  {
    selector: `SvelteAttribute[key.name=/^(${readAloud})$/] > SvelteLiteral[value=/\\p{L}/u]`,
    message: 'Text a person reads lives in messages/en: use m.some_key().',
  },
];

export default ts.config(
  { ignores: ['dist/', 'dist-pseudo/', 'node_modules/', 'src/host/generated/', 'src/lib/generated/'] },
  ...shared,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    plugins: { 'import-x': importX, own: { rules: { 'no-glued-sentence': noGluedSentence } } },
    languageOptions: { globals: { ...globals.browser } },
    settings: {
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        [fileURLToPath(new URL('./eslint-svelte-parser.cjs', import.meta.url))]: ['.svelte'],
      },
      'import-x/extensions': ['.ts', '.svelte', '.js'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...tierZones, ...featureZones] }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@tauri-apps/*'], message: 'Only host/tauri.ts talks to the desktop shell.' }],
        },
      ],
      'no-console': 'error',
      'own/no-glued-sentence': 'error',
      ...sharedRules,
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // The compiler and svelte-check know these better than the plain rules.
      'no-undef': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': ['error', noInlineStyle, ...noLiteralText],
    },
  },
  // The gallery is for people who build the program; its sample text is not shipped.
  { files: ['src/gallery/**/*.svelte'], rules: { 'no-restricted-syntax': ['error', noInlineStyle] } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['src/host/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
  // A test brings its own host, whatever tier it stands in.
  {
    files: ['src/**/*.test.ts'],
    rules: { 'import-x/no-restricted-paths': 'off', 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['*.{js,cjs,ts}', 'scripts/*.js', 'src/**/*.test.ts'],
    languageOptions: { globals: { ...globals.node } },
  },
);
