import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario, verdictsOf } from '../fixture-verdicts';
import * as f from './coverage.fixture';
import { exchanged } from './exchanged';
import type { CoveredRun } from './types';

const proposal = 'IF-031 [MSApp]';
const answer = 'IF-032 [MSAppInitialResp]';

const ownOf = (run: CoveredRun) =>
  exchanged(run).own.map(({ label, role, direction, grade, why }) => ({ label, role, direction, grade, why }));
const gradeOf = (run: CoveredRun) => ownOf(run)[0]!.grade;
const whyOf = (run: CoveredRun) => ownOf(run)[0]!.why;
const withVerdict = (over: Parameters<typeof f.passed>[0]) => ({ verdicts: verdictsOf([f.passed(over)]) });

test('what the participant sends and receives has the grade of the passed scenario in which it went', () => {
  const run = f.runOf(f.ledger(f.sends(proposal), f.receives(answer)));
  assert.deepEqual(ownOf(run), [
    { label: proposal, role: 'SUP', direction: 'sent', grade: 'effect read back', why: null },
    { label: answer, role: 'SUP', direction: 'received', grade: 'effect read back', why: null },
  ]);
  assert.deepEqual(exchanged(run).elsewhere, []);
});

test('what went between other parties only stands apart and proves nothing of the participant', () => {
  const lines = [f.otherSends('IF-033 [MSAppSPRequest]'), f.otherSends('IF-033 [MSAppSPRequest]')];
  const { own, elsewhere } = exchanged(f.runOf(f.ledger(...lines)));
  assert.deepEqual(own, []);
  assert.deepEqual(elsewhere, [{ label: 'IF-033 [MSAppSPRequest]', exchanged: 2 }]);
});

test('a message of another party that reached the participant is none of those', () => {
  const run = f.runOf(f.ledger(f.otherSends(answer), f.receives(answer)));
  assert.deepEqual(exchanged(run).elsewhere, []);
  assert.equal(ownOf(run).length, 1);
});

test('a delivery counts only when the webhook took that very message, after it', () => {
  const proves = (...lines: Parameters<typeof f.ledger>) => gradeOf(f.runOf(f.ledger(...lines))) !== null;
  const handed = f.isHanded(answer);
  assert.equal(proves(handed, f.answers(answer)), true);
  assert.equal(proves(handed, f.answers(answer, 'RCP0000 - Success', { httpStatus: 207 })), true);
  assert.equal(proves(handed), false);
  assert.equal(proves(f.answers(answer), handed), false);
  assert.equal(proves(handed, f.answers(answer, 'RCP0000 - Success', { httpStatus: 500 })), false);
  assert.equal(proves(handed, f.answers(answer, 'RCP1001 - Schema Failure', { httpStatus: 207 })), false);
  assert.equal(proves(handed, f.answers('IF-035 [MSAppAccepted]')), false);
  assert.equal(proves(handed, f.answers(answer, 'RCP0000 - Success', { from: f.registration })), false);
  assert.equal(proves(handed, f.answers(answer, '', { name: 'unreachable', httpStatus: undefined })), false);
  assert.match(whyOf(f.runOf(f.ledger(handed))) ?? '', /did not answer/);
});

test('a delivery that failed and was repeated counts by the attempt that was taken', () => {
  const late = f.answers(answer, 'RCP1051 - Busy', { httpStatus: 503 });
  const run = f.runOf(f.ledger(f.isHanded(answer), late, f.answers(answer)));
  assert.equal(gradeOf(run), 'effect read back');
});

test('a copy that was spoilt on purpose is not the message', () => {
  const run = f.runOf(f.ledger(f.isHanded(answer, { name: 'spoilt' }), f.answers(answer)));
  assert.deepEqual([gradeOf(run), whyOf(run)], [null, 'a copy spoilt on purpose, to be refused']);
});

