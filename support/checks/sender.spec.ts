import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b070, mss, regs, result, submission, sup } from './checks.fixture';

const boundTo = [sup.dipId];

test('signature: a valid one of a certificate bound to the sender passes', () => {
  assert.equal(result('signature', submission(), { facts: { signature: { ok: true, boundTo } } }), 'pass');
});

test('signature: a certificate of somebody else, a faulty signature, and none at all', () => {
  const other = { signature: { ok: true, boundTo: [mss.dipId] } };
  assert.match(result('signature', submission(), { facts: other }), /^fail: .*bound to 2300000003/);
  const faulty = { signature: { ok: false, fault: 'signature-mismatch', detail: 'the text differs', boundTo } };
  assert.match(result('signature', submission(), { facts: faulty }), /^fail: .*the text differs/);
  assert.equal(result('signature', submission()), 'not-applicable');
});

test('content-hash: fails alone when the bytes differ', () => {
  const facts = { signature: { ok: false, fault: 'hash-mismatch', boundTo } };
  assert.match(result('content-hash', submission(), { facts }), /^fail: expected the hash of the bytes sent/);
  assert.equal(result('signature', submission(), { facts }), 'not-applicable');
  assert.equal(result('content-hash', submission(), { facts: { signature: { ok: true, boundTo } } }), 'pass');
});

test('schema: names the fields that differ', () => {
  const problems = [{ path: 'CommonBlock.S1.subText', text: 'expected a text, got 7' }];
  assert.match(
    result('schema', submission(), { facts: { schema: { ok: false, problems } } }),
    /^fail: CommonBlock\.S1\.subText: expected a text, got 7$/,
  );
  assert.equal(result('schema', submission(), { facts: { schema: { ok: true, problems: [] } } }), 'pass');
});

test('channel: the interface of S0 decides', () => {
  assert.equal(result('channel', submission(), { facts: { channel: 'IF-031' } }), 'pass');
  assert.match(result('channel', submission(), { facts: { channel: 'IF-034' } }), /^fail: .*posted to IF-034/);
});

test('sender-role: DIP ID, role and event belong together', () => {
  assert.equal(result('sender-role', submission()), 'pass');
  assert.match(
    result('sender-role', submission({ s1: { senderDIPID: mss.dipId } })),
    /^fail: expected S1\.senderDIPID/,
  );
  assert.match(
    result('sender-role', submission({ s1: { senderRoleID: 'MSS' } })),
    /^fail: expected S1\.senderRoleID "SUP"/,
  );
  assert.match(result('sender-role', submission({ from: regs })), /^fail: IF-031 \[MSApp\] is sent by SUP/);
  assert.match(result('sender-role', submission({ from: { dipId: '9999999999', role: 'SUP' } })), /not a party/);
});

test('sender-reference: has the form, and is new unless the first was not accepted', () => {
  assert.equal(result('sender-reference', submission()), 'pass');
  assert.match(
    result('sender-reference', submission({ s1: { senderUniqueReference: 'S-1' } })),
    /^fail: expected a reference/,
  );
  assert.match(
    result('sender-reference', submission(), { facts: { referenceSeen: 'accepted' } }),
    /^fail: expected a new/,
  );
  assert.equal(result('sender-reference', submission(), { facts: { referenceSeen: 'not-accepted' } }), 'pass');
});

test('leased-mpan: only MPANs of this run', () => {
  assert.equal(result('leased-mpan', submission()), 'pass');
  assert.match(result('leased-mpan', submission({}, { mpan: '1000000000001' })), /^fail: .*1000000000001/);
  assert.equal(result('leased-mpan', submission({}, { mpan: undefined })), 'not-applicable');
});

test('identity-pairs: DIP ID and MPID of one organisation, null and masked values apart', () => {
  assert.equal(result('identity-pairs', submission()), 'pass');
  const crossed = { B070: { ...b070, proposedMeteringServiceMPID: sup.mpid } };
  assert.match(
    result('identity-pairs', submission({ custom: crossed })),
    /^fail: B070: 2300000003 belongs to MPID MSSA; proposedMeteringServiceMPID says SUPA/,
  );
  // A refusal repeats what was proposed, and only that.
  const refused = { R0: { responseCode: 'R', responseMessages: [] } };
  const answer = { from: regs, interface: 'IF-032', event: 'MSAppInitialResp' };
  assert.equal(result('identity-pairs', submission({ ...answer, custom: crossed, common: refused })), 'not-applicable');
  assert.match(
    result('identity-pairs', submission({ ...answer, custom: { B014: crossed.B070 }, common: refused })),
    /^fail: B014: /,
  );
  assert.match(result('identity-pairs', submission({ ...answer, custom: crossed })), /^fail: B070: /);
  const unknown = { B035List: [{ importExportMPANSupplierDIPID: '1', importExportMPANSupplierMPID: 'SUPA' }] };
  assert.match(result('identity-pairs', submission({ custom: unknown })), /^fail: B035List: 1 is not a known DIP ID/);
  const nothing = { B071: { supplierNominatedMDRDIPID: null, supplierNominatedMDRMPID: null } };
  assert.equal(result('identity-pairs', submission({ custom: nothing })), 'not-applicable');
  const hidden = { B012: { requestingSupplierDIPID: 'x', requestingSupplierMPID: 'x' } };
  assert.equal(result('identity-pairs', submission({ custom: hidden })), 'not-applicable');
});

test('identity-pairs: who refuses a pair repeats it, and a simulated party may propose it', () => {
  const crossed = { B070: { ...b070, proposedMeteringServiceMPID: sup.mpid } };
  const echoed = (responseCode: string) =>
    submission({ custom: crossed, common: { R0: { responseCode, responseMessages: [] } } });
  assert.equal(result('identity-pairs', echoed('R')), 'not-applicable');
  assert.match(result('identity-pairs', echoed('A')), /^fail: B070/);
  assert.equal(result('identity-pairs', submission({ custom: crossed }), { own: 'simulated' }), 'not-applicable');
  const foreign = { B012: { requestingSupplierDIPID: '1', requestingSupplierMPID: 'SUPA' } };
  assert.match(result('identity-pairs', submission({ custom: foreign }), { own: 'simulated' }), /^fail: B012/);
});

test('key-case: keys that differ are named', () => {
  assert.match(result('key-case', submission(), { facts: { keyCase: ['commonBlock'] } }), /^fail: .*commonBlock/);
  assert.equal(result('key-case', submission(), { facts: { keyCase: [] } }), 'pass');
});

test('times-not-in-future: a minute of clock difference is allowed', () => {
  const sentAt = (senderTimestamp: string) => result('times-not-in-future', submission({ s1: { senderTimestamp } }));
  assert.equal(sentAt('2027-06-01T13:00:59+01:00'), 'pass');
  assert.match(sentAt('2027-06-01T14:00:00+01:00'), /^fail: .*3600 s ahead/);
  assert.equal(sentAt('now'), 'not-applicable');
});
