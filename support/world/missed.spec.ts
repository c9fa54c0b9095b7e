import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { asksAgain } from './missed';
import { line, positions, sceneWith } from './scene.fixture';

const message = { interface: 'IF-035', event: 'MSAppAccepted' };
const called = (over: Partial<LedgerEntry> = {}) =>
  line(2, { kind: 'call', name: 'requeue', httpStatus: 200, event: undefined, ...over });

/** The party is told to ask, and then this stands in the ledger. */
async function asks(entry: LedgerEntry): Promise<void> {
  const entries = [line(1)];
  const { scene, of } = sceneWith(entries);
  scene.worker.control.act = async () => void entries.push(entry);
  await asksAgain(scene, of, 'supplier', 'requeue', message);
}

test('the party is told to ask for what came since the scenario began, and the DIP says that it was asked', async () => {
  const { scene, of, asked } = sceneWith([line(1)]);
  await assert.rejects(asksAgain(scene, of, 'supplier', 'requeue', message), {
    code: 'NOT_ASKED_AGAIN',
    message: /no call of it within/,
  });
  const [, request] = asked[0] as [string, { act: string; args: unknown }];
  assert.equal(request.act, 'requestRequeue');
  assert.deepEqual(request.args, { ...message, since: '2027-06-01T09:00:01+00:00' });
});

test('asked, unless it is of another kind, by another, in vain or before', async () => {
  await asks(called());
  for (const over of [{ name: 'replay' }, { from: positions.REGS }, { kind: 'act' as const }, { seq: 1 }])
    await assert.rejects(asks(called(over)), { code: 'NOT_ASKED_AGAIN', message: /no call of it/ });
  await assert.rejects(asks(called({ httpStatus: 400 })), { code: 'NOT_ASKED_AGAIN', message: /got {7}400 \(ledger/ });
});
