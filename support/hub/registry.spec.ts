import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnParty } from '../control';
import { assertOwn } from './registry';
import { standingPositions } from './standing-market';

const party = (dipId: string, over: Partial<OwnParty> = {}): OwnParty => ({
  ...{ dipId, mpid: 'ABCD', role: 'SUP', name: 'x', connectionProvider: null, webhooks: null },
  ...{ signingFingerprints: [], transportFingerprints: [`f${dipId}`], apiKeySha256: `k${dipId}` },
  ...over,
});
const simulated = [{ dipId: '2000000001', mpid: 'LARC', role: 'SUP' as const, name: 'Larch' }];
const there = [{ name: 'there', parties: [party('1100000001')] }];
const register = (...parties: OwnParty[]) => assertOwn({ name: 'new', parties }, there, simulated);

test('what tells a caller apart belongs to one participant', () => {
  assert.throws(() => register(party('1100000001')), { code: 'HUB_DIP_ID_TAKEN', message: /another participant/ });
  assert.throws(() => register(party('2000000001')), { code: 'HUB_DIP_ID_TAKEN', message: /simulated/ });
  assert.throws(() => register(party('1100000002'), party('1100000002')), { code: 'HUB_DIP_ID_TAKEN' });
  const key = { apiKeySha256: 'K1100000001' };
  assert.throws(() => register(party('1100000002', key)), { code: 'HUB_KEY_TAKEN' });
  const certificate = { transportFingerprints: ['x', 'f1100000001'] };
  assert.throws(() => register(party('1100000002', certificate)), { code: 'HUB_CERTIFICATE_TAKEN' });
  assert.throws(() => register(party('1100000002', { role: 'SUPP' })), { code: 'REQUEST_WRONG', message: /SUPP/ });
});

test('several identities of one participant may share a certificate, and a name may be taken over', () => {
  const shared = { transportFingerprints: ['same'] };
  assert.doesNotThrow(() => register(party('1100000002', shared), party('1100000003', shared)));
  assert.doesNotThrow(() => assertOwn({ name: 'there', parties: [party('1100000001')] }, there, simulated));
});

test('nobody is told who holds what is taken', () => {
  assert.throws(
    () => register(party('1100000001')),
    (error: Error) => !error.message.includes('there already') && !error.message.includes('"there"'),
  );
});

const others = (['SUP', 'SUP', 'SUP', 'REGS', 'MSS', 'MSS'] as const).map((role, at) => ({
  ...{ dipId: `200000000${at}`, mpid: 'SIMU', role, name: role },
}));
const own = (role: 'SUP' | 'REGS' | 'MSS', dipId: string) => ({ dipId, mpid: 'OWNA', role, name: role });

test('a participant is the incoming or proposed party of its roles, simulated parties are the others', () => {
  const positions = standingPositions([own('SUP', '1100000001'), own('MSS', '1100000041')], others);
  assert.equal(positions['SUP (incoming)'], '1100000001');
  assert.equal(positions['SUP (outgoing)'], '2000000000');
  assert.equal(positions['MSS (proposed)'], '1100000041');
  assert.equal(positions['MSS (incumbent)'], '2000000004');
  assert.equal(positions.REGS, '2000000003');
});

test('a second identity of a role is the third party, and the register may be the participant’s', () => {
  const two = standingPositions([own('SUP', '1100000001'), own('SUP', '1100000002')], others);
  assert.deepEqual(
    [two['SUP (incoming)'], two['SUP (outgoing)'], two['SUP (other)']],
    ['1100000001', '2000000000', '1100000002'],
  );
  assert.equal(standingPositions([own('REGS', '1100000011')], others).REGS, '1100000011');
});
