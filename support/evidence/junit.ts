import { offDipState, offDipText, type ScenarioVerdict, type Verdicts } from '../verdict';
import { restsOn } from './assumptions';
import { runTitle } from './headline';
import type { RunFiles } from './run-files';
import { escapeAttribute, escapeMarkup } from './text';
import { mustFindings, type LeftOut } from './totals';

interface Case {
  suite: string;
  name: string;
  seconds: number;
  outcome: 'passed' | 'failure' | 'error' | 'skipped';
  type: string;
  message: string;
  properties: [string, string][];
}

/** Name of the suite and the test case that carry the findings of the run. */
export const runFindingsName = 'Findings of the run';

/**
 * The run as JUnit XML: a suite per process. A failed scenario is a failure, an inconclusive one or one that the
 * harness spoilt an error, one that did not run is skipped; findings of the run of level must are one test case.
 */
export function junitXml(run: RunFiles): string {
  const { verdicts } = run;
  const cases = [
    ...verdicts.scenarios.map((one) => caseOfScenario(one, verdicts)),
    ...run.leftOut.map(caseOfLeftOut),
    ...caseOfFindings(run),
  ];
  const suites = new Map<string, Case[]>();
  for (const one of cases) suites.set(one.suite, [...(suites.get(one.suite) ?? []), one]);
  const body = [...suites].map(([name, members]) => suiteXml(name, members, verdicts.started)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: `MHHS Qualify: ${runTitle(verdicts)}`, ...counts(cases) })}>\n${body}</testsuites>\n`;
}

function caseOfScenario(scenario: ScenarioVerdict, verdicts: Verdicts): Case {
  const { verdict, blame } = scenario;
  const outcome =
    verdict === 'pass'
      ? 'passed'
      : verdict === 'inconclusive' || (verdict === 'fail' && blame === 'harness')
        ? 'error'
        : verdict === 'fail'
          ? 'failure'
          : 'skipped';
  const positions = Object.entries(scenario.positions).map(([k, v]): [string, string] => [`position ${k}`, v]);
  const optional: [string, string | null][] = [
    ['blame', blame],
    ['code', scenario.code],
    ['grade', scenario.grade],
    ['observations', String(scenario.observations.length)],
    ['feature', `${scenario.uri}:${scenario.line}`],
  ];
  return {
    suite: scenario.process,
    name: `${scenario.id} ${scenario.name}`,
    seconds: (scenario.durationMs ?? 0) / 1000,
    outcome,
    type: [verdict, blame, scenario.code].filter(Boolean).join(' '),
    message: scenario.reason ?? '',
    properties: [
      ['id', scenario.id],
      ['verdict', verdict],
      ...optional.filter((pair): pair is [string, string] => pair[1] !== null),
      ...positions,
      ...scenario.steps.flatMap(({ text, notShown }): [string, string][] =>
        notShown === undefined ? [] : [[`not shown: ${notShown}`, text]],
      ),
      ...scenario.steps.flatMap(({ offDip = [] }) =>
        offDip.map((leg): [string, string] => [`off the DIP: ${offDipText(leg)}`, offDipState(leg)]),
      ),
      ...restsOn(scenario.id, verdicts).map(({ id, state }): [string, string] => [`assumption ${id}`, state]),
    ],
  };
}

function caseOfLeftOut({ id, verdict, reason }: LeftOut): Case {
  const properties: Case['properties'] = [
    ['id', id],
    ['verdict', verdict],
  ];
  return { suite: 'Left out', name: id, seconds: 0, outcome: 'skipped', type: verdict, message: reason, properties };
}

function caseOfFindings({ verdicts }: RunFiles): Case[] {
  const findings = mustFindings(verdicts);
  if (findings.length === 0) return [];
  const message = findings.map(({ code, blame, reason }) => `${code} (${blame}): ${reason}`).join('\n');
  const outcome = findings.some(({ blame }) => blame === 'participant') ? 'failure' : 'error';
  return [
    { suite: runFindingsName, name: runFindingsName, seconds: 0, outcome, type: 'finding', message, properties: [] },
  ];
}

function counts(cases: readonly Case[]): Record<string, string> {
  const of = (outcome: Case['outcome']) => String(cases.filter((one) => one.outcome === outcome).length);
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return {
    tests: String(cases.length),
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
    time: seconds.toFixed(3),
  };
}

function suiteXml(name: string, cases: readonly Case[], timestamp: string): string {
  const head = `  <testsuite${attributes({ name, ...counts(cases), timestamp })}>\n`;
  return `${head}${cases.map(caseXml).join('')}  </testsuite>\n`;
}

function caseXml(one: Case): string {
  const head = attributes({ classname: one.suite, name: one.name, time: one.seconds.toFixed(3) });
  const properties = one.properties.map(([name, value]) => `        <property${attributes({ name, value })}/>\n`);
  const block = properties.length ? `      <properties>\n${properties.join('')}      </properties>\n` : '';
  return `    <testcase${head}>\n${block}${outcomeXml(one)}    </testcase>\n`;
}

function outcomeXml({ outcome, type, message }: Case): string {
  if (outcome === 'passed') return '';
  const firstLine = message.split('\n')[0]!;
  if (outcome === 'skipped') return `      <skipped${attributes({ message: `${type}: ${message}` })}/>\n`;
  return `      <${outcome}${attributes({ type, message: firstLine })}>${escapeMarkup(message)}</${outcome}>\n`;
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}
