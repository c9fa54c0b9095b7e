// Compiles the library and the steps into dist/, makes its doors late, reads the fixtures and features of every run, and
// stamps it: with the date that bin/load.js compares with the sources, and with the scenario set, so that a change inside
// an installed package shows in its evidence.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtFeatures } from './lib/built-features';
import { makeDoorsLate } from './lib/late-doors';
import { parsedFixtures } from './lib/parsed-fixtures';
import { root, runNode } from './lib/process';

const dist = path.join(root, 'dist');

async function main(): Promise<number> {
  rmSync(dist, { recursive: true, force: true });
  const { code } = await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  if (code !== 0) return code;
  makeDoorsLate(root, dist);
  writeFileSync(path.join(dist, 'fixtures.json'), JSON.stringify(parsedFixtures(path.join(root, 'fixtures'))));
  const features = await builtFeatures(dist);
  if (features) writeFileSync(path.join(dist, 'features.json'), JSON.stringify(features));
  writeFileSync(path.join(dist, 'scenario-set.json'), `${JSON.stringify(packagedScenarioSet())}\n`);
  writeFileSync(path.join(dist, '.built'), `${new Date().toISOString()}\n`);
  return 0;
}

/** The hashes of the scenario set as an installed package sees it, which has no sources. */
function packagedScenarioSet(): unknown {
  const staged = mkdtempSync(path.join(tmpdir(), 'build-'));
  try {
    for (const part of ['dist', 'features', 'package.json']) {
      cpSync(path.join(root, part), path.join(staged, part), { recursive: true });
    }
    const harness = path.join(staged, 'dist/support/session/harness.js');
    return (createRequire(harness)(harness) as { scenarioSet(): unknown }).scenarioSet();
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

void main().then((code) => (process.exitCode = code));
