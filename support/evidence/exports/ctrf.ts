import { runFindingsName } from '../junit';
import { runTitle } from '../headline';
import type { RunFiles } from '../run-files';
import { plain, sha256 } from '../text';
import { mustFindings, type LeftOut, type VerdictKind } from '../totals';
import type { ScenarioVerdict, Verdicts } from '../../verdict';

/** The version of the Common Test Report Format that is written. */
const specVersion = '0.0.0';

export type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** How CTRF names our verdicts; `rawStatus` keeps ours. */
export const ctrfStatus: Record<VerdictKind, CtrfStatus> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'other',
  waiting: 'pending',
  'not-applicable': 'skipped',
  'not-run': 'skipped',
};

interface CtrfTest {
  id: string;
  name: string;
  status: CtrfStatus;
  duration: number;
  rawStatus: string;
  [more: string]: unknown;
}

/** A run as a report of the Common Test Report Format (ctrf.io): a test for each scenario, and one for findings of the run. */
export function ctrfReport(run: RunFiles): string {
  const { verdicts } = run;
  const tests = [
    ...verdicts.scenarios.map((one) => testOf(one)),
    ...run.leftOut.map((one) => leftOutTest(one)),
    ...findingsTest(verdicts),
  ];
  const report = {
    reportFormat: 'CTRF',
    specVersion,
    reportId: uuid(verdicts.run),
    timestamp: iso(verdicts.ended),
    generatedBy: `MHHS Qualify ${verdicts.harness.version}`,
    results: {
      tool: { name: 'MHHS Qualify', version: verdicts.harness.version },
      summary: summary(tests, verdicts),
      tests,
      environment: environment(run),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function summary(tests: readonly CtrfTest[], { started, ended }: Verdicts) {
  const of = (status: CtrfStatus) => tests.filter((one) => one.status === status).length;
  return {
    ...{ tests: tests.length, passed: of('passed'), failed: of('failed'), skipped: of('skipped') },
    ...{ pending: of('pending'), other: of('other') },
    ...{ suites: new Set(tests.map(({ suite }) => String(suite))).size, start: ms(started), stop: ms(ended) },
    duration: Math.max(0, ms(ended) - ms(started)),
  };
}

function testOf(scenario: ScenarioVerdict): CtrfTest {
  const { id, name, theme, process, uri, line, verdict, reason, started, durationMs, roles, grade, kind } = scenario;
  const duration = Math.round(durationMs ?? 0);
  const labels = {
    ...{ id, process, theme, kind, observations: scenario.observations.length },
    ...(roles.length > 0 ? { roles } : {}),
    ...(grade === null ? {} : { grade }),
    ...(scenario.blame === null ? {} : { blame: scenario.blame }),
    ...(scenario.code === null ? {} : { code: scenario.code }),
  };
  return {
    ...{ id: uuid(id), name: plain(`${id} ${name}`), status: ctrfStatus[verdict], duration },
    ...(started === null ? {} : { start: ms(started), stop: ms(started) + duration }),
    suite: [theme, process].map(plain),
    ...(reason === null ? {} : { message: plain(reason) }),
    ...{ rawStatus: verdict, filePath: uri, line, labels },
    steps: scenario.steps.map((step) => ({ name: plain(stepName(step)), status: stepStatus(step) })),
  };
}

const stepName = ({ keyword, text }: ScenarioVerdict['steps'][number]) => [keyword, text].filter(Boolean).join(' ');

function stepStatus({ status, notShown }: ScenarioVerdict['steps'][number]): CtrfStatus {
  const known: Record<string, CtrfStatus> = {
    PASSED: 'passed',
    FAILED: 'failed',
    SKIPPED: 'skipped',
    PENDING: 'pending',
  };
  return notShown === undefined ? (known[status.toUpperCase()] ?? 'other') : 'other';
}

function leftOutTest({ id, verdict, reason }: LeftOut): CtrfTest {
  const status = ctrfStatus[verdict];
  const shared = { suite: ['Left out'], message: plain(reason), rawStatus: verdict, labels: { id } };
  return { id: uuid(id), name: plain(id), status, duration: 0, ...shared };
}

function findingsTest(verdicts: Verdicts): CtrfTest[] {
  const findings = mustFindings(verdicts);
  if (findings.length === 0) return [];
  const message = findings.map(({ code, blame, reason }) => `${code} (${blame}): ${reason}`).join('\n');
  const id = uuid(runFindingsName);
  const shared = { suite: [runFindingsName], message: plain(message), rawStatus: 'finding' };
  return [{ id, name: runFindingsName, status: 'failed', duration: 0, ...shared }];
}

function environment({ verdicts, ledgerProblem }: RunFiles) {
  const { systemUnderTest, participant, stage, release, harness, run, partial } = verdicts;
  const build = systemUnderTest.components.map(({ name, version }) => `${name} ${version}`).join(', ');
  return {
    ...{ reportName: plain(runTitle(verdicts)), appName: plain(systemUnderTest.name) },
    ...{ appVersion: plain(build || 'not stated'), buildName: run, testEnvironment: stage },
    ...(harness.commit === null ? {} : { commit: harness.commit }),
    extra: {
      ...{ release, partial, bundledReferenceParticipant: participant.bundled, roles: participant.roles },
      ...{ scenarioSet: harness.scenarioSet, modified: harness.modified },
      ...(ledgerProblem === undefined ? {} : { ledgerProblem }),
    },
  };
}

const ms = (time: string): number => Math.round(Date.parse(time)) || 0;
const iso = (time: string): string => new Date(ms(time)).toISOString();

/** A UUID (version 8: of our own making) that follows from a text. */
function uuid(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
