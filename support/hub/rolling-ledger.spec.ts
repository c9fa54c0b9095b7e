import assert from 'node:assert/strict';
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readLedger, type LedgerEntry } from '../ledger';
import { scratchDir } from '../testing';
import { createEarlier } from './earlier';
import { createRollingLedger } from './rolling-ledger';

const act = (name: string) => ({ kind: 'act' as const, source: 'harness', from: 'harness', to: '1000000001', name });
const hour = 3_600_000;

function rolling(dir: string, over: { maxBytes?: number; keepMs?: number } = {}) {
  const file = path.join(dir, 'one.ndjson');
  return createRollingLedger({ file, keepBytes: 4_096, maxBytes: 20_000, keepMs: hour, ...over });
}

test('a ledger that is full goes on in a new file; each is whole, and nobody who listens misses anything', async () => {
  const dir = scratchDir();
  const ledger = rolling(dir);
  const heard: string[] = [];
  ledger.subscribe((entry) => heard.push(entry.name!));
  for (let n = 0; n < 900; n += 1) {
    ledger.append(act(`act ${n}`));
    if (n % 100 === 99) await ledger.flush();
  }
  await ledger.close();
  const files = readdirSync(dir).sort();
  assert.ok(files.length > 2, files.join());
  assert.ok(files.includes('one.ndjson') && files.includes('one-2.ndjson'));
  const readings = await Promise.all(files.map((name) => readLedger(path.join(dir, name))));
  assert.deepEqual(
    readings.map(({ intact, problem }) => [intact, problem]),
    files.map(() => [true, undefined]),
  );
  assert.equal(readings.flatMap(({ entries }) => entries).length, 900);
  assert.deepEqual(
    heard,
    Array.from({ length: 900 }, (_, n) => `act ${n}`),
  );
  assert.ok(ledger.entries().length < 100, 'memory is bounded');
});

test('ledgers that are too old are deleted when a file is begun, others and other files stay', () => {
  const dir = scratchDir();
  for (const [name, age] of [
    ['old.ndjson', 2 * hour],
    ['new.ndjson', hour / 2],
    ['old.txt', 2 * hour],
  ] as const) {
    writeFileSync(path.join(dir, name), '');
    const at = (Date.now() - age) / 1000;
    utimesSync(path.join(dir, name), at, at);
  }
  rolling(dir);
  assert.deepEqual(readdirSync(dir).sort(), ['new.ndjson', 'old.txt']);
});

test('a folder that is gone is told', async () => {
  const dir = scratchDir();
  let told: (error: Error) => void = () => undefined;
  const fault = new Promise<Error>((resolve) => (told = resolve));
  const file = path.join(dir, 'one.ndjson', 'no-folder.ndjson');
  const ledger = createRollingLedger({ file, keepBytes: 1, maxBytes: 1, keepMs: 1, onFault: (error) => told(error) });
  rmSync(path.dirname(file), { recursive: true });
  ledger.append(act('lost'));
  assert.match((await fault).message, /ENOENT/);
});

test('entries are remembered by MPAN, the oldest of all give way', () => {
  const earlier = createEarlier(3);
  const entry = (mpan: string | undefined, seq: number) => ({ seq, ...(mpan ? { mpan } : {}) }) as LedgerEntry;
  for (const [at, mpan] of ['a', 'b', 'a', undefined, 'b', 'a'].entries()) earlier.add(entry(mpan, at));
  assert.deepEqual(
    [earlier.of('a'), earlier.of('b'), earlier.of(undefined)].map((list) => list.map(({ seq }) => seq)),
    [[2, 5], [4], []],
  );
  for (let n = 0; n < 50; n += 1) earlier.add(entry('c', n));
  assert.deepEqual([earlier.of('a').length, earlier.of('c').length], [0, 3]);
});
