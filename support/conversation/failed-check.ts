import { checkLines, checkVerdict, column, partyOf } from '../checks';
import type { Check, LedgerEntry } from '../ledger';
import type { Diagnosis } from './diagnose';
import { conversationLines, elapsedLine, type Parties, rowLine } from './told';
import type { ConversationContext, ExpectedLeg } from './types';

/** A must check that failed, with the ledger line that it failed on. */
export interface FailedMust {
  entry: LedgerEntry;
  check: Check;
}

/** What a step was waiting for when the check was seen to have failed. */
export interface Waiting {
  leg?: ExpectedLeg;
  ctx: ConversationContext;
  elapsedMs: number;
}

/** The first must check that failed on any message or answer, whoever is to blame. */
export function firstFailedMust(entries: readonly LedgerEntry[]): FailedMust | undefined {
  for (const entry of entries) {
    const check = entry.checks.find(({ level, status }) => level === 'must' && status === 'fail');
    if (check) return { entry, check };
  }
  return undefined;
}

/** The parties as the ledger itself names them, where no step says who is who. */
function partiesOf(entries: readonly LedgerEntry[]): Parties {
  const positions = entries.flatMap((entry) => (entry.position ? [[entry.position, partyOf(entry)] as const] : []));
  return { mpan: entries.find(({ mpan }) => mpan !== undefined)?.mpan ?? '', positions: Object.fromEntries(positions) };
}

/**
 * The failure text of a check, in the columns of a missing leg: check and message, rule and source, expected against
 * actual, the leg that is awaited, the conversation so far, the time, whose fault it is and why, what to do next.
 */
export function diagnoseFailedCheck(
  { entry, check }: FailedMust,
  all: readonly LedgerEntry[],
  waiting?: Waiting,
): Diagnosis {
  const ctx = waiting?.ctx ?? partiesOf(all);
  const failed = { ...check, ledger: [entry.seq] };
  const told = checkLines(failed, entry);
  const timed = told.some((line) => line.startsWith('elapsed'));
  const text = [
    ...told,
    ...(waiting?.leg ? [column('awaited', rowLine(waiting.leg, ctx))] : []),
    ...conversationLines(all, ctx, waiting && !timed ? elapsedLine(waiting.elapsedMs, waiting.ctx) : undefined),
    ...checkVerdict(failed, entry),
  ].join('\n');
  return { text, blame: check.blame ?? 'participant', code: `check:${check.id}` };
}
