import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { refusesLater } from './later-refusal';

const request = {
  ...{ scenario: 'MQ-DIP-420/supplier', step: 's', mpan: '9900000000003', dipId: '2000000011' },
  ...{ message: 'IF-031 [MSApp]', code: 'RCP1062' },
};
const delivered = {
  ...{ kind: 'delivered', from: '1000000001', to: request.dipId, mpan: request.mpan, interface: 'IF-031' },
  ...{ event: 'MSApp', transactionID: 'T-1', reference: 'S-1', correlationID: 'CI-1' },
} as unknown as LedgerEntry;

function said(entries: LedgerEntry[]): unknown[] {
  const sent: unknown[] = [];
  refusesLater(request, entries, { sendStatus: async (...call) => void sent.push(...call) });
  return sent;
}

test('the sender of what was delivered is told, with the code and the ids of the delivery', () => {
  const [to, item] = said([delivered]);
  assert.equal(to, delivered.from);
  const { message, ...ids } = item as Record<string, string>;
  assert.match(message!, /^RCP1062 - /);
  assert.deepEqual(ids, {
    transactionID: 'T-1',
    senderUniqueReference: 'S-1',
    correlationID: 'CI-1',
    senderID: request.dipId,
  });
});

test('what was not delivered to it cannot be refused', () => {
  for (const over of [{ kind: 'accepted' }, { to: '2000000021' }, { mpan: '9900000000016' }, { event: 'DSApp' }]) {
    assert.throws(() => said([{ ...delivered, ...over } as LedgerEntry]), { code: 'REQUEST_WRONG' });
  }
});
