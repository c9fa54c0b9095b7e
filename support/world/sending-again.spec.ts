import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { line, sceneWith } from './scene.fixture';
import { hasWaited, isTurnedAway, keepsReference } from './sending-again';

const message = { interface: 'IF-031', event: 'MSApp' };
const turned = (seq: number, over: Partial<LedgerEntry> = {}) =>
  line(seq, { kind: 'refused', httpStatus: 503, reference: 'S-1', ...over });

test('turned away: that status, to that message of that party', async () => {
  const answered = (entry: LedgerEntry) =>
    isTurnedAway(sceneWith([entry]).scene, sceneWith([entry]).of, 'supplier', message, 503);
  await answered(turned(1));
  for (const over of [{ httpStatus: 429 }, { from: '2000000011' }, { event: 'DSApp' }, { to: '2000000021' }])
    await assert.rejects(answered(turned(1, over)), { code: 'LEG_MISSING' });
});

async function kept(entries: LedgerEntry[], levels = {}) {
  const { scene, of, findings, checks } = sceneWith(entries, levels);
  await keepsReference(scene, of, 'supplier', message, findings);
  return checks()[0]!;
}

test('a reference is kept, or it is a should, or what the environment says', async () => {
  assert.equal((await kept([turned(1), line(2, { reference: 'S-1' })])).status, 'pass');
  const other = [turned(1), line(2, { reference: 'S-2' })];
  const { level, status, reason, ledger } = await kept(other);
  assert.deepEqual([level, status, ledger], ['should', 'fail', [2]]);
  assert.match(reason, /keep the reference S-1 of IF-031 \[MSApp\]; it was sent again as S-2/);
  assert.equal((await kept(other, { 'reference-kept': { level: 'must' } })).level, 'must');
});

async function waited(...entries: LedgerEntry[]) {
  const { scene, of, findings, checks } = sceneWith(entries);
  of.patienceMs = 1_000;
  await hasWaited(scene, of, 'supplier', message, findings);
  return checks()[0]!;
}

test('waited: from the answer that asked for it to the next attempt, whether that was taken or not', async () => {
  assert.equal((await waited(turned(1), line(2))).status, 'pass');
  const early = await waited(turned(1), turned(2, { at: '2027-06-01T09:00:01.250Z' }), line(3));
  assert.deepEqual([early.status, early.ledger], ['fail', [2]]);
  assert.match(early.reason, /to wait 1000 ms with IF-031 \[MSApp\]; it came again after 250 ms/);
});
