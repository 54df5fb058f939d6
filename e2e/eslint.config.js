// The tests outside the pages: the rules of ui that are about no page, and those that see a promise nobody waits for.
import { globals, shared, sharedRules, ts } from '../ui/eslint.shared.js';

/** A fixed time stands for no condition: it is too long where all is well, and too short on a busy computer. */
const noSleep =
  'Wait until something is so. For what must be shown not to happen there is letPass, with its reason.';
const sleeps = [
  'CallExpression[callee.property.name="waitForTimeout"]',
  'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
];

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
    'no-restricted-syntax': ['error', ...sleeps.map((selector) => ({ selector, message: noSleep }))],
    'no-restricted-imports': ['error', { paths: [{ name: 'node:timers/promises', message: noSleep }] }],
    // Playwright reads from the pattern what a fixture needs.
    'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    // A test may fail where something is missing.
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
});
