import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { generateAllureReport } from './allure-report';
import type { Finding } from '../verdict';
import { needs } from '../testing';
import { allure2, allure3, type AllureTool } from './allure-tools';
import { everyVerdict, runFolder, verdictsOf } from './fixture';
import { remoteNames } from './remote-names';
import { writeEvidence } from './write';

let folder = '';
before(async () => {
  const finding: Finding = {
    code: 'unclaimed',
    blame: 'participant',
    level: 'must',
    reason: 'IF-031 unclaimed',
    ledger: [1],
  };
  folder = await runFolder(verdictsOf(everyVerdict(), { findings: [finding] }));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A file that a single-file report carries, by its name. */
function embedded(page: string, name: string): Record<string, unknown> {
  const base64 = new RegExp(`d\\(['"]${name}['"],\\s*['"]([A-Za-z0-9+/=]*)`).exec(page)?.[1];
  assert.ok(base64, `${name} is in the report`);
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
}

async function reportBy(tool: AllureTool): Promise<string> {
  const outcome = await generateAllureReport(folder, 'A & <B>', { tool });
  assert.equal(outcome.problem, undefined);
  return readFile(outcome.file!, 'utf8');
}

test('writeEvidence makes a report of one file and says what it does', async () => {
  const said: string[] = [];
  const written = await writeEvidence(folder, { onProgress: (text) => said.push(text) });
  assert.equal(written.allureProblem, undefined);
  assert.equal(written.allure, path.join(folder, 'allure-report', 'index.html'));
  assert.ok((await stat(written.allure)).size > 100_000);
  assert.equal(said.length, 4);
  for (const page of [written.summary, written.allure]) assert.deepEqual(remoteNames(await readFile(page, 'utf8')), []);
});

test('Allure 2 shows the totals and loads nothing', needs('java'), async () => {
  const page = await reportBy(allure2());
  assert.deepEqual(remoteNames(page), []);
  const { statistic } = embedded(page, 'widgets/summary.json') as { statistic: Record<string, number> };
  assert.deepEqual(statistic, { failed: 2, broken: 3, skipped: 3, passed: 2, unknown: 0, total: 10 });
  const { items } = embedded(page, 'widgets/categories.json') as { items: { name: string }[] };
  const names = items.map(({ name }) => name.split(':')[0]).sort();
  const skips = ['Not applicable', 'Not run', 'Waiting'];
  assert.deepEqual(names, ['Configuration', 'Environment', 'Harness', ...skips.slice(0, 2), 'Participant', skips[2]]);
});

test('Allure 3 shows the totals and loads nothing', async () => {
  const page = await reportBy(allure3());
  assert.deepEqual(remoteNames(page), []);
  assert.doesNotMatch(page, /googletagmanager/);
  const statistic = embedded(page, 'widgets/statistic.json');
  assert.deepEqual(statistic, { total: 10, failed: 2, broken: 3, skipped: 3, passed: 2 });
});

test('a generator that fails, is absent or hangs is reported and leaves no report', async () => {
  const tool = (program: string, ...args: string[]): AllureTool => ({
    name: 'allure 3',
    program,
    args: () => args,
    env: {},
  });
  const tools: [AllureTool, RegExp][] = [
    [tool(process.execPath, '-e', 'console.error("no heap"); process.exit(3)'), /ended with code 3: no heap/],
    [tool(path.join(folder, 'no-such-program')), /ENOENT/],
    [tool(process.execPath, '-e', 'setInterval(() => {}, 1000)'), /stopped after 1 s/],
    [tool(process.execPath, '-e', ''), /ENOENT/],
  ];
  for (const [broken, expected] of tools) {
    const outcome = await generateAllureReport(folder, 'x', { tool: broken, limitMs: 1000 });
    assert.equal(outcome.file, null);
    assert.match(outcome.problem!, expected);
    assert.equal(existsSync(path.join(folder, 'allure-report')), false);
  }
});
