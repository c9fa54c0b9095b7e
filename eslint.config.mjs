import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const testSwitch = 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|todo)$/]';
const noTestSwitches = { selector: testSwitch, message: 'A test runs, or is left out by name: see support/testing.' };
const noBlindTls = {
  selector: "Property[key.name='rejectUnauthorized'][value.value=false]",
  message: 'Only support/wire/front.ts may look at an unauthorised client, to refuse it with a reason.',
};
const noSleep = {
  selector:
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'][arguments.0.name=/^(resolve|r|done)$/]",
  message: 'Wait for the event, with a deadline, not for time.',
};

// Those that the few plain JavaScript files use.
const commonGlobals = { __dirname: false, console: false, module: false, process: false, require: false };

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'reports/', '.qualify/'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: commonGlobals },
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
  {
    // Runs in Postman's sandbox, inside an async function.
    files: ['docs/clients/postman/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: { atob: false, btoa: false, crypto: false, pm: false, TextEncoder: false },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 250],
      'no-restricted-syntax': ['error', noTestSwitches, noBlindTls, noSleep],
    },
  },
  { files: ['support/wire/front.ts'], rules: { 'no-restricted-syntax': ['error', noTestSwitches, noSleep] } },
  {
    // A step body is one call on the World.
    files: ['steps/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'fetch', 'process'] },
  },
);
