import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root, runNode } from './lib/process';

const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const dir = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
after(() => rmSync(dir, { recursive: true }));

const folders =
  'errors catalogue requirements wire ledger process checks market dip participant stage control hub conversation session world verdict evidence cli testing';

// file → what it imports; each line breaks exactly the rule named.
const offences: [file: string, imports: string, rule: string][] = [
  ['support/catalogue/a.ts', '../wire', 'catalogue-imports'],
  ['support/errors/a.ts', '../ledger', 'errors-imports'],
  ['support/requirements/a.ts', '../wire', 'requirements-imports'],
  ['support/wire/a.ts', '../ledger', 'wire-imports'],
  ['support/ledger/a.ts', '../catalogue', 'ledger-imports'],
  ['support/process/a.ts', '../wire', 'process-imports'],
  ['support/checks/a.ts', '../market', 'checks-imports'],
  ['support/market/a.ts', '../ledger', 'market-imports'],
  ['support/dip/a.ts', '../checks', 'dip-imports'],
  ['support/participant/a.ts', '../ledger', 'participant-imports'],
  ['support/stage/a.ts', '../wire', 'stage-imports'],
  ['support/control/a.ts', '../hub', 'control-imports'],
  ['support/hub/a.ts', '../participant', 'hub-imports'],
  ['support/conversation/a.ts', '../stage', 'conversation-imports'],
  ['support/session/a.ts', '../hub', 'session-imports'],
  ['support/world/a.ts', '../hub', 'world-imports'],
  ['support/verdict/a.ts', '../evidence', 'verdict-imports'],
  ['support/evidence/a.ts', '../session', 'evidence-imports'],
  ['support/cli/a.ts', '../world', 'cli-imports'],
  ['support/novelty/a.ts', '../errors', 'known-folder'],
  ['support/dip/b.ts', '../wire/inner', 'door'],
  ['support/dip/b.spec.ts', '../wire/inner', 'door'],
  ['support/dip/c.ts', '../errors/inner', 'door'],
  ['scripts/a.ts', '../support/wire/inner', 'door-from-outside'],
  ['steps/a.steps.ts', '../support/session', 'steps-import-world'],
  ['steps/b.steps.ts', '@cucumber/cucumber', 'steps-import-world'],
  ['steps/c.steps.ts', 'node:fs', 'steps-import-world'],
  ['bench/a.ts', '../support/cli', 'cli-is-the-top'],
  ['bench/b.ts', '../steps/a.steps', 'steps-are-loaded'],
  ['support/hub/b.ts', '@cucumber/cucumber', 'cucumber-in-world-and-session'],
  ['support/hub/c.ts', '../testing', 'testing-in-tests'],
  ['support/hub/d.ts', './good.spec', 'tests-stay-apart'],
  ['support/hub/d2.ts', './good.fixture', 'tests-stay-apart'],
  ['support/hub/e.ts', 'playwright', 'heavy-things-late'],
  ['support/hub/f.ts', './gone', 'resolvable'],
  ['support/hub/g.ts', 'dev-only', 'no-development-package'],
];
const allowed: [file: string, imports: string][] = [
  ['support/hub/good.ts', '../dip'],
  ['support/hub/good2.ts', '../errors'],
  ['support/hub/good3.ts', './inner'],
  ['support/hub/good.spec.ts', '../testing'],
  ['support/checks/good.spec.ts', '../dip'],
  ['support/hub/good.fixture.ts', '../testing'],
  ['support/hub/good2.spec.ts', './good.fixture'],
  ['support/world/good.ts', '@cucumber/cucumber'],
  ['support/session/good.ts', '@cucumber/cucumber'],
  ['support/cli/good.ts', '../hub'],
  ['steps/good.steps.ts', '../support/world'],
  ['scripts/good.ts', '../support/catalogue'],
];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
}

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

async function cruise(): Promise<string[]> {
  const tops = ['support', 'steps', 'scripts', 'bench'];
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...tops];
  const { stdout, stderr } = await runNode(args, { cwd: dir, quiet: true });
  assert.ok(stdout, stderr);
  return (JSON.parse(stdout) as Cruise).summary.violations.map(({ from, rule }) => `${from} ${rule.name}`).sort();
}

test('every import rule bites on its offence, and on nothing else', async () => {
  copyFileSync(path.join(root, '.dependency-cruiser.cjs'), path.join(dir, '.dependency-cruiser.cjs'));
  copyFileSync(path.join(root, 'tsconfig.json'), path.join(dir, 'tsconfig.json'));
  write(
    'package.json',
    JSON.stringify({
      dependencies: { '@cucumber/cucumber': '1', playwright: '1' },
      devDependencies: { 'dev-only': '1' },
    }),
  );
  for (const name of ['@cucumber/cucumber', 'playwright', 'dev-only']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'exports.x = 1;');
  }
  for (const folder of folders.split(' ')) {
    write(`support/${folder}/index.ts`, 'export const x = 1;\n');
    write(`support/${folder}/inner.ts`, 'export const x = 1;\n');
  }
  for (const [file, imports] of [...offences, ...allowed])
    write(file, `import { x } from '${imports}';\nexport const y = x;\n`);
  write('support/market/circle.ts', "import { y } from './round';\nexport const x = y;\n");
  write('support/market/round.ts', "import { x } from './circle';\nexport const y = x;\n");
  write(
    'support/hub/late.ts',
    "export const late = () => import('playwright');\nexport type { x } from 'playwright';\n",
  );

  const circle = 'support/market/circle.ts no-circle';
  assert.deepEqual(await cruise(), [...offences.map(([file, , rule]) => `${file} ${rule}`), circle].sort());
});
