import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wireTime } from '../catalogue';
import { createAccessList } from './access-list';
import { ids, message, parties } from './dip.fixture';
import { type SubmissionContext, validateBatch } from './submission';
import { furthestFutureMs } from './submission-rules';
import type { DipAccess } from './types';

const now = new Date();
const grant = (dipId: string, connectionProvider?: string): DipAccess => ({
  dipId,
  signingFingerprints: [`sign-${dipId}`],
  transportFingerprints: [],
  apiKeySha256: `key-${dipId}`,
  connectionProvider,
});
const access = createAccessList([
  grant(ids.sup),
  grant(ids.supOut, ids.provider),
  grant(ids.provider),
  grant(ids.regs),
]);

function judge(payloads: unknown[], more: Partial<SubmissionContext> = {}) {
  const context: SubmissionContext = {
    channel: 'IF-031',
    caller: ids.sup,
    fingerprint: `sign-${ids.sup}`,
    environmentTag: 'DEV',
    now,
    parties,
    access,
    seen: () => undefined,
    ...more,
  };
  return validateBatch(
    payloads.map((payload) => ({ payload })),
    context,
  );
}

const codes = (verdict: ReturnType<typeof judge>) => verdict.messages.map((m) => m.refusal?.code);
const good = () => message('IF-031', 'MSApp', ids.sup);
const asRegs = { caller: ids.regs, fingerprint: `sign-${ids.regs}` };
const answer = (to?: string[]) => message('IF-032', 'MSAppInitialResp', ids.regs, to);

test('a good batch is accepted whole', () => {
  const verdict = judge([good(), good()]);
  assert.deepEqual(codes(verdict), [undefined, undefined]);
  assert.equal(verdict.ok, true);
  assert.equal(verdict.messages[0]!.definition!.publication, 'PUB-031');
});

test('one bad message refuses the batch, the good one has no refusal of its own', () => {
  const bad = good();
  bad.CommonBlock.S1.environmentTag = 'UIT';
  const verdict = judge([good(), bad]);
  assert.equal(verdict.ok, false);
  assert.deepEqual(codes(verdict), [undefined, 'MSG1001']);
});

test('a body that is no array of {payload} is one refused message each', () => {
  const context = { ...asRegs, channel: 'IF-031', environmentTag: 'DEV', now, parties, access, seen: () => undefined };
  for (const body of [undefined, 'text', {}, [], { payload: good() }]) {
    const verdict = validateBatch(body, context);
    assert.equal(verdict.ok, false);
    assert.deepEqual(codes(verdict), ['MSG1001']);
  }
  assert.deepEqual(codes(validateBatch([good(), { payload: good(), more: 1 }], context)), ['MSG1001', 'MSG1001']);
});

test('MSG1001 names the problems of the schema', () => {
  const payload = good() as unknown as { CommonBlock: { S1: Record<string, unknown> } };
  delete payload.CommonBlock.S1.senderRoleID;
  const [judged] = judge([payload]).messages;
  assert.equal(judged!.refusal!.code, 'MSG1001');
  assert.match(judged!.refusal!.help, /CommonBlock\.S1\.senderRoleID/);
  assert.equal(judged!.schema.ok, false);
});

test('MSG1001 for another environment', () => {
  const payload = good();
  payload.CommonBlock.S1.environmentTag = 'UIT';
  const [judged] = judge([payload]).messages;
  assert.match(judged!.refusal!.help, /expected DEV, got UIT/);
  assert.equal(judged!.schema.ok, true);
});

test('MSG1002 when the channel is not the interface', () => {
  assert.deepEqual(codes(judge([good()], { channel: 'IF-033' })), ['MSG1002']);
});

test('MSG1006 for a reference that was accepted, not for a repeat of one that was not', () => {
  assert.deepEqual(codes(judge([good()], { seen: () => 'accepted' })), ['MSG1006']);
  const verdict = judge([good()], { seen: () => 'not-accepted' });
  assert.deepEqual(codes(verdict), [undefined]);
  assert.equal(verdict.messages[0]!.referenceSeen, 'not-accepted');
});

test('MSG1006 for a reference that stands twice in the batch', () => {
  const one = good();
  assert.deepEqual(codes(judge([one, one])), [undefined, 'MSG1006']);
});

test('a reference of another form is a schema failure', () => {
  const payload = good();
  payload.CommonBlock.S1.senderUniqueReference = 'S-IF-031-ours-1';
  assert.deepEqual(codes(judge([payload])), ['MSG1001']);
});

