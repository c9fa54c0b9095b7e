import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, eventDefinition, sampleMessage, validateMessage } from '../../catalogue';
import type { Publication } from '../publication';
import { callBytes } from './call-faults';
import { withFaults } from './copies';
import type { FaultKind } from './types';
import { withNulls } from './with-nulls';

const message = sampleMessage('IF-035', 'MSAppAccepted', { egress: true });
const publication: Publication = {
  ...{ message, from: '2000000011', to: '1000000001', channel: 'IF-035', event: 'MSAppAccepted' },
  ...{ transactionID: 'T-1', initialCorrelationID: null, reference: 'S-1' },
  owed: { record: 1, index: 0, to: '1000000001', channel: 'IF-035' },
};
const sent = (...faults: FaultKind[]) =>
  withFaults(
    publication,
    faults.map((kind) => ({ kind })),
    new Date(0),
  );
const replays = (...faults: FaultKind[]) =>
  sent(...faults).map((one) => [one.transactionID, one.message.CommonBlock.D0?.replayIndicator]);

test('a replay keeps its transaction: in place of the publication, or after it', () => {
  assert.deepEqual(replays('as-replay'), [['T-1', true]]);
  assert.deepEqual(replays('and-replay'), [
    ['T-1', false],
    ['T-1', true],
  ]);
  assert.deepEqual(replays('duplicate'), [
    ['T-1', false],
    ['T-1', false],
  ]);
  assert.equal(message.CommonBlock.D0?.replayIndicator, false);
});

test('of several that are sent for one, only the good one settles what is owed', () => {
  const all = sent('duplicate', 'and-replay', 'corrupt-body', 'broken-schema');
  const expected = ['broken', 'corrupt', 'good', 'again', 'replayed'].map((one) => one === 'good');
  assert.deepEqual(
    all.map((one) => one.owed !== undefined),
    expected,
  );
  assert.deepEqual(
    all.map((one) => one.mustBeRefused !== undefined),
    [true, true, false, false, false],
  );
});

test('without a fault nothing is changed, and faults of a call stay with the good publication', () => {
  assert.deepEqual(sent(), [publication]);
  assert.deepEqual(sent('white-space'), [{ ...publication, apart: true, callFaults: ['white-space'] }]);
  assert.deepEqual(
    sent('large-body', 'wrong-signature').map((one) => one.callFaults),
    [['wrong-signature'], ['large-body']],
  );
});

test('the bytes of a call: other white space, just over 100 kB, changed after they were signed', () => {
  const json = JSON.stringify([{ payload: message }]);
  const spaced = callBytes(json, ['white-space']);
  assert.notEqual(spaced.body.toString(), json);
  for (const faults of [['white-space'], ['large-body'], ['large-body-expect']] as const) {
    const { body, sent: other } = callBytes(json, faults);
    assert.deepEqual(JSON.parse(body.toString()), JSON.parse(json));
    assert.equal(other, undefined);
    if (faults[0] !== 'white-space') assert.equal(body.length, 102_401);
  }
  const { body, sent: corrupt } = callBytes(json, ['corrupt-body']);
  assert.equal(body.toString(), json);
  assert.equal(corrupt!.length, body.length);
  assert.notDeepEqual(JSON.parse(corrupt!.toString()), JSON.parse(json));
  assert.notEqual(callBytes('[]', ['corrupt-body']).sent!.toString(), '[]');
});

test('null is written only where the release lets it be and it says what was said', () => {
  const events = allEvents().filter(({ kind }) => kind === 'interface');
  assert.ok(events.length > 50);
  for (const { interface: id, event } of events) {
    const sample = sampleMessage(id, event, { egress: true });
    const result = validateMessage(withNulls(sample), 'egress');
    assert.ok(result.ok, `${id} [${event}] ${JSON.stringify(result)}`);
  }
  const remarked = structuredClone(message);
  remarked.CommonBlock.S1.subText = 'a remark';
  const S1 = withNulls(remarked).CommonBlock.S1;
  assert.deepEqual(S1, { ...remarked.CommonBlock.S1, subText: null });
  assert.equal(remarked.CommonBlock.S1.subText, 'a remark');
  const site = sampleMessage('IF-036', 'MSAppActive', { egress: true });
  assert.ok(eventDefinition('IF-036', 'MSAppActive'));
  const { custom } = blankAddress(site);
  assert.equal(custom, null);
});

/** What becomes of an address line that is empty. */
function blankAddress(site: ReturnType<typeof sampleMessage>): { custom: unknown } {
  const blocks = structuredClone(site) as { CustomBlock?: { B022?: { addressLine9: string | null } } } & typeof site;
  const line = blocks.CustomBlock?.B022;
  if (!line) return { custom: undefined };
  line.addressLine9 = '';
  const after = withNulls(blocks) as typeof blocks;
  return { custom: after.CustomBlock?.B022?.addressLine9 };
}
