import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, hook, outcome, verdict, type Status } from './verdict.fixture';

const told = (...statuses: Status[]) => {
  const { verdict: kind, blame, code } = verdict(outcome(statuses));
  return [kind, blame, code];
};

test('every status kind of Cucumber has its verdict', () => {
  assert.deepEqual(told('PASSED', 'PASSED'), ['pass', null, null]);
  assert.deepEqual(told('PASSED', 'FAILED', 'SKIPPED'), ['inconclusive', 'harness', 'HARNESS_FAULT']);
  assert.deepEqual(told('PASSED', 'UNDEFINED', 'SKIPPED'), ['inconclusive', 'harness', 'STEP_UNDEFINED']);
  assert.deepEqual(told('AMBIGUOUS', 'SKIPPED'), ['inconclusive', 'harness', 'STEP_AMBIGUOUS']);
  assert.deepEqual(told('PASSED', 'UNKNOWN'), ['inconclusive', 'harness', 'STEP_UNKNOWN']);
  assert.deepEqual(told('PASSED', 'PENDING', 'SKIPPED'), ['waiting', null, 'STEP_PENDING']);
  assert.deepEqual(told('PASSED', 'SKIPPED'), ['not-run', null, 'STEP_SKIPPED']);
});

test('the worst status wins, wherever it stands', () => {
  assert.equal(told('SKIPPED', 'PENDING')[0], 'waiting');
  assert.equal(told('PENDING', 'UNDEFINED')[2], 'STEP_UNDEFINED');
  assert.equal(told('UNDEFINED', 'FAILED')[2], 'HARNESS_FAULT');
});

const failure = { code: 'LEG_MISSING', blame: 'participant' as const, text: 'expected IF-031', fix: 'send it' };

test('a failure of the participant fails; whoever else is to blame leaves it inconclusive', () => {
  const failed = verdict(outcome(['PASSED', 'FAILED'], { findings: findings({ failure }) }));
  assert.deepEqual([failed.verdict, failed.blame, failed.code], ['fail', 'participant', 'LEG_MISSING']);
  assert.equal(failed.reason, 'step      step 2\nexpected IF-031\nnext      send it');
  for (const blame of ['configuration', 'environment', 'harness'] as const) {
    const other = verdict(outcome(['FAILED'], { findings: findings({ failure: { ...failure, blame } }) }));
    assert.deepEqual([other.verdict, other.blame, other.code], ['inconclusive', blame, 'LEG_MISSING']);
  }
});

test('a failure without a word of ours is told as Cucumber told it', () => {
  const steps = [{ ...hook('FAILED', 'TypeError: x is undefined'), text: 'a step' }];
  const failed = verdict(outcome([], { steps, findings: null }));
  assert.equal(failed.reason, 'step      a step\nTypeError: x is undefined');
});

test('a failing Before or After hook is a fault of the harness, though every step passed', () => {
  const { steps } = outcome(['PASSED', 'PASSED']);
  const after = verdict(outcome([], { steps: [hook('PASSED'), ...steps, hook('FAILED', 'Error: disk full')] }));
  assert.deepEqual([after.verdict, after.blame, after.reason], ['inconclusive', 'harness', 'Error: disk full']);
  const skipped = outcome(['SKIPPED', 'SKIPPED']).steps;
  const before = verdict(outcome([], { steps: [hook('FAILED', 'Error: no hub'), ...skipped], findings: null }));
  assert.deepEqual([before.verdict, before.code], ['inconclusive', 'HARNESS_FAULT']);
});

test('of the hooks only those that failed are shown', () => {
  const steps = [hook('PASSED'), ...outcome(['PASSED']).steps, hook('FAILED', 'no')];
  assert.deepEqual(
    verdict(outcome([], { steps })).steps.map(({ text }) => text),
    ['step 1', '(hook)'],
  );
});

test('a scenario that was cut off is never green, whatever it had shown', () => {
  const cut = verdict(outcome(['PASSED', 'PASSED'], { finished: false }));
  assert.deepEqual([cut.verdict, cut.blame, cut.code], ['inconclusive', 'harness', 'SCENARIO_CUT_OFF']);
  const failed = outcome(['PASSED', 'FAILED'], { finished: false, findings: findings({ failure }) });
  assert.equal(verdict(failed).verdict, 'fail');
});

test('a scenario that ran hooks only, or nothing, is never green', () => {
  for (const steps of [[], [hook('PASSED'), hook('PASSED')]]) {
    const empty = verdict(outcome([], { steps }));
    assert.deepEqual([empty.verdict, empty.blame, empty.code], ['inconclusive', 'harness', 'SCENARIO_EMPTY']);
  }
});

test('attempts, duration and positions are taken over', () => {
  const { attempts, durationMs, positions, id } = verdict(outcome(['PASSED'], { attempts: 3 }));
  assert.deepEqual([attempts, durationMs, id], [3, 10, 'MQ-BP001-010']);
  assert.deepEqual(positions, { 'SUP (incoming)': 'participant' });
});
