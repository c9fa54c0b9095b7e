import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, entry, findings, mpan, other, outcome, own, verdict } from './verdict.fixture';

const passing = () => outcome(['PASSED', 'PASSED']);

test('a must that failed in the ledger fails a scenario whose steps all passed', () => {
  const failed = verdict(passing(), [entry(1), entry(2, { checks: [check()] })]);
  assert.deepEqual([failed.verdict, failed.blame, failed.code], ['fail', 'participant', 'check:schema']);
  assert.match(
    failed.reason!,
    /^step {6}after the last step that ran: step 2\ncheck {5}schema, on IF-031 \[MSApp\] of/,
  );
  assert.match(failed.reason!, /\(ledger line 2\)\nrule {6}.*\ncame {6}expected a date, got "soon"\n/);
  assert.match(
    failed.reason!,
    /^fault {5}participant: .*\nnext {6}Correct what the system of 1000000001 writes into IF-031/m,
  );
});

test('a late answer names the assumption that its limit is; a check without a ledger line says so of nobody else', () => {
  const late = check({ id: 'answered-within', reason: 'expected an answer within 2000 ms; it took 2600 ms' });
  const answered = entry(3, { kind: 'answered', ms: 2600, position: 'MSS (proposed)', checks: [late] });
  const slow = verdict(passing(), [answered]).reason!;
  assert.match(slow, /^check {5}answered-within, on the webhook's answer to IF-031 \[MSApp\] of MSS \(proposed\)/m);
  assert.match(slow, /^elapsed {3}2\.6 s, past the limit above \(assumption webhook-answer-time\)$/m);
  const shown = { ...check({ id: 'exception-shown', reason: 'they are: none' }), ledger: [] };
  const unseen = verdict(outcome(['PASSED'], { findings: findings({ checks: [shown] }) })).reason!;
  assert.match(unseen, /^check {5}exception-shown\n/m);
  assert.match(unseen, /^next {6}Let the system of the participant raise each status message as an exception/m);
});

test('the same must on an entry of another scenario, or one that passed, changes nothing', () => {
  const foreign = [entry(1, { scenario: 'MQ-BP001-020', checks: [check()] }), entry(2, { checks: [check()] })];
  assert.equal(verdict(passing(), foreign.slice(0, 1)).verdict, 'pass');
  assert.equal(verdict(passing(), [entry(1, { checks: [check({ status: 'pass' })] })]).verdict, 'pass');
  assert.equal(verdict(passing(), foreign).verdict, 'fail');
});

test('a must that failed by another hand is inconclusive; the participant comes first where both failed', () => {
  const harness = check({ id: 'correlation', blame: 'harness' });
  const blamed = verdict(passing(), [entry(1, { checks: [harness] })]);
  assert.deepEqual([blamed.verdict, blamed.blame], ['inconclusive', 'harness']);
  const both = verdict(passing(), [entry(1, { checks: [harness] }), entry(2, { checks: [check()] })]);
  assert.deepEqual([both.verdict, both.code], ['fail', 'check:schema']);
});

test('a must of the participant outweighs waiting and a fault of ours, not a failure that the step explained', () => {
  const ledger = [entry(1, { checks: [check()] })];
  assert.equal(verdict(outcome(['PENDING']), ledger).verdict, 'fail');
  assert.equal(verdict(outcome(['FAILED']), ledger).code, 'check:schema');
  const failure = { code: 'LEG_MISSING', blame: 'participant' as const, text: 't', fix: '' };
  assert.equal(verdict(outcome(['FAILED'], { findings: findings({ failure }) }), ledger).code, 'LEG_MISSING');
});

test('a failed should is an observation and the verdict stays', () => {
  const seen = verdict(passing(), [entry(4, { checks: [check({ id: 'key-case', level: 'should' })] })]);
  assert.equal(seen.verdict, 'pass');
  assert.deepEqual(
    seen.observations.map(({ code, level, ledger }) => [code, level, ledger]),
    [['check:key-case', 'should', [4]]],
  );
});

test('what is only recorded is kept as a note', () => {
  const noted = verdict(outcome(['PASSED'], { findings: findings({ notes: ['IF-035 followed'] }) }));
  assert.deepEqual(
    noted.observations.map(({ code, reason }) => [code, reason]),
    [['recorded', 'IF-035 followed']],
  );
});

test('checks of the steps and of the ledger stand together: passes once with all lines, failures one by one', () => {
  const pass = check({ id: 'schema', status: 'pass', reason: '' });
  const ledger = [entry(1, { checks: [pass] }), entry(2, { checks: [pass] })];
  ledger.push(entry(3, { checks: [check()] }), entry(4, { checks: [check()] }));
  const shown = { ...check({ id: 'records', status: 'pass', reason: '' }), ledger: [] };
  const { checks } = verdict(outcome(['PASSED'], { findings: findings({ checks: [shown] }) }), ledger);
  assert.deepEqual(
    checks.map(({ id, status, ledger: lines }) => [id, status, lines]),
    [
      ['records', 'pass', []],
      ['schema', 'pass', [1, 2]],
      ['schema', 'fail', [3]],
      ['schema', 'fail', [4]],
    ],
  );
});

test('a check that a step left behind after the last Then still fails the scenario', () => {
  const late = { ...check({ id: 'leg-order', level: 'must' }), ledger: [9] };
  const failed = verdict(outcome(['PASSED'], { findings: findings({ checks: [late] }) }));
  assert.deepEqual([failed.verdict, failed.code], ['fail', 'check:leg-order']);
});

const absence = { mpan, interface: 'IF-031', event: 'MSApp', from: own, allowed: 1, blame: 'participant' as const };
const watched = () => outcome(['PASSED'], { findings: findings({ absences: [absence] }) });

test('the sweep finds a message that came after the scenario had ended', () => {
  const late = entry(7, { at: '2027-06-01T18:00:00.000Z' });
  const swept = verdict(watched(), [entry(3), late]);
  assert.deepEqual([swept.verdict, swept.code, swept.blame], ['fail', 'check:absence', 'participant']);
  assert.match(
    swept.reason!,
    /absence, on IF-031 \[MSApp\] of 1000000001 \(ledger line 7\)\nrule .*assumption named-absence/,
  );
  assert.match(swept.reason!, /^came {6}IF-031 \[MSApp\] came 2 times by the end of the run, expected 1$/m);
  assert.match(swept.reason!, /^next {6}Look up in the system of 1000000001 what sent IF-031 \[MSApp\]/m);
});

test('the sweep counts only that message, of that party, about that MPAN, that the DIP accepted', () => {
  const others = [
    { from: other },
    { event: 'DSApp' },
    { interface: 'IF-034' },
    { mpan: '9900000000012' },
    { kind: 'delivered' as const },
    { kind: 'refused' as const },
  ];
  const ledger = [entry(1), ...others.map((over, at) => entry(at + 2, over))];
  assert.equal(verdict(watched(), ledger).verdict, 'pass');
  assert.equal(verdict(watched(), [...ledger, entry(20)]).verdict, 'fail');
});

test('the environment decides whether a swept message fails or is observed', () => {
  const swept = verdict(watched(), [entry(1), entry(2)], 'should');
  assert.equal(swept.verdict, 'pass');
  assert.equal(swept.observations[0]?.code, 'check:absence');
});

test('the grade is the weakest of what the steps ask to be shown about the participant', () => {
  assert.equal(verdict(outcome(['PASSED'], { findings: findings({ readBack: true }) })).grade, 'effect read back');
  assert.equal(verdict(passing(), [entry(1)]).grade, 'seen on the wire');
  const notShown = [{ step: 'step 1', why: 'no probe' }];
  const unseen = outcome(['PASSED'], { findings: findings({ notShown }) });
  assert.equal(verdict(unseen, [entry(1)]).grade, 'acknowledged only', 'what it sent is not what was to be shown');
  const mixed = outcome(['PASSED', 'PASSED'], { findings: findings({ notShown, readBack: true }) });
  assert.equal(verdict(mixed, [entry(1)]).grade, 'acknowledged only', 'one record was read, another could not be');
  for (const over of [{ from: other }, { kind: 'refused' as const }, { scenario: 'MQ-BP001-020' }]) {
    assert.equal(verdict(passing(), [entry(1, over)]).grade, 'acknowledged only');
  }
});

test('nothing is graded of a scenario that shows nothing', () => {
  for (const status of ['PENDING', 'SKIPPED', 'UNDEFINED'] as const) {
    assert.equal(verdict(outcome([status]), [entry(1)]).grade, null);
  }
  assert.equal(verdict(passing(), [entry(1, { checks: [check()] })]).grade, 'seen on the wire');
});
