import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { TestStepResultStatus } from '@cucumber/messages';
import { createLedger } from '../ledger';
import type { Scenario } from '../stage';
import { scratchDir } from '../testing';
import { verdictsSchema, type Outcome, type ScenarioFindings } from '../verdict';
import { finish, type Ending } from './finish';
import { runOptions } from './options';
import { prepare } from './prepare';

const scenario = (id: string): Scenario => ({
  id,
  name: id,
  uri: 'features/f.feature',
  line: 1,
  tags: ['@role:SUP'],
  process: 'BP001',
  theme: 'mpan-ownership',
  kind: 'positive',
  roles: ['SUP'],
  needs: [],
  assumes: ['refused-proposal-code-after-ssd'],
  interfaces: [],
  messages: [],
});
const one = scenario('MQ-BP001-010');
const two = scenario('MQ-BP001-020');

const passed = (described: Scenario): Outcome => ({
  described,
  attempts: 1,
  started: '2027-06-01T12:00:00.000Z',
  durationMs: 5,
  finished: true,
  steps: [{ text: 'a step', status: TestStepResultStatus.PASSED, durationMs: 1, error: null }],
  findings: null,
  positions: {},
});

const found = (over: Partial<ScenarioFindings>): ScenarioFindings => ({
  ...{ failure: null, checks: [], absences: [], notes: [], readBack: false, notShown: [], mpans: [], assumptions: [] },
  offDip: [],
  ...over,
});

async function ended(over: Partial<Ending> = {}, ledgerLine = true) {
  const folder = scratchDir();
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  const act = { kind: 'act' as const, source: 'harness', from: 'harness', to: '1000000001' };
  if (ledgerLine) ledger.append({ ...act, scenario: one.id });
  await ledger.close();
  const ending: Ending = {
    prepared: await prepare(runOptions.parse({}), folder),
    run: 'r',
    folder,
    started: new Date('2027-06-01T12:00:00Z'),
    ended: new Date('2027-06-01T12:00:01Z'),
    outcomes: [passed(one)],
    excluded: [],
    selected: [one],
    interrupted: false,
    stopped: false,
    losses: [],
    ...over,
  };
  return { folder, verdicts: await finish(ending) };
}

test('a run that passed is written as the contract says, beside what it was run with', async () => {
  const { folder, verdicts } = await ended();
  const written: unknown = JSON.parse(readFileSync(path.join(folder, 'verdicts.json'), 'utf8'));
  assert.deepEqual(verdictsSchema.parse(written), verdicts);
  assert.deepEqual([verdicts.exitCode, verdicts.partial, verdicts.totals.pass], [0, false, 1]);
  assert.deepEqual(readdirSync(folder).sort(), [
    'environment.effective.yaml',
    'ledger.ndjson',
    'profile.effective.yaml',
    'run.json',
    'verdicts.json',
  ]);
});

test('what was excluded is counted and stands in no verdict', async () => {
  const excluded = [
    { id: 'a', verdict: 'not-applicable' as const, reason: 'r' },
    { id: 'b', verdict: 'not-run' as const, reason: 'r' },
  ];
  const { totals, scenarios } = (await ended({ excluded })).verdicts;
  assert.deepEqual([totals.notApplicable, totals.notRun, scenarios.length], [1, 1, 1]);
});

test('a selected scenario that never began makes the run partial: 130 when interrupted, else a fault of ours', async () => {
  const cut = (await ended({ selected: [one, two], interrupted: true })).verdicts;
  assert.deepEqual([cut.exitCode, cut.partial, cut.scenarios[1]?.verdict], [130, true, 'not-run']);
  const lost = (await ended({ selected: [one, two] })).verdicts;
  assert.deepEqual([lost.exitCode, lost.partial], [3, true]);
  assert.deepEqual([lost.scenarios[1]?.verdict, lost.scenarios[1]?.blame], ['inconclusive', 'harness']);
});

test('what the system under test said of itself stands in the verdicts, and a change inside the run fails it', async () => {
  const at = '2027-06-01T12:00:00.000Z';
  const said = (version: string) => ({
    at,
    name: 'MHHS Qualify reference participant',
    components: [{ name: 'mhhs-qualify', version }],
  });
  const same = (await ended({ answered: { start: said('0.1'), end: said('0.1') } })).verdicts;
  assert.deepEqual([same.exitCode, same.findings.length], [0, 0]);
  assert.deepEqual(same.systemUnderTest.answered, { start: said('0.1'), end: said('0.1') });
  const changed = (await ended({ answered: { start: said('0.1'), end: said('0.2') } })).verdicts;
  assert.deepEqual([changed.exitCode, changed.findings.map(({ code }) => code)], [1, ['SYSTEM_CHANGED']]);
  const other = (await ended({ answered: { start: said('0.2'), end: said('0.2') } })).verdicts;
  assert.deepEqual([other.exitCode, other.findings.map(({ code }) => code)], [3, ['SYSTEM_OTHER']]);
  assert.equal((await ended()).verdicts.systemUnderTest.answered, undefined);
});

test('without a ledger nothing is green', async () => {
  const { exitCode, findings } = (await ended({}, false)).verdicts;
  assert.equal(exitCode, 3);
  assert.deepEqual(
    findings.map(({ code, blame, level }) => [code, blame, level]),
    [['LEDGER_BROKEN', 'harness', 'must']],
  );
});

test('an assumption is touched by the scenarios that name it, or in which its limit was used, and by no other', async () => {
  const first = passed(one);
  const second = { ...passed({ ...two, assumes: [] }), findings: found({ assumptions: ['answer-time'] }) };
  const { assumptions } = (await ended({ outcomes: [first, second] })).verdicts;
  const touched = (id: string) => assumptions.find((assumption) => assumption.id === id)?.touched;
  assert.deepEqual(touched('refused-proposal-code-after-ssd'), [one.id]);
  assert.deepEqual(touched('answer-time'), [two.id]);
  for (const id of ['correlation-chained', 'pit-environment-tag', 'delivery-retries'])
    assert.equal(touched(id), undefined);
});

test('a limit of the hub is behind the verdicts whose check it decides', async () => {
  const check = { id: 'reachable', level: 'must' as const, status: 'pass' as const, reason: '', ledger: [1] };
  const reached = { ...passed(one), findings: found({ checks: [check] }) };
  const { assumptions } = (await ended({ outcomes: [reached, passed(two)] })).verdicts;
  const touched = assumptions.find(({ id }) => id === 'delivery-retries')?.touched;
  assert.deepEqual(touched, [one.id]);
});
