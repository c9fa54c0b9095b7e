import type { Blame } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { ScenarioFindings } from './attachments';
import type { Outcome } from './collect';
import type { Finding, ScenarioVerdict } from './schema';

type ScenarioCheck = ScenarioVerdict['checks'][number];

interface Decision {
  verdict: ScenarioVerdict['verdict'];
  blame: Blame | null;
  code: string | null;
  reason: string | null;
}

const passed: Decision = { verdict: 'pass', blame: null, code: null, reason: null };

/** The participant failed; whoever else is to blame, nothing was shown about the participant. */
function failing(blame: Blame, code: string, reason: string): Decision {
  return { verdict: blame === 'participant' ? 'fail' : 'inconclusive', blame, code, reason };
}

/** What Cucumber's status kinds mean for the verdict. */
function decideBySteps({ steps, finished, findings }: Outcome): Decision {
  const worst = (status: string) => steps.find((step) => step.status === status);
  const failed = worst('FAILED');
  if (failed) {
    const { code, blame, text, fix } = findings?.failure ?? {
      code: 'HARNESS_FAULT',
      blame: 'harness' as const,
      text: failed.error ?? 'a step or hook failed without a word',
      fix: '',
    };
    const where = failed.text === '(hook)' ? '' : `step      ${failed.text}\n`;
    return failing(blame, code, `${where}${text}${fix ? `\nnext      ${fix}` : ''}`);
  }
  const undefinedStep = worst('UNDEFINED') ?? worst('AMBIGUOUS') ?? worst('UNKNOWN');
  if (undefinedStep) {
    const reason = `the step "${undefinedStep.text}" is ${undefinedStep.status.toLowerCase()}`;
    return failing('harness', `STEP_${undefinedStep.status}`, reason);
  }
  const pending = worst('PENDING');
  if (pending)
    return {
      verdict: 'waiting',
      blame: null,
      code: 'STEP_PENDING',
      reason: `a person must do this first: ${pending.text}`,
    };
  if (!finished) return failing('harness', 'SCENARIO_CUT_OFF', 'the scenario did not come to its end');
  // Hooks alone prove nothing.
  if (steps.every((step) => step.text === '(hook)'))
    return failing('harness', 'SCENARIO_EMPTY', 'the scenario ran no step');
  const skipped = worst('SKIPPED');
  if (skipped)
    return {
      verdict: 'not-run',
      blame: null,
      code: 'STEP_SKIPPED',
      reason: `skipped from the step "${skipped.text}" on`,
    };
  return passed;
}

/** Checks of the ledger that belong to a scenario: each failure, and each kind of pass once, with their lines. */
function ledgerChecks(entries: readonly LedgerEntry[]): ScenarioCheck[] {
  const byId = new Map<string, ScenarioCheck>();
  for (const entry of entries) {
    for (const check of entry.checks) {
      const key = check.status === 'fail' ? `${check.id}:${entry.seq}` : `${check.id}:${check.status}`;
      const known = byId.get(key);
      if (known) known.ledger.push(entry.seq);
      else byId.set(key, { ...check, ledger: [entry.seq] });
    }
  }
  return [...byId.values()];
}

/** The sweep: a named message that came more often than allowed by the end of the run. */
function sweep(
  findings: ScenarioFindings | null,
  ledger: readonly LedgerEntry[],
  level: 'must' | 'should',
): ScenarioCheck[] {
  return (findings?.absences ?? []).flatMap((absence) => {
    const came = ledger.filter(
      (entry) =>
        entry.kind === 'accepted' &&
        entry.mpan === absence.mpan &&
        entry.from === absence.from &&
        entry.interface === absence.interface &&
        entry.event === absence.event,
    );
    if (came.length <= absence.allowed) return [];
    const reason = `${absence.interface} [${absence.event}] came ${came.length} times by the end of the run, expected ${absence.allowed}`;
    const extra = came.slice(absence.allowed).map((entry) => entry.seq);
    return [{ id: 'absence', level, status: 'fail' as const, reason, blame: absence.blame, ledger: extra }];
  });
}

/** The participant's positions, and those of whoever appears in the ledger of the scenario. */
function positionsThatActed({ positions }: Outcome, entries: readonly LedgerEntry[]): Record<string, string> {
  const acted = new Set(entries.filter((entry) => entry.kind !== 'act').map((entry) => entry.position));
  return Object.fromEntries(
    Object.entries(positions).filter(([name, actor]) => actor === 'participant' || acted.has(name)),
  );
}

/** Roles in which the participant acted: a tag says what a scenario could prove, the binding what it did. */
function rolesProved({ positions }: Outcome): string[] {
  const own = Object.keys(positions).filter((position) => positions[position] === 'participant');
  return [...new Set(own.map((position) => position.replace(/ \(.*$/, '')))];
}

/** How much the scenario proves about the participant. */
function gradeOf(
  outcome: Outcome,
  entries: readonly LedgerEntry[],
  own: ReadonlySet<string>,
): ScenarioVerdict['grade'] {
  if (outcome.findings?.readBack) return 'effect read back';
  if (outcome.findings?.acknowledgedOnly) return 'acknowledged only';
  const sent = entries.some((entry) => entry.kind === 'accepted' && own.has(entry.from));
  return sent ? 'seen on the wire' : 'acknowledged only';
}

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
