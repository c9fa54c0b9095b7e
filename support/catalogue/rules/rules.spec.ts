import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleProblems, rules, type RuleMessage } from '.';
import { responseCode } from '../codes';
import { consumptionCases, halfHourCases, qualityCases } from './consumption-cases.fixture';
import { answerCases, appointmentCases, partyCases, senderCases } from './market-cases.fixture';
import { harmless, meterCases, requestCases } from './request-cases.fixture';
import { firstHalfHour, messageOf, meteringProposal, parties, periodsPath, withSet } from './rules.fixture';

const cases = [
  ...[...halfHourCases, ...qualityCases, ...consumptionCases, ...answerCases],
  ...[...appointmentCases, ...partyCases, ...senderCases, ...meterCases, ...requestCases],
];
const broken = (message: RuleMessage, context = { parties }) => ruleProblems(message, context).map(({ rule }) => rule);

for (const { rule, good, bad } of cases) {
  test(`${rule}: holds in one message, is the only one broken in the other`, () => {
    const before = structuredClone([good, bad]);
    assert.deepEqual(broken(good), []);
    assert.deepEqual(broken(bad), [rule]);
    assert.deepEqual([good, bad], before, 'judging changes nothing');
  });
}

test('every rule of messages has its case', () => {
  const ofReports = [
    'date-exists',
    'settlement-period-exists',
    'settlement-period-once',
    'settlement-periods-of-a-whole-day',
  ];
  assert.deepEqual([...cases.map(({ rule }) => rule), ...ofReports].sort(), rules.map(({ id }) => id).sort());
});

test('a rule has an id of its own, a known code, a source, and is a must only where it is stated', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, text, code, level, basis, source, assumption } of rules) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    assert.match(text, /^[A-Z].+\.$/, id);
    assert.ok(responseCode(code), `${id}: ${code}`);
    assert.ok(source, id);
    assert.equal(level === 'must', basis === 'stated', id);
    assert.equal(level === 'should', assumption !== undefined, `${id}: what judges a participant is registered`);
  }
});

test('a problem names its place, what was expected and what came', () => {
  assert.deepEqual(ruleProblems(firstHalfHour({ q: 'E3' })), [
    {
      path: `${periodsPath}[0].e`,
      text: 'expected a reason beside quality E3, got null',
      code: 'ECS1015',
      level: 'must',
      rule: 'estimate-has-reason',
      basis: 'stated',
    },
  ]);
});

test('a refusal repeats what it refuses; only its own answer is judged', () => {
  const echoed = withSet(meteringProposal, 'CustomBlock.B070.proposedMeteringServiceMPID', 'ZZZZ');
  const answer = (responseCode: string, message: string) => {
    const copy = structuredClone(echoed);
    Object.assign(copy.CommonBlock.S0, { interfaceID: 'IF-032', eventCode: '[MSAppInitialResp]' });
    copy.CommonBlock.S1.senderRoleID = 'REGS';
    Object.assign(copy.CommonBlock, { R0: { responseCode, responseMessages: [message] } });
    return copy;
  };
  assert.deepEqual(broken(answer('R', 'REG1090')), []);
  assert.deepEqual(broken(answer('A', 'fine')), ['metering-service-ids-belong-together']);
  const rejected = firstHalfHour({ v: '-1.000' });
  Object.assign(rejected.CommonBlock.S0, { interfaceID: 'IF-014', eventCode: '[ActivePowerRejected]' });
  rejected.CommonBlock.S1.senderRoleID = 'MDS';
  Object.assign(rejected.CommonBlock, { R0: { responseCode: 'R', responseMessages: ['ECS1010 - Negative'] } });
  assert.deepEqual(broken(rejected), []);
});

test('outcomes and codes: where there are no published codes any words do, hidden outcomes are not judged', () => {
  const amendment = (responseCode: string, ...responseMessages: string[]) =>
    broken(messageOf('IF-028 [ConsumptionAmendment]', {}, { R0: { responseCode, responseMessages } }));
  assert.deepEqual(amendment('R', 'too late'), []);
  assert.deepEqual(amendment('R'), ['refusal-says-why']);
  assert.deepEqual(amendment('R', 'DSCA003'), ['response-code-published']);
  const service = (responseCode: string, code: string | null, event = 'IF-034 [MSAppSPResponse]') =>
    broken(messageOf(event, { B007: { responseCode, proposedAppointmentResponseCode: code } }));
  assert.deepEqual(service('x', 'SP001', 'IF-035 [MSAppAccepted]'), []);
  assert.deepEqual(service('A', null), []);
  assert.deepEqual(service('R', null), ['refusal-says-why']);
  assert.deepEqual(service('R', 'SP000'), ['outcome-agrees-with-codes']);
  assert.deepEqual(service('R', 'DS001'), ['response-code-fits-request']);
  assert.deepEqual(service('L', 'REG1089', 'IF-035 [DSAppLapsed]'), []);
});

test('parties: only known ones are judged, null and hidden values never', () => {
  const path = 'CustomBlock.B070.proposedMeteringServiceMPID';
  const wrong = withSet(meteringProposal, path, 'ZZZZ');
  assert.deepEqual(broken(wrong, { parties: [] }), []);
  assert.deepEqual(broken(wrong, { parties: parties.slice(1) }), []);
  for (const value of ['xxxx', null]) assert.deepEqual(broken(withSet(meteringProposal, path, value)), []);
});

test('a sender of another role, or of none that there is, is found with the roles that send the event', () => {
  const found = (message: RuleMessage, senderRoleID: string) =>
    ruleProblems(withSet(message, 'CommonBlock.S1.senderRoleID', senderRoleID)).map(
      ({ path, text, code, level, basis }) => [path, text, code, level, basis],
    );
  const path = 'CommonBlock.S1.senderRoleID';
  const expected = 'expected SUP, sender of IF-031 [MSApp], got';
  for (const role of ['MSS', 'XYZ', 'sup', 'DIP', '']) {
    assert.deepEqual(found(meteringProposal, role), [[path, `${expected} "${role}"`, 'MSG1010', 'must', 'stated']]);
  }
  const inferred = found(messageOf('IF-065 [MDRTOU]', {}), 'SUP');
  assert.deepEqual(inferred[0]?.slice(2), ['MSG1010', 'should', 'inferred']);
  const replayed = messageOf('IF-016 [ActivePower]', {}, { S2: { senderRoleID: 'SDS' } });
  assert.deepEqual(found(replayed, 'DIP'), []);
  assert.deepEqual(found(messageOf('IF-999 [Other]', {}), 'XYZ'), []);
});

test('what is null or hidden breaks nothing', () => {
  for (const message of harmless) assert.deepEqual(broken(message), []);
});
