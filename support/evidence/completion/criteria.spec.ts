import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario } from '../fixture-verdicts';
import type { Subject } from '../subject';
import { rttmOf } from '../traceability';
import { requirement } from '../traceability/rttm.fixture';
import { campaignOf, failing, runOf } from './completion.fixture';
import { noCompletionFile, type CompletionFile, type KnownDefect } from './completion-file';
import { judgeCriteria } from './criteria';
import { rootCauses } from './root-causes';

const pass = (id: string, over: object = {}) => scenario({ id, ...over });
const registers = { requirements: [requirement('R-1', ['A']), requirement('R-2', ['B'])], artefacts: [] };

/** State and number reached of the only criterion. */
function judged(subject: Subject, exitCriteria: Partial<CompletionFile['exitCriteria']>, defects: KnownDefect[] = []) {
  const rttm = rttmOf({ subject, registers, known: [] });
  const file = { ...noCompletionFile, defects, exitCriteria: { others: [], ...exitCriteria } };
  const [one, ...others] = judgeCriteria(file, { subject, rttm, causes: rootCauses(subject, defects) });
  assert.equal(others.length, 0);
  return one!;
}

const subject = (scenarios: ReturnType<typeof pass>[], over = {}) => campaignOf([runOf('run-1', '7', scenarios, over)]);
const failed = failing('B', '2027-02-10T10:00:00.000Z');
const half = subject([pass('A'), failed]);

test('the pass rate counts what applies, and is rounded down', () => {
  assert.equal(judged(half, { minimumPassRate: 50 }).state, 'met');
  assert.equal(judged(half, { minimumPassRate: 51 }).state, 'not met');
  const third = subject([
    pass('A'),
    failed,
    pass('C', { verdict: 'not-run' }),
    pass('D', { verdict: 'not-applicable' }),
  ]);
  assert.equal(judged(third, { minimumPassRate: 34 }).reached, '33.3 % (1 of 3 scenarios that apply)');
  assert.equal(
    judged(subject([pass('D', { verdict: 'not-applicable' })]), { minimumPassRate: 0 }).state,
    'cannot be told',
  );
});

test('what rests on a run that was cut off, a damaged ledger or a gap is not met: it cannot be told', () => {
  const good = [pass('A')];
  assert.equal(judged(subject(good, { partial: true }), { minimumPassRate: 50 }).state, 'cannot be told');
  const damaged = campaignOf([{ ...runOf('run-1', '7', good), ledgerProblem: 'cut off' }]);
  assert.match(judged(damaged, { minimumPassRate: 50 }).why, /ledger of run run-1/);
  assert.match(
    judged(campaignOf([runOf('a', '7', good)], ['run 3 is gone']), { minimumPassRate: 50 }).why,
    /run 3 is gone/,
  );
  assert.equal(judged(subject([failed], { partial: true }), { minimumPassRate: 50 }).state, 'not met');
});

test('open defects of a severity: what the last results show is open whatever the tracker says', () => {
  const defect = (severity: number, status: 'open' | 'closed' = 'open', code = 'LEG_MISSING'): KnownDefect => {
    return { tracker: `ADO-${severity}`, severity, status, match: { code } };
  };
  assert.equal(judged(half, { openDefects: { 1: 0 } }, [defect(2)]).state, 'met');
  assert.equal(judged(half, { openDefects: { 2: 0 } }, [defect(2)]).state, 'not met');
  assert.equal(judged(half, { openDefects: { 2: 0 } }, [defect(2, 'closed')]).state, 'not met');
  assert.equal(judged(half, { openDefects: { 2: 1 } }, [defect(2)]).state, 'met');
  assert.equal(judged(subject([pass('A')]), { openDefects: { 2: 0 } }, [defect(2, 'closed', 'GONE')]).state, 'met');
  assert.equal(judged(subject([pass('A')]), { openDefects: { 2: 0 } }, [defect(2, 'open', 'GONE')]).state, 'not met');
  const untold = judged(half, { openDefects: { 1: 0 } });
  assert.deepEqual([untold.state, untold.why], ['cannot be told', '1 open root cause without a severity']);
});

test('each pass must have the minimum grade', () => {
  const weak = subject([pass('A'), pass('B', { grade: 'acknowledged only' })]);
  assert.equal(judged(weak, { minimumGrade: 'acknowledged only' }).state, 'met');
  assert.equal(judged(weak, { minimumGrade: 'seen on the wire' }).reached, '50 % (1 of 2 passes)');
  assert.equal(judged(subject([failed]), { minimumGrade: 'attested' }).state, 'cannot be told');
});

test('requirements shown are counted in scope, assumptions where a verdict rests on them', () => {
  assert.equal(judged(half, { requirementsShown: 50 }).state, 'met');
  assert.equal(judged(half, { requirementsShown: 51 }).state, 'not met');
  const assumption = { id: 'a', text: 'a', value: '1', confirmedBy: null, touched: ['A'] };
  const over = (one: object) => ({ assumptions: [{ ...assumption, ...one }] });
  assert.equal(judged(subject([pass('A')], over({})), { assumptionsConfirmed: true }).why, 'a');
  for (const one of [{ touched: [] }, { confirmedBy: 'B' }]) {
    assert.equal(judged(subject([pass('A')], over(one)), { assumptionsConfirmed: true }).state, 'met');
  }
});

test('what somebody states is shown as stated, and keeps its state', () => {
  const others = [{ criterion: 'Volume test', met: false, statedBy: 'A. Tester' }];
  const { state, reached, why } = judged(half, { others });
  assert.deepEqual([state, reached, why], ['not met', 'stated by A. Tester', 'not seen by the harness']);
});
