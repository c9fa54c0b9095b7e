import type { LedgerEntry } from '../ledger';
import type { FailedMust } from './failed-check';
import { isSubmission, labelOf } from './ledger-view';
import { actorOf, positionOf } from './positions';
import type { Diagnosis } from './diagnose';
import type { ConversationContext } from './types';

interface Offence extends Omit<Diagnosis, 'text'> {
  headline: string;
  why: string;
  next: string;
  /** Set where a check says what is wrong. */
  failed?: FailedMust;
}

const isParticipant = (dipId: string, ctx: ConversationContext) =>
  Object.values(ctx.positions).includes(dipId) && actorOf(positionOf(dipId, ctx), ctx) === 'participant';

/**
 * The first message or webhook answer of the participant that is wrong in itself: refused by the DIP, or with a failed must
 * check. It is the likely cause of whatever is missing afterwards.
 */
export function firstOffence(entries: readonly LedgerEntry[], ctx: ConversationContext): Offence | undefined {
  for (const entry of entries.filter((e) => e.seq > (ctx.sinceSeq ?? 0))) {
    const check = entry.checks.find((c) => c.level === 'must' && c.status === 'fail' && c.blame === 'participant');
    const refused =
      entry.kind === 'refused' && isSubmission(entry) && isParticipant(entry.from, ctx) && !ownTrouble(entry);
    if (check ?? refused) return { ...refusal(entry, ctx), ...(check && { failed: { entry, check } }) };
  }
  return undefined;
}

/** An overloaded or failing DIP refuses without blame of the sender. */
const ownTrouble = (entry: LedgerEntry) => entry.httpStatus === 429 || (entry.httpStatus ?? 0) >= 500;

function refusal(entry: LedgerEntry, ctx: ConversationContext): Offence {
  const who = positionOf(entry.from, ctx);
  const code = entry.name ? ` with ${entry.name}` : '';
  return {
    headline: `First look at line ${entry.seq}: ${labelOf(entry)} of ${who}: refused by the DIP${code}`,
    blame: 'participant',
    code: 'LEG_SUBMISSION_REFUSED',
    why: `${who} is the participant under test; what went wrong at line ${entry.seq} comes before everything that is missing`,
    next: `Look up the code with which the DIP refused ${labelOf(entry)}, correct it in the system of ${who}, and send it with a new reference.`,
  };
}
