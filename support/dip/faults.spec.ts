import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../catalogue';
import { withFaults } from './faults';
import type { Publication } from './publication';
import type { DeliveryFault } from './types';

const message = sampleMessage('IF-035', 'MSAppAccepted', { egress: true });
const publication: Publication = {
  ...{ message, from: '2000000011', to: '1000000001', channel: 'IF-035', event: 'MSAppAccepted' },
  ...{ transactionID: 'T-1', initialCorrelationID: null, reference: 'S-1' },
};
const sent = (...faults: DeliveryFault[]) => withFaults(publication, faults, new Date(0));
const replays = (...faults: DeliveryFault[]) =>
  sent(...faults).map((one) => [one.transactionID, one.message.CommonBlock.D0?.replayIndicator]);

test('a replay keeps its transaction: in place of the publication, or after it', () => {
  assert.deepEqual(replays('as-replay'), [['T-1', true]]);
  assert.deepEqual(replays('and-replay'), [
    ['T-1', false],
    ['T-1', true],
  ]);
  assert.deepEqual(replays('deliver-twice'), [
    ['T-1', false],
    ['T-1', false],
  ]);
  assert.equal(message.CommonBlock.D0?.replayIndicator, false);
});

test('other white space changes how it is written and nothing else', () => {
  assert.deepEqual(sent('white-space'), [{ ...publication, apart: true, spaced: true }]);
  assert.deepEqual(sent(), [publication]);
});