test('a message is exchanged, not proved, in a scenario that did not pass, or in none', () => {
  const entries = f.ledger(f.sends(proposal));
  const failed = f.runOf(entries, withVerdict({ verdict: 'fail' }));
  assert.deepEqual([gradeOf(failed), whyOf(failed)], [null, 'MQ-BP001-010 failed']);
  const unsure = f.runOf(entries, withVerdict({ verdict: 'inconclusive', grade: null }));
  assert.deepEqual([gradeOf(unsure), whyOf(unsure)], [null, 'MQ-BP001-010 was inconclusive']);
  const waiting = f.runOf(entries, withVerdict({ verdict: 'waiting' }));
  assert.equal(whyOf(waiting), 'MQ-BP001-010 did not pass');
  const ungraded = f.runOf(entries, withVerdict({ grade: null }));
  assert.equal(whyOf(ungraded), 'MQ-BP001-010 took no proof');
  const unclaimed = f.runOf(f.ledger(f.sends(proposal), f.sends(answer, { scenario: undefined, position: undefined })));
  assert.equal(ownOf(unclaimed)[1]!.why, 'no scenario with a verdict claims it');
});

test('nothing of a ledger that does not prove itself counts as proved', () => {
  const run = f.runOf(f.ledger(f.sends(proposal), f.receives(answer)), { ledgerProblem: 'line 2 is cut off' });
  assert.deepEqual(
    ownOf(run).map(({ grade, why }) => [grade, why]),
    [
      [null, 'the ledger does not prove itself'],
      [null, 'the ledger does not prove itself'],
    ],
  );
});

test('a line on which a must failed proves nothing whatever the verdict says; a should does not matter', () => {
  const check = (level: 'must' | 'should') => [{ id: 'signature', level, status: 'fail' as const, reason: 'x' }];
  const run = (level: 'must' | 'should') => f.runOf(f.ledger(f.sends(proposal, { checks: check(level) })));
  assert.equal(whyOf(run('must')), 'the check signature failed on it');
  assert.equal(gradeOf(run('should')), 'effect read back');
});

test('what the scenario does not name shows no more than the wire does', () => {
  const lines = f.ledger(f.sends(proposal), f.receives(answer));
  const grades = (over: Parameters<typeof f.passed>[0]) =>
    ownOf(f.runOf(lines, withVerdict(over))).map(({ grade }) => grade);
  assert.deepEqual(grades({ interfaces: [] }), ['seen on the wire', 'acknowledged only']);
  assert.deepEqual(grades({ interfaces: [], grade: 'acknowledged only' }), ['acknowledged only', 'acknowledged only']);
  assert.deepEqual(grades({ interfaces: ['IF-031'] }), ['effect read back', 'acknowledged only']);
});

test('refused messages, acts and probes are no messages exchanged', () => {
  const refused = f.sends(proposal, { kind: 'refused', name: 'MSG1001' });
  const lost = f.isHanded(answer, { kind: 'refused', name: 'dead-letter' });
  assert.deepEqual(ownOf(f.runOf(f.ledger(refused, lost, f.sends(proposal, { kind: 'act' })))), []);
});

test('who is the participant is told by the positions of each scenario', () => {
  const other = { scenario: 'MQ-BP001-020', position: 'SUP (outgoing)', from: '2000000002' };
  const verdicts = verdictsOf([
    f.passed(),
    scenario({ id: 'MQ-BP001-020', positions: { 'SUP (outgoing)': 'simulated', 'MSS (proposed)': 'participant' } }),
  ]);
  const service = { scenario: 'MQ-BP001-020', position: 'MSS (proposed)', from: '1000000021' };
  const lines = f.ledger(f.sends(proposal), f.sends(proposal, other), f.sends('IF-034 [MSAppSPResponse]', service));
  assert.deepEqual(
    ownOf(f.runOf(lines, { verdicts })).map(({ label, role }) => [label, role]),
    [
      [proposal, 'SUP'],
      ['IF-034 [MSAppSPResponse]', 'MSS'],
    ],
  );
});

test('without a position the DIP ID tells the participant, and nobody else', () => {
  const lost = { scenario: undefined, position: undefined };
  const lines = [f.sends(proposal), f.sends(answer, lost), f.sends(answer, { ...lost, from: '2000000002' })];
  assert.deepEqual(
    ownOf(f.runOf(f.ledger(...lines))).map(({ label, role }) => [label, role]),
    [
      [proposal, 'SUP'],
      [answer, 'SUP'],
    ],
  );
});
