import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, messageLabel, sampleMessage, validateMessage } from '../catalogue';
import type { AcceptedMessage } from './journal';
import { egress } from './publication';
import { mpanOf } from './routing';

const taken = {
  transactionID: 'T-IF-031-2300000001-SUP-20270601-0000000000000000',
  initialCorrelationID: 'CI-20270601-000000000000000000000000',
  primary: ['2300000001'],
  secondary: [],
  always: [],
} as unknown as AcceptedMessage;

test('of every event all blocks but the addresses are published as they were sent', () => {
  for (const definition of allEvents()) {
    const { interface: id, event } = definition;
    const label = messageLabel(definition);
    const sent = sampleMessage(id, event, { full: true, seed: 1 });
    const message = egress(sent, definition, taken, new Date());
    assert.equal(validateMessage(message, 'egress').ok, true, label);
    const { A0, D0, ...rest } = message.CommonBlock;
    const { A0: _, D0: __, ...before } = sent.CommonBlock;
    assert.deepEqual(rest, before, label);
    assert.deepEqual(message.CustomBlock, sent.CustomBlock, label);
    assert.deepEqual(A0?.primaryRecipients, taken.primary);
    assert.equal(D0?.publicationID, definition.publication);
  }
});

test('a message about a relationship is about its principal MPAN', () => {
  const create = sampleMessage('IF-019', 'RelatedCreate');
  assert.equal(mpanOf(create), create.CommonBlock.M1!.principalMPAN);
  assert.equal(mpanOf(sampleMessage('IF-031', 'MSApp', { mpan: '2000000000016' })), '2000000000016');
  assert.equal(mpanOf(sampleMessage('IF-047', 'ISD')), undefined);
});
