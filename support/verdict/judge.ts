import { checkLines, checkVerdict, column } from '../checks';
import type { LedgerEntry } from '../ledger';
import type { ScenarioFindings } from './attachments';
import { gradeOf, ledgerChecks, positionsThatActed, rolesProved, type ScenarioCheck, sweep } from './by-ledger';
import { type Decision, decideBySteps, failing } from './by-steps';
import type { Outcome } from './collect';
import type { Finding, ScenarioVerdict } from './schema';

export interface Judging {
  ledger: readonly LedgerEntry[];
  /** DIP IDs of the participant. */
  own: ReadonlySet<string>;
  /** Level of the check `absence` in this environment. */
  absenceLevel: 'must' | 'should';
}

/** The verdict of one scenario: the worst of Cucumber's status, the findings and the sweep. */
export function judge(outcome: Outcome, { ledger, own, absenceLevel }: Judging): ScenarioVerdict {
  const { described, steps, findings } = outcome;
  const entries = ledger.filter((entry) => entry.scenario === described.id);
  const checks = [...(findings?.checks ?? []), ...ledgerChecks(entries), ...sweep(findings, entries, absenceLevel)];
  const failed = checks.filter((check) => check.status === 'fail');
  const bySteps = decideBySteps(outcome);
  const decision =
    bySteps.verdict === 'fail'
      ? bySteps
      : worseOf(
          bySteps,
          failed.filter((check) => check.level === 'must'),
          entries,
          steps.findLast(({ text, status }) => text !== '(hook)' && status === 'PASSED')?.text,
        );
  return {
    id: described.id,
    name: described.name,
    process: described.process,
    theme: described.theme,
    uri: described.uri,
    line: described.line,
    positions: positionsThatActed(outcome, entries),
    roles: rolesProved(outcome),
    interfaces: described.interfaces,
    kind: described.kind,
    segments: (described.tags ?? []).flatMap((tag) => /^@segment:(.+)$/.exec(tag)?.[1] ?? []),
    ...decision,
    observations: [...failed.filter((check) => check.level === 'should').map(observation), ...noted(findings)],
    grade: decision.verdict === 'pass' || decision.verdict === 'fail' ? gradeOf(outcome, entries, own) : null,
    started: outcome.started,
    durationMs: outcome.durationMs,
    attempts: outcome.attempts,
    checks,
    steps: steps.filter((step) => step.text !== '(hook)' || step.status === 'FAILED'),
    mpans: findings?.mpans ?? [],
  };
}

/** The steps' decision, or the one of a must check that they did not see: it failed after the last of them. */
function worseOf(
  bySteps: Decision,
  failedMusts: readonly ScenarioCheck[],
  entries: readonly LedgerEntry[],
  after: string | undefined,
): Decision {
  const decisive = failedMusts.find((check) => check.blame === 'participant') ?? failedMusts[0];
  if (!decisive) return bySteps;
  const entry = entries.find(({ seq }) => seq === decisive.ledger[0]);
  const text = [
    column('step', `after the last step${after ? ` that ran: ${after}` : ''}`),
    ...checkLines(decisive, entry),
    column('looked', `in ledger.ndjson, ${entries.length} lines of this scenario, and in the findings of its steps`),
    ...checkVerdict(decisive, entry),
  ];
  const byCheck = failing(decisive.blame ?? 'participant', `check:${decisive.id}`, text.join('\n'));
  return byCheck.verdict === 'fail' || bySteps.verdict === 'pass' ? byCheck : bySteps;
}

function observation(check: ScenarioCheck): Finding {
  return {
    code: `check:${check.id}`,
    blame: check.blame ?? 'participant',
    level: 'should',
    reason: check.reason,
    ledger: check.ledger,
  };
}

function noted(findings: ScenarioFindings | null): Finding[] {
  return (findings?.notes ?? []).map((reason) => ({
    code: 'recorded',
    blame: 'harness',
    level: 'should',
    reason,
    ledger: [],
  }));
}
