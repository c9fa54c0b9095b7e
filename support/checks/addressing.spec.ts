import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mss, regs, result, submission, sup } from './checks.fixture';

const request = (primaryRecipients: (string | null)[]) =>
  submission({
    from: regs,
    interface: 'IF-033',
    event: 'MSAppSPRequest',
    common: { A0: { primaryRecipients, secondaryRecipients: [], always: [] } },
  });

test('primary-recipients: known parties with a role that receives the event', () => {
  assert.equal(result('primary-recipients', request([mss.dipId])), 'pass');
  assert.match(result('primary-recipients', request([sup.dipId])), /^fail: .*2300000001 is SUP/);
  assert.match(result('primary-recipients', request(['9999999999'])), /^fail: .*9999999999 is not a party/);
  assert.equal(result('primary-recipients', request([null])), 'not-applicable');
  assert.equal(result('primary-recipients', submission()), 'not-applicable');
});

test("leaves-d0-to-dip: a sender writes neither D0 nor the DIP's part of A0", () => {
  const filled = { A0: { primaryRecipients: [], secondaryRecipients: [regs.dipId], always: [null] }, D0: {} };
  assert.match(result('leaves-d0-to-dip', submission({ common: filled })), /^fail: .*D0, A0\.secondaryRecipients in/);
  assert.equal(result('leaves-d0-to-dip', request([mss.dipId])), 'pass');
});
