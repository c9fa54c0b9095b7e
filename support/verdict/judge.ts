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

function worseOf(bySteps: Decision, failedMusts: readonly ScenarioCheck[]): Decision {
  const decisive = failedMusts.find((check) => check.blame === 'participant') ?? failedMusts[0];
  if (!decisive) return bySteps;
  const lines = decisive.ledger.length > 0 ? ` (ledger line ${decisive.ledger.join(', ')})` : '';
  const byCheck = failing(
    decisive.blame ?? 'participant',
    `check:${decisive.id}`,
    `check     ${decisive.id}${lines}\n${decisive.reason}`,
  );
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
