import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledRelease } from '../../catalogue';
import { verdictsOf } from '../fixture-verdicts';
import { codeFacts } from './code-facts';
import { codesSeen } from './codes';
import * as f from './coverage.fixture';
import { exchanged } from './exchanged';
import { gapFinder } from './gaps';
import { scopeOf } from './messages';
import type { CoveredRun, KnownScenario } from './types';

const answer = 'IF-032 [MSAppInitialResp]';
const body = (common: object, custom: object = {}) => ({ CommonBlock: common, CustomBlock: custom });
const refusal = body({ R0: { responseCode: 'R', responseMessages: ['REG1031 - Wrong segment', 'more words'] } });

const seenOf = (run: CoveredRun) =>
  codesSeen(run, exchanged(run).own).map(({ code, direction, where, grade }) => [code, direction, where, grade]);
const seen = (...lines: Parameters<typeof f.ledger>) => seenOf(f.runOf(f.ledger(...lines)));
const good = 'effect read back';

test('codes stand in R0, B007 and B099, in lists and alone', () => {
  const b007 = body({}, { B007: { responseCode: 'R', proposedAppointmentResponseCode: 'SP001 - No contract' } });
  const b099 = body({}, { B099: { responseCode: 'R', responseMessages: [null, 'REG1081 - MDR Invalid'] } });
  const lines = [
    f.isHanded(answer, { body: refusal }),
    f.isHanded('IF-035 [MSAppRejected]', { body: b007 }),
    f.sends('IF-035 [SDS-MDROutcome]', { body: b099 }),
  ];
  const taken = [f.answers(answer), f.answers('IF-035 [MSAppRejected]')];
  assert.deepEqual(
    seen(lines, taken).filter(([code]) => code !== 'RCP0000'),
    [
      ['REG1031', 'received', 'R0', good],
      ['SP001', 'received', 'B007', good],
      ['REG1081', 'sent', 'B099', good],
    ],
  );
});

test('a code in another field, or further on in a text, is none', () => {
  const words = body({ S1: { subText: 'REG1031 - x' }, R0: { responseMessages: ['see REG1031'] } });
  assert.deepEqual(seen(f.sends(answer, { body: words })), []);
});

test("a webhook's answer gives its code, also to a copy that was spoilt on purpose", () => {
  const lines = [f.isHanded(answer, { name: 'spoilt', body: refusal }), f.answers(answer, 'RCP1001 - Schema Failure')];
  assert.deepEqual(seen(lines), [
    ['REG1031', 'received', 'R0', null],
    ['RCP1001', 'sent', 'StandardResponse', good],
  ]);
});

test('a status message counts when its webhook took it, or when the participant sent it', () => {
  const status = { kind: 'status' as const, from: 'DIP', to: f.own, body: { message: 'MSG1037 - x' } };
  assert.deepEqual(seen(f.sends(answer, { ...status, httpStatus: 201 })), [
    ['MSG1037', 'received', 'status message', good],
  ]);
  assert.deepEqual(seen(f.sends(answer, { ...status, httpStatus: 500 })), [
    ['MSG1037', 'received', 'status message', null],
  ]);
  assert.deepEqual(seen(f.sends(answer, { ...status, httpStatus: undefined })), [
    ['MSG1037', 'received', 'status message', null],
  ]);
  const own = { kind: 'status' as const, to: 'DIP', httpStatus: 201, body: { message: 'RCP1062 - x' } };
  assert.deepEqual(seen(f.sends(answer, own)), [['RCP1062', 'sent', 'status message', good]]);
});

test('what the DIP refuses of the participant is a code that it is given; a lost delivery or a reason is none', () => {
  const refused = { kind: 'refused' as const };
  assert.deepEqual(seen(f.sends(answer, { ...refused, name: 'MSG1001' })), [
    ['MSG1001', 'received', 'answer of the DIP', good],
  ]);
  assert.deepEqual(seen(f.sends(answer, { ...refused, name: 'unavailable' })), []);
  assert.deepEqual(seen(f.isHanded(answer, { ...refused, name: 'MSG1001' })), []);
  assert.deepEqual(seen(f.sends(answer, { ...refused, name: 'MSG1001', from: '2', position: 'REGS' })), []);
});

test('codes of a failed scenario, of other parties, and of an unproved ledger prove nothing', () => {
  const lines = f.ledger(f.isHanded(answer, { body: refusal }), f.answers(answer));
  const failed = f.runOf(lines, { verdicts: verdictsOf([f.passed({ verdict: 'fail' })]) });
  assert.deepEqual(
    seenOf(failed).map((one) => one[3]),
    [null, null],
  );
  const broken = f.runOf(lines, { ledgerProblem: 'x' });
  assert.deepEqual(
    seenOf(broken).map((one) => one[3]),
    [null, null],
  );
  const others = f.otherSends(answer, { body: refusal });
  assert.deepEqual(seen(others, f.answers(answer, undefined, { from: f.registration, position: 'REGS' })), []);
});

function factsOf(run: CoveredRun, scenarios: KnownScenario[], roles = ['SUP']) {
  const scope = scopeOf(roles, [], bundledRelease);
  const facts = codeFacts(
    { scope, roles, transport: true },
    codesSeen(run, exchanged(run).own),
    scenarios,
    gapFinder(run),
  );
  return (code: string) => facts.filter((one) => one.code === code);
}

test('a code has the mode of the scenarios that prove it; an acceptance has none', () => {
  const run = f.runOf(f.ledger(f.isHanded(answer, { body: refusal }), f.answers(answer)));
  const facts = factsOf(run, [f.known({ mode: 'handles' })]);
  assert.deepEqual(
    facts('REG1031').map(({ modes, provedBy, gap }) => ({ modes, provedBy, gap })),
    [{ modes: ['handles'], provedBy: [f.id], gap: null }],
  );
  assert.deepEqual(facts('RCP0000').find(({ direction }) => direction === 'sent')?.modes, []);
  assert.deepEqual(factsOf(run, [f.known()])('REG1031')[0]?.modes, []);
});

test('which codes a role could give or be given comes from the messages that carry them', () => {
  const none = f.runOf([]);
  const ways = (code: string, role: string) => factsOf(none, [], [role])(code).map(({ direction }) => direction);
  assert.deepEqual(ways('REG1031', 'SUP'), ['received']);
  assert.deepEqual(ways('REG1031', 'REGS'), ['sent']);
  assert.deepEqual(ways('REG1031', 'MSS'), []);
  assert.deepEqual(ways('MSG1001', 'SUP'), ['received']);
  assert.deepEqual(ways('RCP1001', 'SUP'), ['sent']);
  assert.deepEqual(ways('RCP1062', 'SUP'), ['received', 'sent']);
  // The ledger keeps no code of what the DIP takes.
  assert.deepEqual(ways('MSG0000', 'SUP'), []);
});

test('a code that did not come says why', () => {
  const gap = factsOf(f.runOf([]), [f.known({ id: 'MQ-BP001-110', codes: ['REG1031'] })])('REG1031')[0]?.gap;
  assert.deepEqual(gap, {
    kind: 'not-selected',
    reason: 'the scenario that names it was not selected',
    scenarios: ['MQ-BP001-110'],
  });
});
