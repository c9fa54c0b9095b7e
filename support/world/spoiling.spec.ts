import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { line, mpan, positions, sceneWith } from './scene.fixture';
import { refusesSpoilt, trouble } from './spoiling';

const message = { interface: 'IF-035', event: 'MSAppAccepted' };
const body = { messageArray: [{ message: 'RCP1001 - Schema Failure' }] };
const pass = { id: 'refuses-bad-publication', level: 'must', status: 'pass', reason: '' } as const;
const refused = (over: Partial<LedgerEntry> = {}) => line(1, { kind: 'answered', body, checks: [pass], ...over });

test('what becomes of publications is asked for their recipient, of submissions for their sender', async () => {
  const { scene, of, asked } = sceneWith([]);
  await trouble(scene, of, 'supplier', { kind: 'duplicate', event: 'MSAppAccepted' });
  await trouble(scene, of, 'supplier', { kind: 'answer', event: 'MSApp', status: 429 });
  const origin = { scenario: 'MQ-DIP-010', step: 'the step', mpan };
  const supplier = positions['SUP (incoming)'];
  assert.deepEqual(asked, [
    ['fault', { ...origin, kind: 'duplicate', event: 'MSAppAccepted', to: supplier }],
    ['fault', { ...origin, kind: 'answer', event: 'MSApp', status: 429, from: supplier }],
  ]);
});

async function refuses(entry: LedgerEntry | undefined, codes: string[]) {
  const { scene, of, findings, checks } = sceneWith(entry ? [entry] : []);
  await refusesSpoilt(scene, of, 'supplier', message, findings, codes);
  return checks().map(({ id, level, status, reason }) => [id, level, status, reason]);
}

test('refused with the code that is named; another code is an observation, made once', async () => {
  assert.deepEqual(await refuses(refused(), ['RCP1001']), []);
  assert.deepEqual(await refuses(refused(), []), []);
  const other = await refuses(refused(), ['RCP1004', 'RCP9999']);
  const reason = 'expected RCP1004 or RCP9999; the answer says RCP1001 - Schema Failure';
  assert.deepEqual(other, [['refusal-code', 'should', 'fail', reason]]);
  const said = { ...pass, id: 'refusal-code', level: 'should', status: 'fail' } as const;
  assert.deepEqual(await refuses(refused({ checks: [pass, said] }), ['RCP1004']), []);
  await assert.rejects(refuses(undefined, ['RCP1001']), { code: 'BAD_PUBLICATION_TAKEN' });
  await assert.rejects(refuses(refused({ from: positions.REGS }), []), { code: 'BAD_PUBLICATION_TAKEN' });
});
