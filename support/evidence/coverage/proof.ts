import { grades } from '../../verdict';
import type { LedgerEntry } from '../../ledger';
import type { CoveredRun, Direction, Grade, Proof, Seen, Share } from './types';

const rank = (grade: Grade) => grades.indexOf(grade);

export const stronger = (a: Grade, b: Grade): Grade => (rank(a) <= rank(b) ? a : b);
export const weaker = (a: Grade, b: Grade): Grade => (rank(a) <= rank(b) ? b : a);

/** The best of some grades; null of none. */
export function best(found: readonly (Grade | null)[]): Grade | null {
  return found.reduce((top, one) => (top && one ? stronger(top, one) : (top ?? one)), null);
}

const failings: Record<string, string> = { fail: 'failed', inconclusive: 'was inconclusive' };

/**
 * What each line of the ledger proves through its scenario: the grade of a passed one, else why it proves nothing. A
 * message that the scenario does not name shows no more than the wire does.
 */
export function proofOf({ verdicts, ledgerProblem }: CoveredRun): (entry: LedgerEntry, way: Direction) => Seen {
  const byId = new Map(verdicts.scenarios.map((one) => [one.id, one]));
  return (entry, way) => {
    const { scenario = null } = entry;
    const verdict = scenario === null ? undefined : byId.get(scenario);
    const none = (why: string): Seen => ({ scenario, grade: null, why });
    if (ledgerProblem !== undefined) return none('the ledger does not prove itself');
    if (!verdict) return none('no scenario with a verdict claims it');
    if (verdict.verdict !== 'pass') return none(`${verdict.id} ${failings[verdict.verdict] ?? 'did not pass'}`);
    if (verdict.grade === null) return none(`${verdict.id} took no proof`);
    const failed = entry.checks.find(({ level, status }) => level === 'must' && status === 'fail');
    if (failed) return none(`the check ${failed.id} failed on it`);
    const named = entry.interface === undefined || verdict.interfaces.includes(entry.interface);
    const shown = way === 'sent' ? 'seen on the wire' : 'acknowledged only';
    return { scenario, grade: named ? verdict.grade : weaker(verdict.grade, shown), why: null };
  };
}

export function rolledUp(seen: readonly Seen[]): Proof {
  const proving = seen.filter(({ grade }) => grade !== null);
  return {
    exchanged: seen.length,
    grade: best(proving.map(({ grade }) => grade)),
    provedBy: [...new Set(proving.flatMap(({ scenario }) => scenario ?? []))].sort(),
  };
}

/** How many have a grade. */
export function shareOf(items: readonly { grade: Grade | null }[]): Share {
  return { proved: items.filter(({ grade }) => grade !== null).length, total: items.length };
}

/** Things under the same key together, in the order in which the keys first come. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
