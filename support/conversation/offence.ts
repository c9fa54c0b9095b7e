import type { LedgerEntry } from '../ledger';
import { isSubmission, labelOf } from './ledger-view';
import { actorOf, positionOf } from './positions';
import type { Diagnosis } from './diagnose';
import type { ConversationContext } from './types';

interface Offence extends Omit<Diagnosis, 'text'> {
  headline: string;
  why: string;
  next: string;
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
    if (check ?? refused) return tell(entry, check, ctx);
  }
  return undefined;
}

/** An overloaded or failing DIP refuses without blame of the sender. */
const ownTrouble = (entry: LedgerEntry) => entry.httpStatus === 429 || (entry.httpStatus ?? 0) >= 500;

function tell(
  entry: LedgerEntry,
  check: { id: string; reason: string } | undefined,
  ctx: ConversationContext,
): Offence {
  const who = positionOf(entry.kind === 'answered' && entry.from === 'DIP' ? entry.to : entry.from, ctx);
  const what = entry.kind === 'answered' ? `the webhook answer to ${labelOf(entry)}` : labelOf(entry);
  const reason = [
    entry.kind === 'refused' ? `refused by the DIP${entry.name ? ` with ${entry.name}` : ''}` : '',
    check ? `check ${check.id}: ${check.reason}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  return {
    headline: `First look at line ${entry.seq}: ${what} of ${who}: ${reason}`,
    blame: 'participant',
    code: check?.id ?? 'LEG_SUBMISSION_REFUSED',
    why: `${who} is the participant under test; what went wrong at line ${entry.seq} comes before everything that is missing`,
    next: `Correct what line ${entry.seq} names, then run the scenario again; its request and headers are in the ledger.`,
  };
}
