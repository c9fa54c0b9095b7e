import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { scratchDir, scratchFile } from '../testing';
import { loadPool } from './pool';

const count = 400;
const pool = scratchFile(
  'pool.yaml',
  `schema: 1\nremember: true\nranges:\n  - { first: '990000000000', count: ${count}, segment: S, meterKind: smart, energyDirection: I, energisation: E, gspGroup: _A }\n`,
);

/** A process that is ready to take all that it can get; `go` lets it, and resolves with what it got. */
async function taker(stateDir: string): Promise<{ go(): Promise<string[]> }> {
  const script = path.join(__dirname, 'pool-claim.fixture');
  const child = spawn(process.execPath, [...process.execArgv, '-r', 'ts-node/register', script, pool, stateDir], {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 60_000,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, 'ready');
  return {
    async go() {
      child.stdin.write('go\n');
      return JSON.parse((await lines.next()).value ?? 'null') as string[];
    },
  };
}

test('processes that take from one pool at the same time never get the same MPAN, and leave none', async () => {
  const stateDir = scratchDir();
  const takers = await Promise.all([1, 2, 3].map(() => taker(stateDir)));
  const got = await Promise.all(takers.map(({ go }) => go()));
  const all = got.flat();
  assert.equal(new Set(all).size, count);
  assert.equal(all.length, count, 'one MPAN went to two');
  const { take, count: counted } = await loadPool(pool, { stateDir });
  assert.deepEqual(counted({}), { there: count, spent: count });
  assert.equal(take({}), undefined);
});
