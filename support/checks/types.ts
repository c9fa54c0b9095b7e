import type { RoleCode } from '../catalogue';
import type { LedgerEntry, LedgerInput, WireFacts } from '../ledger';

/** What the checks are given besides the entry: all of it is data, so a check is a pure function. */
export interface CheckContext {
  facts: WireFacts;
  /** Who answers for the entry: the sender of a submission, the receiver of a delivery. Decides the blame. */
  own: 'participant' | 'simulated' | 'external';
  /** Every organisation in a role, from standing data: also the table of known pairs of DIP ID and MPID. */
  parties: readonly { dipId: string; mpid: string; role: RoleCode }[];
  leased(mpan: string): boolean;
  /** Entries of the same MPAN before this one, oldest first. */
  earlier: readonly LedgerEntry[];
  /** Levels of the environment file that differ from the catalogue of checks. */
  levels: Readonly<Record<string, 'must' | 'should'>>;
  now: Date;
  /** Limit for the answer of a webhook, in milliseconds. */
  answerWithinMs: number;
}

/** What one rule found; the reason says expected against actual, or why the rule has no object here. */
export interface Outcome {
  status: 'pass' | 'fail' | 'not-applicable';
  reason: string;
}

export type Rule = (entry: LedgerInput, ctx: CheckContext) => Outcome;

export const pass: Outcome = { status: 'pass', reason: '' };
export const fail = (reason: string): Outcome => ({ status: 'fail', reason });
export const notApplicable = (reason: string): Outcome => ({ status: 'not-applicable', reason });

/** Reads a path of a value of unknown shape: a refused message can be anything. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (v, key) => (v !== null && typeof v === 'object' ? (v as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** A value as it is shown in a reason: strings in quotes, nothing as "nothing". */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
