import { eventDefinition } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { actorOfEntry, blameOfActor, blameOfDip, type Fault, type Scene } from './fault';
import { answersTo, deliveriesOf, isMessage, labelOf } from './ledger-view';
import { actorOf, dipIdOf, inWords, positionOf } from './positions';
import { refusalIn, requestOf } from './refusals';
import type { LegResult } from './types';

function requestFault(
  root: LegResult,
  request: LedgerEntry,
  answer: LedgerEntry,
  refusal: string,
  { ctx }: Scene,
): Fault {
  const [refuser, requester] = [answer, request].map((e) => inWords(positionOf(e.from, ctx)));
  const why = `${refuser} refused ${labelOf(request)} of ${requester} with ${refusal} (line ${answer.seq})`;
  return { blame: blameOfActor[actorOfEntry(request, ctx) ?? 'simulated'], why, code: 'LEG_REQUEST_REFUSED', root };
}

/** A party that is not under test refuses where the table expects no refusal: the request was at fault. */
export function refusedRequest(result: LegResult, scene: Scene): Fault | undefined {
  const { leg, entry } = result;
  if (!entry || actorOf(leg.from, scene.ctx) === 'participant') return undefined;
  if (leg.conditions.some((c) => c.test === 'response' && c.code !== 'A')) return undefined;
  const refusal = refusalIn(entry);
  const request = requestOf(entry, scene.entries);
  return refusal && request ? requestFault(result, request, entry, refusal, scene) : undefined;
}

/** A missing leg of another party, after a refusal of the participant's latest request that no row expects. */
export function refusedBefore(result: LegResult, scene: Scene): Fault | undefined {
  const { ctx, entries, results } = scene;
  if (actorOf(result.leg.from, ctx) === 'participant') return undefined;
  for (const answer of entries.filter((e) => e.kind === 'accepted' && e.seq > (ctx.sinceSeq ?? 0))) {
    const refusal = refusalIn(answer);
    const request = refusal && requestOf(answer, entries);
    if (!request || actorOfEntry(request, ctx) !== 'participant') continue;
    const expected = results.some((r) => r.ok && r.entry === answer);
    if (!expected && !askedAgain(request, answer, entries))
      return requestFault(result, request, answer, refusal, scene);
  }
  return undefined;
}

const askedAgain = (request: LedgerEntry, answer: LedgerEntry, entries: readonly LedgerEntry[]) =>
  entries.some(
    (e) => e.kind === 'accepted' && e.from === request.from && e.seq > answer.seq && labelOf(e) === labelOf(request),
  );

/** What the sender of a missing leg acts on was accepted, but did not reach it, or its webhook failed. */
export function undelivered(
  result: LegResult,
  before: readonly LegResult[],
  { entries, ctx }: Scene,
): Fault | undefined {
  const { from, message } = result.leg;
  const dipId = dipIdOf(from, ctx);
  const answers = eventDefinition(message.interface, message.event)?.answers;
  const inTable = before.filter((r) => r.leg.to.some((to) => dipIdOf(to, ctx) === dipId)).map((r) => r.entry);
  const cause =
    inTable.find((e) => e !== undefined) ??
    (answers && entries.findLast((e) => e.kind === 'accepted' && isMessage(e, answers)));
  if (!cause) return undefined;

  const what = `${labelOf(cause)} (line ${cause.seq})`;
  const deliveries = deliveriesOf(cause, entries).filter((d) => d.to === dipId);
  const answered = deliveries.flatMap((d) => answersTo(d, entries));
  if (answered.some((a) => a.httpStatus !== undefined && a.httpStatus < 300)) return undefined;
  const failed = answered.at(-1);
  if (failed) {
    const how = failed.httpStatus === undefined ? 'was not answered' : `was answered ${failed.httpStatus}`;
    const why = `${what} was delivered to ${inWords(from)}, but its webhook call ${how} (line ${failed.seq})`;
    return { blame: blameOfActor[actorOf(from, ctx)], why, code: 'LEG_WEBHOOK_FAILED', root: result };
  }
  const returned = entries.find(
    (e) => e.kind === 'refused' && e.to === dipId && e.transactionID === cause.transactionID,
  );
  if (returned) {
    const why = `${what} could not be handed over to ${inWords(from)}: ${returned.name ?? 'not taken in'} (line ${returned.seq})`;
    return { blame: blameOfActor[actorOf(from, ctx)], why, code: 'LEG_WEBHOOK_FAILED', root: result };
  }
  if (deliveries.length) return undefined;
  const why = `${what} was accepted but not delivered to ${inWords(from)}`;
  return { blame: blameOfDip(cause), why, code: 'LEG_NOT_DELIVERED', root: result };
}
