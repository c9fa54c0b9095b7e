// npm run check: every part runs, whatever the others say, and the end names those that failed. With `--without-tests`
// the unit tests are left to `npm test`.
import { runNode } from './lib/process';

const typescript = ['--require=ts-node/register'];
const parts: [name: string, args: string[]][] = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  [
    'imports',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config=.dependency-cruiser.cjs',
      'support',
      'steps',
      'scripts',
      'bench',
    ],
  ],
  ['features', [...typescript, 'scripts/feature-lint.ts']],
  ['steps', [...typescript, 'scripts/dry-run.ts']],
  ['unit tests', [...typescript, 'scripts/test.ts', '--unit']],
];

async function main(options: readonly string[]): Promise<number> {
  const wanted = options.includes('--without-tests') ? parts.filter(([name]) => name !== 'unit tests') : parts;
  const failed: string[] = [];
  for (const [name, args] of wanted) {
    console.log(`\n== ${name}`);
    const { code, ms } = await runNode(args);
    console.log(`${code === 0 ? 'good' : 'FAILED'}: ${name}, ${(ms / 1000).toFixed(1)} s`);
    if (code !== 0) failed.push(name);
  }
  console.log(failed.length ? `\ncheck failed: ${failed.join(', ')}` : '\ncheck: all good');
  return failed.length ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
