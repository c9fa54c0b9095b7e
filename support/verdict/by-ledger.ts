import type { LedgerEntry } from '../ledger';
import type { ScenarioFindings } from './attachments';
import type { Outcome } from './collect';
import type { ScenarioVerdict } from './schema';

export type ScenarioCheck = ScenarioVerdict['checks'][number];

/** Checks of the ledger that belong to a scenario: each failure, and each kind of pass once, with their lines. */
export function ledgerChecks(entries: readonly LedgerEntry[]): ScenarioCheck[] {
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
export function sweep(
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
export function positionsThatActed({ positions }: Outcome, entries: readonly LedgerEntry[]): Record<string, string> {
  const acted = new Set(entries.filter((entry) => entry.kind !== 'act').map((entry) => entry.position));
  return Object.fromEntries(
    Object.entries(positions).filter(([name, actor]) => actor === 'participant' || acted.has(name)),
  );
}

/** Roles in which the participant acted: a tag says what a scenario could prove, the binding what it did. */
export function rolesProved({ positions }: Outcome): string[] {
  const own = Object.keys(positions).filter((position) => positions[position] === 'participant');
  return [...new Set(own.map((position) => position.replace(/ \(.*$/, '')))];
}

/** How much the scenario proves about the participant: the weakest of what its steps ask for. */
export function gradeOf(
  outcome: Outcome,
  entries: readonly LedgerEntry[],
  own: ReadonlySet<string>,
): ScenarioVerdict['grade'] {
  if (outcome.findings?.notShown.length) return 'acknowledged only';
  if (outcome.findings?.readBack) return 'effect read back';
  const sent = entries.some((entry) => entry.kind === 'accepted' && own.has(entry.from));
  return sent ? 'seen on the wire' : 'acknowledged only';
}
