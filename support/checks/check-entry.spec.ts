import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCatalogue, checkEntry, checkIds } from '.';
import { answer, context, result, submission } from './checks.fixture';

const refused = (name: string, httpStatus = 400) => submission({}, { kind: 'refused', name, httpStatus });

test('each kind of entry has its checks, and every check is of one kind', () => {
  const ids = (entry: Parameters<typeof checkEntry>[0]) => checkEntry(entry, context()).map((c) => c.id);
  const handover = { ...answer(), kind: 'status' as const };
  const all = [...ids(submission()), ...ids(answer()), ...ids(handover)];
  assert.deepEqual([...new Set(all)].sort(), [...checkIds].sort());
  assert.deepEqual(ids({ ...submission(), kind: 'delivered' }), []);
  assert.deepEqual(ids({ ...submission(), kind: 'act' }), []);
  assert.deepEqual(ids({ ...submission(), kind: 'refused', to: '2300000003' }), [], 'given up by the DIP');
  assert.deepEqual(ids({ ...submission(), kind: 'status' }), ['signature', 'content-hash']);
  assert.deepEqual(ids(handover), ['reachable', 'answered-within', 'status-answer', 'webhook-registered']);
  const letter = { ...submission(), kind: 'refused' as const, to: '2300000003', name: 'no-webhook' };
  assert.deepEqual(ids(letter), ['webhook-registered']);
});

test('a refusal by the DIP fails the check that it stands for', () => {
  assert.match(result('sender-reference', refused('MSG1006')), /^fail: the DIP refused it: MSG1006/);
  assert.match(result('sender-role', refused('MSG1010 - Sender Role')), /^fail: the DIP refused it: MSG1010/);
  assert.match(result('schema', refused('MSG4711')), /^fail: the DIP refused it: MSG4711/);
  assert.equal(result('schema', refused('MSG1006')), 'not-applicable');
});

test("the DIP's own trouble is nobody's failed check", () => {
  for (const entry of [refused('MSG1000'), refused('busy', 429), refused('outage', 503)])
    assert.deepEqual(
      checkEntry(entry, context()).filter((c) => c.status === 'fail'),
      [],
    );
});

test('a code that stands for no check adds nothing where another check failed', () => {
  const entry = { ...refused('certificate-untrusted', 401) };
  const facts = { signature: { ok: false, fault: 'certificate-untrusted', boundTo: [] } };
  assert.match(result('signature', entry, { facts }), /certificate-untrusted/);
  assert.equal(result('schema', entry, { facts }), 'not-applicable');
});

test('an environment raises a level; the blame follows who is judged', () => {
  const failing = submission({ correlationID: 'CI-9' });
  const correlation = (over: object) => checkEntry(failing, context(over)).find((c) => c.id === 'correlation');
  assert.equal(correlation({})?.level, checkCatalogue.correlation.level);
  assert.equal(correlation({ levels: { correlation: 'must' } })?.level, 'must');
  assert.equal(correlation({})?.blame, 'participant');
  assert.equal(correlation({ own: 'simulated' })?.blame, 'harness');
  assert.equal(correlation({ own: 'external' })?.blame, 'environment');
});

test('a refused call that was no message fails only what it can be judged by', () => {
  const configuration = { ...refused('recipient-not-yours', 403), body: { error: 'not yours' } };
  const failed = checkEntry(configuration, context()).filter((c) => c.status === 'fail');
  assert.deepEqual(
    failed.map((c) => [c.id, c.reason]),
    [['schema', 'the DIP refused it: recipient-not-yours']],
  );
});
