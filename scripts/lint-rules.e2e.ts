import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './lib/process';

const lint = new ESLint({ cwd: root });
// Typed rules need a file that the project knows; its text is ours.
const known = 'support/errors/define.ts';

async function rulesBroken(text: string, file = known): Promise<(string | null)[]> {
  const [result] = await lint.lintText(text, { filePath: path.join(root, file) });
  return result!.messages.map((message) => message.ruleId);
}

const offences: [what: string, rule: string, text: string][] = [
  [
    'a test that is switched off',
    'no-restricted-syntax',
    "import { test } from 'node:test';\ntest.skip('x', () => {});\n",
  ],
  ['a test that runs alone', 'no-restricted-syntax', "import { test } from 'node:test';\ntest.only('x', () => {});\n"],
  ['a server that takes any client', 'no-restricted-syntax', 'export const o = { rejectUnauthorized: false };\n'],
  ['a sleep', 'no-restricted-syntax', 'export const f = () => new Promise((resolve) => setTimeout(resolve, 5));\n'],
  [
    'a promise that nobody awaits',
    '@typescript-eslint/no-floating-promises',
    'export const f = async () => {};\nf();\n',
  ],
  ['any', '@typescript-eslint/no-explicit-any', 'export const x: any = 1;\n'],
  [
    'a rule switched off by a comment',
    '@typescript-eslint/no-explicit-any',
    '// eslint-disable-next-line\nexport const x: any = 1;\n',
  ],
  ['a type error hushed up', '@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const x: string = 1;\n'],
  ['a file past one concern', 'max-lines', 'export const x = 1;\n'.padEnd(600, '\n')],
];

for (const [what, rule, text] of offences) {
  test(`the lint refuses ${what}`, async () => {
    assert.ok((await rulesBroken(text)).includes(rule));
  });
}

test('steps may not use timers and HTTP', async () => {
  const config = await lint.calculateConfigForFile(path.join(root, 'steps/any.steps.ts'));
  const banned = config.rules['no-restricted-globals'] as string[];
  for (const name of ['setTimeout', 'setInterval', 'fetch']) assert.ok(banned.includes(name), name);
});

test('the lint accepts plain code and tests that nobody awaits', async () => {
  assert.deepEqual(await rulesBroken("import { test } from 'node:test';\ntest('x', async () => {});\n"), []);
});
