import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { batch, crashed, found, journalForTest, lastFile, message } from './journal.fixture';
import { batchRecord, sizeOf } from './record';
import type { AcceptedBatch, Journal, Owed } from './types';

const parties = ['1000000001', '1000000002', '1000000003'];

/** What a journal must know. */
interface State {
  batches: readonly AcceptedBatch[];
  owed: readonly Owed[];
  remembered: Readonly<Record<string, unknown>>;
}
/** It must know that when its last file holds so many bytes. */
interface Snapshot extends State {
  path: string;
  size: number;
}

type Command =
  | { do: 'accept'; batches: string[][][] }
  | { do: 'settle'; which: number; how: 'delivered' | 'dead' }
  | { do: 'remember'; key: string; value: unknown };

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('accept' as const),
    // Batches at once, of messages, of recipients.
    batches: fc.array(fc.array(fc.subarray(parties), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('settle' as const), which: fc.nat(), how: fc.constantFrom('delivered', 'dead') }),
  fc.record({
    do: fc.constant('remember' as const),
    key: fc.constantFrom('a', 'b', '"\n'),
    value: fc.option(fc.jsonValue(), { nil: undefined }),
  }),
);
const sessions = fc.array(
  fc.record({ commands: fc.array(commands, { maxLength: 12 }), cut: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 4 },
);

function newBatch(record: number, recipients: string[][]): AcceptedBatch {
  const messages = recipients.map((to, i) => message(`R-${record}-${i}`, { to, transactionID: `T-${record}-${i}` }));
  return batch(record, { messages });
}

const owedOf = (batches: readonly AcceptedBatch[]): Owed[] =>
  batches.flatMap(({ record, channel, messages }) =>
    messages.flatMap(({ to }, index) => to.map((one) => ({ record, index, to: one, channel }))),
  );

/** Does what is told and returns all that a crash may come back to. */
async function run(journal: Journal, dir: string, before: State, list: readonly Command[]): Promise<Snapshot[]> {
  let state = before;
  const snapshots: Snapshot[] = [{ ...state, ...lastFile(dir) }];
  for (const command of list) {
    if (command.do === 'accept') {
      const added = command.batches.map((recipients) => newBatch(journal.reserve(), recipients));
      await Promise.all(added.map((one) => journal.accept(one)));
      // They were written together, so a crash may come between two of them.
      const after = lastFile(dir);
      let size = after.size - added.reduce((sum, one) => sum + sizeOf(batchRecord(one)), 0);
      for (const one of added) {
        state = { ...state, batches: [...state.batches, one], owed: [...state.owed, ...owedOf([one])] };
        size += sizeOf(batchRecord(one));
        snapshots.push({ ...state, path: after.path, size });
      }
      assert.equal(size, after.size);
      continue;
    }
    if (command.do === 'settle') {
      const owed = state.owed[command.which % state.owed.length];
      if (!owed) continue;
      journal.settle(owed, command.how);
      state = { ...state, owed: state.owed.filter((one) => one !== owed) };
    } else {
      journal.remember(command.key, command.value);
      const { [command.key]: _, ...others } = state.remembered;
      const value = command.value === undefined ? {} : { [command.key]: JSON.parse(JSON.stringify(command.value)) };
      state = { ...state, remembered: { ...others, ...value } };
    }
    await journal.flush();
    snapshots.push({ ...state, ...lastFile(dir) });
  }
  return snapshots;
}

async function check(journal: Journal, state: State, lost: readonly AcceptedBatch[]): Promise<void> {
  assert.deepEqual(journal.owed(), state.owed);
  assert.deepEqual(Object.fromEntries(journal.remembered()), state.remembered);
  for (const one of state.batches) assert.deepEqual(await journal.read(one.record), one);
  for (const party of parties) {
    const published = state.batches.flatMap(({ messages }) => messages.filter(({ to }) => to.includes(party)));
    const references = published.map(({ reference }) => reference);
    assert.deepEqual(await found(journal, { to: party }), references);
  }
  for (const { messages } of state.batches) for (const { reference } of messages) assert.ok(journal.has(reference));
  for (const { record, messages } of lost) {
    assert.equal(await journal.read(record), undefined);
    for (const { reference } of messages) assert.equal(journal.has(reference), false);
  }
}

test('a crash at any byte loses nothing that was written, invents nothing and keeps the order', async () => {
  await fc.assert(
    fc.asyncProperty(sessions, fc.constantFrom(1, 2000, 100_000), async (list, segmentBytes) => {
      const { journal: first, dir: firstDir, open } = await journalForTest({ segmentBytes });
      let [journal, dir, state]: [Journal, string, State] = [
        first,
        firstDir,
        { batches: [], owed: [], remembered: {} },
      ];
      for (const { commands: told, cut } of list) {
        const snapshots = await run(journal, dir, state, told);
        await check(journal, snapshots.at(-1)!, []);
        const copy = crashed(dir);
        await journal.close();
        const { path, size } = snapshots.at(-1)!;
        const inLast = snapshots.filter((one) => one.path === path);
        const torn = Math.round(inLast[0]!.size + cut * (size - inLast[0]!.size));
        truncateSync(lastFile(copy).path, torn);
        state = inLast.filter((one) => one.size <= torn).at(-1)!;
        const lost = snapshots.at(-1)!.batches.slice(state.batches.length);
        [journal, dir] = [await open({ dir: copy }), copy];
        await check(journal, state, lost);
      }
      await journal.close();
    }),
    { numRuns: 100 },
  );
});
