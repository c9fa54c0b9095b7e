import { guardedCsv, type Cell } from '../../tables';
import type { ScenarioVerdict } from '../../verdict';
import { verdictWords } from '../headline';
import type { RunFiles } from '../run-files';
import type { Result, Subject } from '../subject';
import { notes } from '../summary-top';
import type { VerdictKind } from '../totals';
import { buildName } from '../traceability/traced';

/** How Azure DevOps names an outcome. */
export type Outcome = 'Passed' | 'Failed' | 'Blocked' | 'Not Applicable' | 'Not Run';

/**
 * Our verdicts as outcomes. What waits for its day has begun and has no result that counts yet: Blocked, with the day
 * in the comment, so that nobody takes it for forgotten.
 */
export const outcomes: Record<VerdictKind, Outcome> = {
  pass: 'Passed',
  fail: 'Failed',
  inconclusive: 'Blocked',
  waiting: 'Blocked',
  'not-applicable': 'Not Applicable',
  'not-run': 'Not Run',
};

const caseHeader = ['ID', 'Work Item Type', 'Title', 'Test Step', 'Step Action', 'Step Expected', 'Tags'];

/**
 * Test cases as the import of Azure Test Plans takes them: a row of the case, with an empty ID for a new one, then a row
 * for each step. What a Then asks for is the expected result of the step before it.
 */
export function azureTestCases({ results }: Pick<Subject, 'results'>): string {
  const rows = results.flatMap((result): Cell[][] => {
    const { id, scenario } = result;
    const tags = scenario ? ['MHHS Qualify', scenario.process, scenario.theme, ...scenario.roles] : ['MHHS Qualify'];
    const head = ['', 'Test Case', titleOf(result), '', '', '', tags.join('; ')];
    const steps = scenario ? stepsOf(scenario) : [];
    const lines = steps.length > 0 ? steps : [{ action: `Left out of the run: ${id}`, expected: '' }];
    return [head, ...lines.map(({ action, expected }, index) => ['', '', '', index + 1, action, expected, ''])];
  });
  return guardedCsv({ header: caseHeader, rows });
}

const titleOf = ({ id, scenario }: Result): string => (scenario ? `${id} ${scenario.name}` : id);

interface Step {
  action: string;
  expected: string;
}

/** Given and When act, Then expects; And and But go on with what stands before them. */
function stepsOf({ steps }: ScenarioVerdict): Step[] {
  const all: Step[] = [];
  let expects = false;
  for (const { keyword, text } of steps) {
    const [, said = (keyword ?? '').trim(), rest = text] = keyword
      ? []
      : (/^(Given|When|Then|And|But)\s+(.*)$/s.exec(text) ?? []);
    if (said === 'Then') expects = true;
    else if (said === 'Given' || said === 'When') expects = false;
    if (!expects) all.push({ action: `${said} ${rest}`.trim(), expected: '' });
    else {
      const last = all.at(-1) ?? { action: 'Observe', expected: '' };
      if (all.length === 0) all.push(last);
      last.expected = [last.expected, rest].filter(Boolean).join('\n');
    }
  }
  return all;
}

const resultHeader = [
  ...['Test Case', 'Title', 'Outcome', 'Verdict', 'Comment', 'Failure Type', 'Error Code', 'Grade of Proof'],
  ...['Run', 'Build', 'Environment', 'Release', 'Started Date', 'Completed Date', 'Duration (ms)', 'Attempts'],
  ...['Process', 'Theme', 'Roles', 'Automated Test Storage', 'Notes on the Run'],
];

/** Results in the words of Azure DevOps, a row for each scenario. */
export function azureTestResults({ results }: Pick<Subject, 'results'>): string {
  return guardedCsv({ header: resultHeader, rows: results.map(resultRow) });
}

function resultRow(result: Result): Cell[] {
  const { id, verdict, reason, scenario, run, attempts } = result;
  return [
    ...[id, titleOf(result), outcomes[verdict], verdictWords[verdict].word, reason ?? '', scenario?.blame ?? ''],
    ...[scenario?.code ?? '', scenario?.grade ?? '', run.verdicts.run, buildName(run), run.verdicts.stage],
    ...[
      run.verdicts.release,
      scenario?.started ?? '',
      completed(scenario),
      scenario?.durationMs ?? '',
      attempts.length,
    ],
    ...[scenario?.process ?? '', scenario?.theme ?? '', scenario?.roles.join(', ') ?? ''],
    ...[scenario ? `${scenario.uri}:${scenario.line}` : '', noted(run)],
  ];
}

const noted = (run: RunFiles): string => notes(run).join('\n');

function completed(scenario: ScenarioVerdict | undefined): string {
  if (!scenario?.started || scenario.durationMs === null) return '';
  return new Date(Date.parse(scenario.started) + scenario.durationMs).toISOString();
}
