import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from '../ledger';
import { keepsTo, takesEveryCall } from './keeping';
import { line, positions, sceneWith } from './scene.fixture';

const message = { interface: 'IF-031', event: 'MSApp' };
const check = (id: string, status: Check['status'], level: Check['level'] = 'must'): Check => ({
  ...{ id, level, status, reason: status === 'fail' ? 'it differs' : '', blame: 'participant' as const },
});

async function kept(...checks: Check[]): Promise<string[]> {
  const { scene, of, findings, notes } = sceneWith([line(1, { checks })]);
  await keepsTo(scene, of, 'supplier', message, 'key case', findings);
  return notes();
}

test('a check that was made shows it, a failed should with it; one without an object is noted', async () => {
  assert.deepEqual(await kept(check('key-case', 'pass')), []);
  assert.deepEqual(await kept(check('key-case', 'fail', 'should')), []);
  const note = ['not shown: key case of IF-031 [MSApp] from SUP (incoming)'];
  assert.deepEqual(await kept(check('key-case', 'not-applicable')), note);
  assert.deepEqual(await kept(check('schema', 'pass')), note);
  await assert.rejects(kept(check('key-case', 'fail')), { code: 'check:key-case' });
});

test('a message that never came is missed', async () => {
  const { scene, of, findings } = sceneWith([]);
  await assert.rejects(keepsTo(scene, of, 'supplier', message, 'signing', findings), { code: 'LEG_MISSING' });
});

test('every call is taken: at least one, and none refused', async () => {
  const takes = async (...entries: ReturnType<typeof line>[]) => {
    const { scene, of } = sceneWith(entries);
    await takesEveryCall(scene, of, 'supplier');
  };
  const refused = line(2, { kind: 'refused', httpStatus: 401, name: 'api-key-wrong' });
  await takes(line(1), { ...refused, from: positions.REGS });
  await assert.rejects(takes(line(1), refused), { code: 'CALL_NOT_TAKEN', message: /401 api-key-wrong .*line 2/ });
  await assert.rejects(takes(), { code: 'CALL_NOT_TAKEN', message: /no call at all/ });
});
