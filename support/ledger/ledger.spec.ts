import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLedger, readLedger } from './index';

const act = (name: string) => ({ kind: 'act' as const, source: 'harness', from: 'harness', to: '1000000001', name });

async function threeLines(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'ledger-')), 'ledger.ndjson');
  const ledger = createLedger({ file });
  ledger.append(act('one'));
  ledger.append({ ...act('two'), body: { address: 'Ä/"' } });
  await ledger.flush();
  ledger.append(act('three'));
  await ledger.close();
  return file;
}

test('lines are numbered, chained and read back as they were appended', async () => {
  const reading = await readLedger(await threeLines());
  assert.equal(reading.intact, true);
  assert.deepEqual(
    reading.entries.map((entry) => [entry.seq, entry.name]),
    [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ],
  );
});

test('a body that comes as JSON is read whole, from the entry and from the file, whatever is in it', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'ledger-')), 'ledger.ndjson');
  const ledger = createLedger({ file });
  const bodies = [{ address: 'Ä/" ☃ 𝄞' }, [], 'x', null, { long: 'é'.repeat(10_000) }];
  const entries = bodies.map((body) => ledger.append({ ...act('one'), bodyText: JSON.stringify(body) }));
  assert.deepEqual(
    entries.map(({ body }) => body),
    bodies,
  );
  await ledger.close();
  const reading = await readLedger(file);
  assert.equal(reading.intact, true);
  assert.deepEqual(
    reading.entries.map(({ body }) => body),
    bodies,
  );
});

test('a changed value, a removed line and a cut-off line are noticed', async () => {
  const file = await threeLines();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"one"', '"eno"'));
  assert.match((await readLedger(file)).problem ?? '', /line 2 does not follow/);
  await writeFile(file, text.split('\n').slice(1).join('\n'));
  assert.equal((await readLedger(file)).intact, false);
  await writeFile(file, text.slice(0, -5));
  const cut = await readLedger(file);
  assert.match(cut.problem ?? '', /line 3 is cut off/);
  assert.equal(cut.entries.length, 2);
});

test('a subscriber from an earlier sequence misses nothing and gets nothing twice', () => {
  const ledger = createLedger();
  ledger.append(act('one'));
  ledger.append(act('two'));
  const seen: number[] = [];
  const stop = ledger.subscribe((entry) => seen.push(entry.seq), 2);
  ledger.append(act('three'));
  stop();
  ledger.append(act('four'));
  assert.deepEqual(seen, [2, 3]);
});

test('a file that cannot be written is told once; the entries stay in memory', async () => {
  const told: Error[] = [];
  const ledger = createLedger({
    file: await mkdtemp(join(tmpdir(), 'ledger-')),
    onFault: (error) => void told.push(error),
  });
  ledger.append(act('one'));
  await ledger.flush();
  ledger.append(act('two'));
  await ledger.close();
  assert.deepEqual([told.length, ledger.entries().length], [1, 2]);
  assert.match(told[0]!.message, /EISDIR/);
});

test('without anybody to tell, the flush says that the file cannot be written', async () => {
  const ledger = createLedger({ file: await mkdtemp(join(tmpdir(), 'ledger-')) });
  ledger.append(act('one'));
  await assert.rejects(ledger.flush(), /EISDIR/);
});
