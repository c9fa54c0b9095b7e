import type { ScenarioVerdict, Verdicts } from '../verdict';
import { tally } from './totals';

/** A name with everything that markup, XML and terminals trip over. */
export const nastyName = 'Supplier\u0007 <b>"A & B"</b> \u001b[31mred\u001b[0m ]]> </script> \ud800 it\u2019s';

/** One scenario's verdict: a pass unless told otherwise. */
export function scenario(over: Partial<ScenarioVerdict> & { id: string }): ScenarioVerdict {
  return {
    name: 'The proposed Metering Service accepts',
    process: 'BP001',
    theme: 'mpan-ownership',
    uri: 'features/mpan-ownership/bp001-change-of-supplier.feature',
    line: 12,
    positions: { 'SUP (incoming)': 'participant', REGS: 'simulated' },
    roles: ['SUP'],
    interfaces: ['IF-031'],
    kind: 'positive',
    verdict: 'pass',
    blame: null,
    code: null,
    reason: null,
    observations: [],
    grade: 'seen at both ends',
    started: '2027-02-10T10:00:01.000Z',
    durationMs: 1840,
    attempts: 1,
    checks: [],
    steps: [
      { text: 'Given MPAN "A" is Smart', status: 'PASSED', durationMs: 40, error: null },
      { text: 'Then these messages are exchanged for MPAN "A":', status: 'PASSED', durationMs: 1800, error: null },
    ],
    mpans: ['1012345678907'],
    ...over,
  };
}

const notStarted: Partial<ScenarioVerdict> = { started: null, durationMs: null, steps: [], grade: null, attempts: 0 };

function failed(over: Partial<ScenarioVerdict> & { id: string }): ScenarioVerdict {
  const reason =
    'expected IF-031 [MSApp] from SUP (incoming) within 30 s\nnothing of that MPAN arrived\nnext: read participant.log';
  const steps = [{ text: 'Then these messages are exchanged', status: 'FAILED', durationMs: 30_000, error: reason }];
  return scenario({
    verdict: 'fail',
    blame: 'participant',
    code: 'LEG_MISSING',
    reason,
    steps,
    durationMs: 30_000,
    ...over,
  });
}

/** Scenarios with every verdict and every blame. */
export function everyVerdict(): ScenarioVerdict[] {
  const signature = { id: 'signature', level: 'must', status: 'fail', blame: 'participant' } as const;
  const late = {
    code: 'answered-within',
    blame: 'participant',
    level: 'should',
    reason: 'answered after 41 s',
  } as const;
  return [
    scenario({ id: 'MQ-BP001-010' }),
    scenario({ id: 'MQ-BP001-020/clocks go back', observations: [{ ...late, ledger: [2] }] }),
    failed({
      id: 'MQ-BP001-110',
      name: nastyName,
      checks: [{ ...signature, reason: 'hash differs: <x> & "y"', ledger: [3] }],
    }),
    failed({
      id: 'MQ-BP005-010',
      process: 'BP005',
      theme: 'meter-to-bank',
      blame: 'configuration',
      roles: ['SUP', 'SDS'],
    }),
    failed({ id: 'MQ-BP005-020', process: 'BP005', theme: 'meter-to-bank', blame: 'harness', grade: null }),
    scenario({
      id: 'MQ-BP005-030',
      process: 'BP005',
      verdict: 'inconclusive',
      blame: 'environment',
      reason: 'the log could not be read',
    }),
    scenario({ id: 'MQ-BP005-040', process: 'BP005', verdict: 'waiting', reason: 'waits for 2027-02-20', grade: null }),
    scenario({ id: 'MQ-BP005-050', process: 'BP005', verdict: 'not-run', reason: 'needs travel', ...notStarted }),
    scenario({
      id: 'MQ-BP005-060',
      process: 'BP005',
      verdict: 'not-applicable',
      reason: 'REGS is not held',
      ...notStarted,
    }),
  ];
}

/** Verdicts whose totals and exit code follow from the scenarios and findings. */
export function verdictsOf(scenarios: ScenarioVerdict[], over: Partial<Verdicts> = {}): Verdicts {
  const { 'not-applicable': notApplicable, 'not-run': notRun, ...counts } = tally(scenarios);
  const observations = scenarios.reduce((sum, one) => sum + one.observations.length, 0);
  const bad = counts.fail > 0 || (over.findings ?? []).some(({ level }) => level === 'must');
  return {
    schema: 1,
    run: '20270210-100000-pit-a1b2',
    started: '2027-02-10T10:00:00.000Z',
    ended: '2027-02-10T10:02:30.000Z',
    partial: false,
    harness: { version: '0.1.0', commit: 'a1b2c3d', scenarioSet: 'f00d', modified: false },
    systemUnderTest: {
      name: 'Example & Sons',
      boundary: 'CRM to DIP adapter',
      components: [{ name: 'crm', version: '7.2' }],
    },
    participant: { name: 'Example <Supplier>', roles: ['SUP'], bundled: false },
    stage: 'PIT',
    dip: 'simulated',
    release: '2.1.0',
    inForce: null,
    totals: { ...counts, notApplicable, notRun, observations },
    exitCode: bad ? 1 : counts.inconclusive > 0 ? 3 : 0,
    scenarios,
    findings: [],
    assumptions: [
      {
        id: 'effective-dates-begin-at',
        text: 'Effective dates begin at',
        value: 'local',
        confirmedBy: null,
        touched: ['MQ-BP001-010'],
      },
      {
        id: 'clock-skew',
        text: 'Clock skew',
        value: '30 s',
        confirmedBy: 'BSCP 700, A. Reader, 2027-01-05',
        touched: [],
      },
    ],
    ...over,
  };
}
