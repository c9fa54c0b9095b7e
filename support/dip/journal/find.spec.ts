import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, found, journalForTest, message, owes, segmentFiles, service, start, supplier } from './journal.fixture';
import type { ReplayQuery } from './types';

const minute = 60_000;
const at = (minutes: number) => new Date(start + minutes * minute);

/** Six batches a minute apart; A to F differ from what is asked for in one thing each. */
async function filled(o: { dir?: undefined; segmentBytes?: number } = {}) {
  const t = await journalForTest(o);
  const other = [
    batch(1, { messages: [message('A'), message('A2', { to: [supplier, service] })] }),
    batch(2, { channel: 'IF-032', messages: [message('B')] }),
    batch(3, { messages: [message('C', { to: [supplier] })] }),
    batch(4, { messages: [message('D', { event: 'MSAppDeclined' })] }),
    batch(5, { messages: [message('E', { mpan: '1000000000024' })] }),
    batch(6, { messages: [message('F', { schemaVersion: '2.2.1' }), message('F2', { mpan: undefined })] }),
  ];
  for (const one of other) await t.journal.accept({ ...one, at: at(one.record).toISOString() });
  return t;
}

const cases: [string, Partial<ReplayQuery>, string[]][] = [
  ['channel and DIP ID alone', {}, ['A', 'A2', 'D', 'E', 'F', 'F2']],
  ['another channel', { channel: 'IF-032' }, ['B']],
  ['another DIP ID', { to: supplier }, ['A2', 'C']],
  ['a DIP ID that a message came from', { to: '1000000009' }, []],
  ['an event', { event: 'MSApp' }, ['A', 'A2', 'E', 'F', 'F2']],
  ['an event that begins like another', { event: 'MSAppDec' }, []],
  ['an MPAN', { mpan: '1000000000024' }, ['E']],
  ['an MPAN that stands elsewhere in the header', { mpan: service }, []],
  ['a release', { schemaVersion: '2.2.1' }, ['F']],
  ['transaction ids', { transactionIDs: ['T-E', 'T-A2', 'T-B', 'T-C', 'T-none'] }, ['A2', 'E']],
  ['no transaction id at all', { transactionIDs: [] }, []],
  ['from a time on', { from: at(4) }, ['D', 'E', 'F', 'F2']],
  ['from a moment after it', { from: new Date(at(4).getTime() + 1) }, ['E', 'F', 'F2']],
  ['until a time', { until: at(4) }, ['A', 'A2', 'D']],
  ['until a moment before it', { until: new Date(at(4).getTime() - 1) }, ['A', 'A2']],
  ['a span without a message', { from: new Date(at(4).getTime() + 1), until: new Date(at(5).getTime() - 1) }, []],
  ['all of it', { event: 'MSApp', schemaVersion: '2.1.0', mpan: '1000000000015', until: at(5) }, ['A', 'A2']],
];

test('a replay finds what was published, by each filter', async () => {
  for (const o of [{}, { dir: undefined }, { segmentBytes: 1 }]) {
    const { journal } = await filled(o);
    for (const [name, query, expected] of cases) assert.deepEqual(await found(journal, query), expected, name);
    await journal.close();
  }
});

test('what became of a delivery is nothing to a replay', async () => {
  const { journal } = await filled();
  journal.settle(owes(1), 'dead');
  journal.settle(owes(4), 'delivered');
  await journal.flush();
  assert.deepEqual(await found(journal), ['A', 'A2', 'D', 'E', 'F', 'F2']);
  await journal.close();
});

test('a replay gives the batch with its bytes, and what is accepted meanwhile belongs to the next', async () => {
  const { journal } = await journalForTest();
  const large = batch(1, { bytes: Buffer.alloc(1_500_000, 'x') });
  await journal.accept(large);
  await journal.accept(batch(2));
  const numbers: number[] = [];
  for await (const { batch: one, index } of journal.find({
    channel: 'IF-031',
    to: service,
    from: at(0),
    until: at(9),
  })) {
    if (numbers.length === 0) await journal.accept(batch(3));
    assert.deepEqual(one, one.record === 1 ? large : batch(2));
    assert.equal(index, 0);
    numbers.push(one.record);
  }
  assert.deepEqual(numbers, [1, 2]);
  await journal.close();
});

test('files outside of the span are not even opened, and one that goes meanwhile is passed over', async () => {
  const { journal, time, dir, open } = await journalForTest({ segmentBytes: 1, keepMs: 60 * minute });
  for (let record = 1; record <= 12; record += 1) {
    const settled = batch(record, { at: at(record).toISOString(), messages: [message(`R-${record}`)] });
    await journal.accept(settled);
    journal.settle(owes(record), 'delivered');
  }
  await journal.close();
  const again = await open();
  const { rmSync } = await import('node:fs');
  rmSync(segmentFiles(dir)[0]!);
  assert.deepEqual(await found(again, { from: at(2), until: at(3) }), ['R-2', 'R-3']);
  await assert.rejects(found(again, { from: at(1), until: at(3) }), { code: 'ENOENT' });

  const replay = again.find({ channel: 'IF-031', to: service, from: at(2), until: at(12) })[Symbol.asyncIterator]();
  const first = (await replay.next()) as { value: { batch: { record: number } } };
  assert.equal(first.value.batch.record, 2);
  time.now = at(63).getTime();
  await again.accept(batch(13, { at: at(63).toISOString() }));
  await again.flush();
  const rest: number[] = [];
  for (let next = await replay.next(); !next.done; next = await replay.next()) rest.push(next.value.batch.record);
  assert.deepEqual(rest, [4, 5, 6, 7, 8, 9, 10, 11, 12], 'number 3 has gone');
  await again.close();
});
