import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsOf, ruleProblems, type S1, sampleMessage } from '..';

type Common = { S1: S1; S2?: S1 };
const B044 = (custom: unknown) => (custom as { B044?: { issuingDataServiceDIPID: string } }).B044;

test('a replay repeats the header of what it replays, in S2', () => {
  const origins: Record<string, [id: string, role: string]> = {
    ActivePower: ['IF-021', 'ADS'],
    ReactivePower: ['IF-021', 'ADS'],
    ActivePowerRejected: ['IF-014', 'MDS'],
    ActivePowerDefaulted: ['IF-013', 'MDS'],
  };
  assert.equal(eventsOf('IF-016').length, Object.keys(origins).length + 1);
  for (const [event, [id, role]] of Object.entries(origins)) {
    for (const seed of [undefined, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const message = sampleMessage('IF-016', event, seed === undefined ? { full: true } : { seed });
      const { S1, S2 } = message.CommonBlock as unknown as Common;
      assert.equal(S1.senderRoleID, 'DIP');
      assert.equal(S2!.senderRoleID, role);
      assert.notEqual(S2!.senderDIPID, S1.senderDIPID);
      assert.match(S2!.senderUniqueReference, new RegExp(`^S-${id}-${S2!.senderDIPID}-${role}-\\d{8}-\\w+$`));
      assert.notEqual(S2!.senderCorrelationID ?? 'none', S1.senderCorrelationID);
      if (role === 'ADS') assert.equal(B044(message.CustomBlock)?.issuingDataServiceDIPID, S2!.senderDIPID);
      assert.deepEqual(ruleProblems(message), []);
    }
  }
});

test('an estimate bears the mark of the data service that made it', () => {
  for (const role of ['SDS', 'ADS', 'UMSDS'] as const) {
    for (let seed = 0; seed < 12; seed++) {
      assert.deepEqual(ruleProblems(sampleMessage('IF-021', 'ActivePower', { seed, role })), [], `${role} ${seed}`);
    }
  }
});