test('MSG1007 for a time that does not exist and for one far ahead', () => {
  const unreal = good();
  unreal.CommonBlock.S1.senderTimestamp = '2027-02-30T10:00:00+00:00';
  const ahead = good();
  ahead.CommonBlock.S1.senderTimestamp = wireTime(new Date(now.getTime() + furthestFutureMs + 60_000));
  const soon = good();
  soon.CommonBlock.S1.senderTimestamp = wireTime(new Date(now.getTime() + 60_000));
  assert.deepEqual(codes(judge([unreal, ahead, soon])), ['MSG1007', 'MSG1007', undefined]);
});

test('MSG1009 for the DIP ID of somebody else, and for one that nobody knows', () => {
  const other = message('IF-031', 'MSApp', ids.supOut);
  const unknown = good();
  unknown.CommonBlock.S1.senderDIPID = '2300000099';
  assert.deepEqual(codes(judge([other, unknown])), ['MSG1009', 'MSG1009']);
});

test('MSG1009 when the signing certificate is of another DIP ID', () => {
  assert.deepEqual(codes(judge([good()], { fingerprint: `sign-${ids.regs}` })), ['MSG1009']);
});

test('a connection provider sends for its user, with either certificate', () => {
  const payload = message('IF-031', 'MSApp', ids.supOut);
  payload.CommonBlock.S1.DIPConnectionProviderID = ids.provider;
  for (const fingerprint of [`sign-${ids.provider}`, `sign-${ids.supOut}`]) {
    assert.deepEqual(codes(judge([payload], { caller: ids.provider, fingerprint })), [undefined]);
  }
  const foreign = { caller: ids.provider, fingerprint: `sign-${ids.sup}` };
  assert.deepEqual(codes(judge([payload], foreign)), ['MSG1009']);
  assert.deepEqual(codes(judge([good()], { caller: ids.provider, fingerprint: `sign-${ids.provider}` })), ['MSG1009']);
});

test('MSG1011 for a connection provider that was not nominated', () => {
  const payload = good();
  payload.CommonBlock.S1.DIPConnectionProviderID = ids.provider;
  assert.deepEqual(codes(judge([payload])), ['MSG1011']);
});

test('MSG1010 for a role that is not the party’s, and for an event that the role does not send', () => {
  const wrongRole = good();
  wrongRole.CommonBlock.S1.senderRoleID = 'MSS';
  assert.deepEqual(codes(judge([wrongRole])), ['MSG1010']);
  const wrongEvent = message('IF-032', 'MSAppInitialResp', ids.sup, [ids.supOut]);
  assert.deepEqual(codes(judge([wrongEvent], { channel: 'IF-032' })), ['MSG1010']);
});

test('MSG1012 for a correlation id that the DIP did not issue, where it looks', () => {
  const [first, known, unknown] = [good(), good(), good()];
  known!.CommonBlock.S1.senderCorrelationID = 'CI-known';
  unknown!.CommonBlock.S1.senderCorrelationID = 'CI-unknown';
  const batch = [first, known, unknown];
  assert.deepEqual(codes(judge(batch, { issued: (id) => id === 'CI-known' })), [undefined, undefined, 'MSG1012']);
  assert.deepEqual(codes(judge(batch)), [undefined, undefined, undefined]);
});

test('addresses are no affair of L1', () => {
  const batch = [answer(), answer(['2300000099']), answer([ids.mss])];
  assert.deepEqual(codes(judge(batch, { ...asRegs, channel: 'IF-032' })), [undefined, undefined, undefined]);
});

test('keys in another case are put right and named; their values count', () => {
  const payload = good() as unknown as { CommonBlock: { S1: Record<string, unknown>; S0: object; s0?: object } };
  payload.CommonBlock.s0 = payload.CommonBlock.S0;
  delete (payload.CommonBlock as { S0?: object }).S0;
  payload.CommonBlock.S1.SenderDipId = payload.CommonBlock.S1.senderDIPID;
  delete payload.CommonBlock.S1.senderDIPID;
  const [judged] = judge([payload]).messages;
  assert.equal(judged!.refusal, undefined);
  assert.deepEqual(judged!.keyCase, ['CommonBlock.s0', 'CommonBlock.S1.SenderDipId']);
  assert.equal(judged!.message!.CommonBlock.S1.senderDIPID, ids.sup);
});
