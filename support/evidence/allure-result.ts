import type { Label, Status, StatusDetails, StepResult, TestResult } from 'allure-js-commons';
import type { LedgerEntry } from '../ledger';
import { offDipState, offDipText, type OffDipLeg, type ScenarioVerdict, type Verdicts } from '../verdict';
import { restsOn } from './assumptions';
import { attachmentsOf, type AllureFile } from './allure-attachments';
import { statusOf, type AllureStatus, type Outcome } from './allure-status';
import { runFindingsName } from './junit';
import type { Diagram } from './run-diagrams';
import { anchor, plain, sha256 } from './text';
import { mustFindings, type LeftOut } from './totals';

/** One Allure result with what it attaches. */
export interface AllureCase {
  result: TestResult;
  files: AllureFile[];
}

/** First line of a result's message: `categories.json` sorts by it. */
export function messageHead({ verdict, blame }: Outcome): string {
  return verdict === 'fail' || verdict === 'inconclusive' ? `Blame: ${blame ?? 'not known'}` : `Verdict: ${verdict}`;
}

const segmentWords: Record<string, string> = { S: 'smart', A: 'advanced', U: 'unmetered' };

const severities: Record<string, string> = { positive: 'critical', security: 'critical', negative: 'normal' };

export function caseOfScenario(
  scenario: ScenarioVerdict,
  verdicts: Verdicts,
  shown: { entries: readonly LedgerEntry[] | string; diagrams: readonly Diagram[]; requirements: readonly string[] },
): AllureCase {
  const { id, theme, process, kind, verdict, grade } = scenario;
  const start = Date.parse(scenario.started ?? verdicts.ended);
  const segments = (scenario.segments ?? []).map((one) => `segment: ${segmentWords[one] ?? one}`);
  const own = [verdict, kind, `stage: ${verdicts.stage}`, `release: ${verdicts.release}`, ...segments];
  const tags = [...own, ...scenario.roles, ...scenario.interfaces, ...(grade ? [`grade: ${grade}`] : [])];
  if (verdicts.participant.bundled) tags.push('demonstration: bundled reference participant');
  const result = shell(verdicts, id, `${id} ${scenario.name}`, statusOf(scenario), start, scenario.durationMs ?? 0);
  result.fullName = `${scenario.uri}:${scenario.line} ${id}`;
  result.labels = [
    ...labels({ epic: theme, feature: process, story: id, parentSuite: theme, suite: process, subSuite: scenario.uri }),
    ...labels({ severity: severities[kind] ?? 'normal', framework: 'mhhs-qualify', language: 'gherkin' }),
    ...tags.map((value) => ({ name: 'tag', value: plain(value) })),
  ];
  result.parameters = Object.entries(scenario.positions).map(([name, value]) => ({ name, value: plain(value) }));
  // From the report's folder: what stands behind each is in the summary of the run.
  const page = `../summary.html#${anchor(id)}`;
  result.links = [
    ...shown.requirements.map((name) => ({ type: 'requirement', name, url: page })),
    { type: 'feature', name: `${scenario.uri}:${scenario.line}`, url: page },
  ];
  result.steps = stepsOf(scenario, start);
  const rests = restsOn(id, verdicts).map((one) => `- ${one.text} Value: ${one.value} (\`${one.id}\`, ${one.state})`);
  if (rests.length > 0) result.description = plain(['This verdict rests on assumptions:', '', ...rests].join('\n'));
  if (verdict !== 'pass') {
    const head = [messageHead(scenario), scenario.code].filter(Boolean).join(' · ');
    result.statusDetails = { message: plain(`${head}\n${scenario.reason ?? ''}`.trimEnd()) };
  }
  return { result, files: attachmentsOf(scenario, shown.entries, shown.diagrams) };
}

/** A scenario that the selection left out and the totals count. */
export function caseOfLeftOut({ id, verdict, reason }: LeftOut, verdicts: Verdicts): AllureCase {
  const result = shell(verdicts, id, id, 'skipped', Date.parse(verdicts.ended), 0);
  result.labels = labels({ epic: 'Left out', feature: 'Left out', story: id, parentSuite: 'Left out' });
  result.statusDetails = { message: plain(`${messageHead({ verdict, blame: null })}\n${reason}`) };
  return { result, files: [] };
}

/** The findings of the run that fail it, as a result of their own; undefined when there are none. */
export function caseOfFindings(verdicts: Verdicts): AllureCase | undefined {
  const findings = mustFindings(verdicts);
  if (findings.length === 0) return undefined;
  const blame = findings.find((finding) => finding.blame === 'participant')?.blame ?? findings[0]!.blame;
  const outcome: Outcome = { verdict: 'fail', blame };
  const lines = findings.map((one) => `${one.code} (${one.blame}): ${one.reason} [ledger ${one.ledger.join(', ')}]`);
  const result = shell(verdicts, runFindingsName, runFindingsName, statusOf(outcome), Date.parse(verdicts.ended), 0);
  result.labels = labels({ epic: 'The run', feature: runFindingsName, parentSuite: 'The run', severity: 'critical' });
  result.statusDetails = { message: plain([messageHead(outcome), ...lines].join('\n')) };
  return { result, files: [] };
}

function shell(
  verdicts: Verdicts,
  id: string,
  name: string,
  status: AllureStatus,
  start: number,
  ms: number,
): TestResult {
  const historyId = sha256(id).slice(0, 32);
  const uuid = sha256(`${verdicts.run}\n${id}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const timing = { start, stop: start + Math.round(ms) };
  const rest = { labels: [], links: [], ...executable(plain(name), status, {}), ...timing };
  return { uuid, historyId, testCaseId: historyId, fullName: id, ...rest };
}

function executable(name: string, status: AllureStatus, statusDetails: StatusDetails) {
  const finished = 'finished' as StepResult['stage'];
  return { name, status: status as Status, statusDetails, stage: finished, steps: [], attachments: [], parameters: [] };
}

function stepsOf(scenario: ScenarioVerdict, start: number): StepResult[] {
  let at = start;
  return scenario.steps.map(({ keyword, text, status, durationMs, error, notShown, offDip = [] }) => {
    const begin = at;
    at += Math.round(durationMs);
    const state = status.toLowerCase();
    const failed: AllureStatus = scenario.blame === 'participant' && state === 'failed' ? 'failed' : 'broken';
    const unproved = notShown === undefined ? null : `not shown: ${notShown}`;
    const quiet = state === 'skipped' || unproved !== null;
    const own: AllureStatus = quiet ? 'skipped' : state === 'passed' ? 'passed' : failed;
    const name = [keyword, text, unproved && `(${unproved})`].filter(Boolean).join(' ');
    const message = error ?? unproved;
    return {
      ...executable(plain(name), own, message ? { message: plain(message) } : {}),
      steps: offDip.map((leg) => offDipStep(leg, at)),
      start: begin,
      stop: at,
    };
  });
}

/** Within its step, a leg that does not pass the DIP: passed where something of the participant's side shows it. */
function offDipStep(leg: OffDipLeg, at: number): StepResult {
  const name = plain(`Off the DIP, ${offDipText(leg)} (${offDipState(leg)})`);
  return { ...executable(name, leg.how === 'not seen' ? 'skipped' : 'passed', {}), start: at, stop: at };
}

function labels(values: Record<string, string>): Label[] {
  return Object.entries(values).map(([name, value]) => ({ name, value: plain(value) }));
}
