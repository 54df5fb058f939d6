// The tests outside the pages: the rules of ui that are about no page, and those that see a promise nobody waits for.
import { globals, shared, sharedRules, ts } from '../ui/eslint.shared.js';

export default ts.config({ ignores: ['**/node_modules/', '**/test-results/', '*.{js,mjs}'] }, ...shared, {
  languageOptions: {
    globals: globals.node,
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    ...sharedRules,
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': [
      'error',
      // The runner waits for its tests.
      { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'describe'], package: 'node:test' }] },
    ],
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    // A test may fail where something is missing.
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
});
