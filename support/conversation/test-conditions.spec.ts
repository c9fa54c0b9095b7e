import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../catalogue';
import { accept, b070, ids, r0, ssd } from './conversation.fixture';
import { parseConditions } from './parse-conditions';
import { conditionsHold, testConditions } from './test-conditions';

const message = (custom: object, common: object = {}) =>
  ({ CommonBlock: { S0: {}, S1: { senderRoleID: 'SUP' }, ...common }, CustomBlock: custom }) as Message;
const values = { ...ids, SSD: ssd };
const results = (text: string, m: Message, other?: Message) =>
  testConditions(parseConditions(text), m, { asIn: () => other }, values);
const holds = (text: string, m: Message, other?: Message) =>
  conditionsHold(parseConditions(text), m, { asIn: () => other }, values);

test('equals: literals, names, positions, and dates as instants', () => {
  const m = message(b070());
  assert.ok(holds('B070 appointmentScenario = COS', m));
  assert.ok(holds('B070 proposedMeteringServiceDIPEffectiveFromDate = SSD', m));
  const utc = b070({ proposedMeteringServiceDIPEffectiveFromDate: '2027-06-21T23:00:00+00:00' });
  assert.ok(holds('B070 proposedMeteringServiceDIPEffectiveFromDate = SSD', message(utc)));
  assert.ok(holds('B070 proposedMeteringServiceDIPID = MSS (proposed)', m));
  assert.ok(!holds('B070 proposedMeteringServiceDIPID = MSS (outgoing)', m), 'the outgoing service is the incumbent');
  assert.ok(holds('S1 senderRoleID = SUP', m));
});

test('a wrong value is shown with field, expected and actual', () => {
  const wrong = message(
    b070({ appointmentScenario: 'CSP', proposedMeteringServiceDIPEffectiveFromDate: '2027-06-22T00:00:00+00:00' }),
  );
  const [first, second] = results(
    'B070 appointmentScenario = COS; B070 proposedMeteringServiceDIPEffectiveFromDate = SSD',
    wrong,
  );
  assert.deepEqual(first, { field: 'B070.appointmentScenario', expected: '"COS"', actual: '"CSP"', ok: false });
  assert.equal(second!.ok, false);
  assert.match(second!.expected, /^SSD \(2027-06-22T00:00:00\+01:00\)/);
});

test('one of, starts with, is absent', () => {
  const m = message(b070());
  assert.ok(holds('B070 appointmentScenario one of CSP, COS', m));
  assert.ok(!holds('B070 appointmentScenario one of CSP, MCA', m));
  assert.ok(holds('B070 contractReferenceMeteringService starts with C', m));
  assert.ok(!holds('B070 contractReferenceMeteringService starts with D', m));
  assert.ok(holds('B013 is absent', m));
  assert.ok(!holds('B070 is absent', m));
  assert.ok(!holds('B013 CSSRegistrationID = 1', m), 'an absent block equals nothing');
});

test('responses: the code, and a message that starts with one of the codes', () => {
  const refused = message({}, r0('R', 'REG1099 - Too far', 'REG1031 - Wrong segment'));
  assert.ok(holds('R0 responseCode = R, REG1031', refused));
  assert.ok(!holds('R0 responseCode = R, REG1032', refused));
  assert.ok(!holds('R0 responseCode = A', refused));
  assert.ok(!holds('R0 responseCode = A', message({})), 'R0 may be left out by the schema, not by the rule');
  assert.ok(holds('B007 = A, SP000', message(accept)));
  assert.ok(!holds('B007 = A, SP001', message(accept)));
});

test('responses: in every block that holds an answer, with its own item for the reason', () => {
  const outcome = message({
    B066: { responseCode: 'R', responseMessage: 'No user' },
    B099: { responseCode: 'R', responseMessages: ['REG1081 - No retriever'] },
  });
  assert.ok(holds('B099 = R, REG1081', outcome));
  assert.ok(!holds('B099 = R, REG1082', outcome));
  assert.ok(!holds('B099 = A', outcome));
  assert.ok(holds('B066 = R', outcome));
  assert.ok(!holds('B066 responseCode = A', outcome));
});

test('as in: whole blocks and items, each field that differs', () => {
  const other = message(b070());
  assert.ok(holds('B070 = as in 1', message(b070()), other));
  assert.ok(
    holds('B070 appointmentScenario = as in 1', message(b070({ contractReferenceMeteringService: 'C2' })), other),
  );
  assert.deepEqual(results('B070 = as in 1', message(b070({ contractReferenceMeteringService: 'C2' })), other), [
    { field: 'B070.contractReferenceMeteringService', expected: '"C1" as in 1', actual: '"C2"', ok: false },
  ]);
  assert.match(results('B070 = as in 1', message(b070()))[0]!.actual, /no row 1 to compare with was seen/);
  assert.ok(!holds('B070 = as in 1', message({}), other));
});

test('masked values equal anything and are noted', () => {
  const masked = message(b070({ appointmentScenario: 'x', contractReferenceMeteringService: 'xxx' }));
  assert.deepEqual(results('B070 appointmentScenario = COS', masked)[0], {
    field: 'B070.appointmentScenario',
    expected: '"COS"',
    actual: '"x"',
    ok: true,
    masked: true,
  });
  assert.equal(results('B070 contractReferenceMeteringService starts with C', masked)[0]!.masked, true);
  assert.deepEqual(
    results('B070 = as in 1', masked, message(b070())).map((r) => [r.ok, r.masked]),
    [[true, true]],
  );
});

test('the lists of A0 hold DIP IDs', () => {
  const A0 = { primaryRecipients: [ids['MSS (proposed)']], secondaryRecipients: [], always: ['2000000091', ids.REGS] };
  const addressed = message({}, { A0 });
  assert.ok(holds('A0 primaryRecipients = MSS (proposed)', addressed));
  assert.ok(holds('A0 always = REGS', addressed));
  assert.ok(!holds('A0 secondaryRecipients = REGS', addressed));
});

test('in a list one match is enough', () => {
  const list = message({ B905List: [{ existingMeter: { meterID: 'M1' } }, { existingMeter: { meterID: 'M2' } }] });
  assert.ok(holds('B905 meterID = M2', list));
  assert.ok(!holds('B905List meterID = M3', list));
});
