import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlClient, Lease, StreamNews } from '../control';
import type { LedgerEntry } from '../ledger';
import { watch } from './watch';

const lease: Lease = { mpan: '9900000000003', seq: 4, segment: 'S', meteringPoint: {} };
const entry = (seq: number, name: string) => ({ seq, name }) as LedgerEntry;

/** A control client of which only the stream is there. */
function watched() {
  let tell: (event: StreamNews) => void = () => undefined;
  const asked: unknown[] = [];
  let stopped = 0;
  const control = {
    stream(mpan: string, seq: number, listener: (event: StreamNews) => void) {
      asked.push(mpan, seq);
      tell = listener;
      return () => (stopped += 1);
    },
  } as unknown as ControlClient;
  return {
    watching: watch(control, lease),
    came: (seq: number, name: string) => tell({ type: 'entry', entry: entry(seq, name) }),
    aborted: (reason: string) => tell({ type: 'abort', reason }),
    lost: (reason: string) => tell({ type: 'lost', reason }),
    asked,
    stops: () => stopped,
  };
}

const named = (name: string) => (entries: readonly LedgerEntry[]) => entries.find((one) => one.name === name);
const long = 60_000;

test('it asks for its MPAN from the lease on, and stops when told', () => {
  const { watching, asked, stops } = watched();
  assert.deepEqual(asked, ['9900000000003', 4]);
  assert.equal(stops(), 0);
  watching.stop();
  assert.equal(stops(), 1);
});

test('what is there already is found at once', async () => {
  const { watching, came } = watched();
  came(4, 'first');
  assert.equal((await watching.until(named('first'), long))?.seq, 4);
});

test('it resolves on the entry that is waited for, and not on another', async () => {
  const { watching, came } = watched();
  let found: number | undefined;
  const waiting = watching.until(named('second'), long).then((one) => (found = one?.seq));
  came(4, 'first');
  await Promise.resolve();
  assert.equal(found, undefined);
  came(5, 'second');
  await waiting;
  assert.equal(found, 5);
  assert.deepEqual(
    watching.entries.map(({ seq }) => seq),
    [4, 5],
  );
});

test('several waits end each by its own entry', async () => {
  const { watching, came } = watched();
  const both = Promise.all([watching.until(named('a'), long), watching.until(named('b'), long)]);
  came(4, 'b');
  came(5, 'a');
  assert.deepEqual(
    (await both).map((one) => one?.seq),
    [5, 4],
  );
});

test('when the limit has passed it resolves with undefined, and a later entry does not matter', async () => {
  const { watching, came } = watched();
  let looks = 0;
  const look = (entries: readonly LedgerEntry[]) => {
    looks += 1;
    return named('late')(entries);
  };
  assert.equal(await watching.until(look, 1), undefined);
  const before = looks;
  came(4, 'late');
  assert.equal(looks, before);
  assert.equal((await watching.until(look, long))?.seq, 4);
});

test('what looking throws ends the wait', async () => {
  const { watching, came } = watched();
  const waiting = watching.until((entries) => {
    if (entries.length > 0) throw new Error('a check failed');
    return undefined;
  }, long);
  came(4, 'bad');
  await assert.rejects(waiting, /a check failed/);
});

test('an abort ends every wait, those that are open and those to come, with the first reason', async () => {
  const { watching, came, aborted } = watched();
  const open = [watching.until(named('never'), long), watching.settle(long)];
  const ended = Promise.allSettled(open);
  aborted('Ctrl-C');
  aborted('the hub has ended');
  assert.deepEqual(
    (await ended).map((one) => one.status),
    ['rejected', 'rejected'],
  );
  came(4, 'there');
  for (const later of [() => watching.until(named('there'), long), () => watching.settle(0)]) {
    await assert.rejects(later, { code: 'RUN_INTERRUPTED', message: /Ctrl-C/ });
  }
});

test('a hub that is lost is the fault of the harness, not of whoever started the run', async () => {
  const { watching, lost } = watched();
  const waiting = watching.until(named('never'), long);
  lost('the hub has ended');
  await assert.rejects(waiting, { code: 'HUB_UNREACHABLE', kind: 'harness', message: /the hub has ended/ });
});

test('settling ends by the time alone', async () => {
  const { watching, came } = watched();
  const settled = watching.settle(1);
  came(4, 'something');
  assert.equal(await settled, undefined);
});

test('another source may ask it to look again; it is ended with the wait', async () => {
  const { watching } = watched();
  let tell: () => void = () => undefined;
  let ended = 0;
  let there = false;
  const also = (again: () => void) => {
    tell = again;
    return () => void (ended += 1);
  };
  const found = watching.until(() => there || undefined, long, also);
  tell();
  assert.equal(ended, 0);
  there = true;
  tell();
  assert.equal(await found, true);
  assert.equal(ended, 1);
  assert.equal(await watching.until(() => undefined, 0, also), undefined);
  assert.equal(ended, 2);
});
