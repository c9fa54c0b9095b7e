import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Seen } from '../seen';
import { blocksOf, type HeldFacts, learnSeen } from './held-facts';

const consent = (consentGranularity: 'H' | 'D', day: string) => ({
  B068: { consentGranularity, consentGranularityEffectiveFromDate: `${day}T00:00:00+01:00` },
});
const seen = (over: Partial<Seen>): Seen => ({
  ...{ interface: 'IF-026', event: 'ConsentGranularity', label: '', sender: '', conversation: null },
  ...{ custom: {}, sentAt: '2027-06-12T09:00:00.000Z' },
  ...over,
});
const learn = (...messages: Partial<Seen>[]) =>
  blocksOf(messages.reduce<{ facts: HeldFacts }>((so, it) => learnSeen(so, seen(it)), { facts: {} }).facts);

test('the later date stands, in whatever order the messages come', () => {
  const [old, next] = [{ custom: consent('H', '2027-06-01') }, { custom: consent('D', '2027-06-20') }];
  assert.deepEqual(learn(old, next), consent('D', '2027-06-20'));
  assert.deepEqual(learn(next, old), consent('D', '2027-06-20'));
});

test('of one date the later message stands', () => {
  const early = { custom: consent('H', '2027-06-01'), sentAt: '2027-06-12T08:00:00.000Z' };
  const late = { custom: consent('D', '2027-06-01') };
  assert.deepEqual(learn(early, late), consent('D', '2027-06-01'));
  assert.deepEqual(learn(late, early), consent('D', '2027-06-01'));
});

test('a refusal teaches nothing, and neither does a message of somebody who asks', () => {
  const custom = consent('D', '2027-06-01');
  assert.deepEqual(learn({ custom, response: { responseCode: 'R', responseMessages: [] } }), {});
  assert.deepEqual(learn({ custom, interface: 'IF-025' }), {});
  assert.deepEqual(learn({ custom, response: { responseCode: 'A', responseMessages: [] } }), custom);
});

test('a direct contract is gone when it is removed', () => {
  const B020 = {
    customerDirectContractMeteringServiceDIPID: '3000000001',
    customerDirectContractMeteringServiceEffectiveToDate: '2028-06-12T00:00:00+01:00',
  };
  const added = { interface: 'IF-039', event: 'DirectContractMSAdd', custom: { B020 } };
  assert.deepEqual(learn(added), { B020 });
  assert.deepEqual(learn(added, { interface: 'IF-039', event: 'DirectContractDSRemove' }), { B020 });
  assert.deepEqual(learn(added, { interface: 'IF-039', event: 'DirectContractMSRemove' }), {});
});
