// What the lint of the pages and the lint of the tests outside them (../e2e) share.
import js from '@eslint/js';
import globals from 'globals';
import ts from 'typescript-eslint';

export { globals, ts };

export const shared = [js.configs.recommended, ...ts.configs.strict];

export const sharedRules = {
  eqeqeq: 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
};
