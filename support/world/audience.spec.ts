import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlClient, Lease, StreamNews } from '../control';
import type { LedgerEntry } from '../ledger';
import { createFindings } from './findings';
import { exchanged } from './receiving';
import type { Scene, ScenarioMpan } from './scene';
import { line, mpan, positions, sceneWith } from './scene.fixture';
import { watch } from './watch';

const limitMs = 2_000;
const row = { '': '1', from: 'SUP', to: 'REGS', message: 'IF-031 [MSApp]', order: '', with: '' };
const transactionID = 'T-1';
const accepted = line(2, { transactionID });
const delivered = line(3, { kind: 'delivered', to: positions.REGS, transactionID });

/** Judges the row while the delivery comes only when the settle time is over; without one it never comes. */
async function judged(late?: LedgerEntry) {
  let tell: (news: StreamNews) => void = () => undefined;
  const control = {
    stream: (_mpan: string, _from: number, on: typeof tell) => ((tell = on), () => undefined),
  } as unknown as ControlClient;
  const watching = watch(control, { mpan, seq: 1 } as Lease);
  const { scene } = sceneWith([]);
  const context = { ...scene.conversation({} as ScenarioMpan), limitMs: late ? limitMs : 20 };
  const slow = { ...scene, conversation: () => context } as unknown as Scene;
  const of = { label: 'A', watch: watching, since: 1 } as unknown as ScenarioMpan;
  const findings = createFindings();
  tell({ type: 'entry', entry: accepted });
  const done = exchanged(slow, of, [row], findings, () => undefined);
  if (late) setTimeout(() => tell({ type: 'entry', entry: late }), 30);
  await done;
  return findings.result().checks.find(({ id }) => id === 'leg-audience')!.status;
}

test('a delivery that comes after the settle time, within the limit, has reached its audience', async () => {
  assert.equal(await judged(delivered), 'pass');
});

test('a delivery that does not come has not', async () => {
  assert.equal(await judged(), 'fail');
});
