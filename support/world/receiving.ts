import { messageLabel, type MessageName } from '../catalogue';
import {
  conditionsHold,
  diagnose,
  diagnoseFailedCheck,
  firstFailedMust,
  matchLegs,
  messageOf,
  parseConditions,
  parseLegs,
  type ConversationContext,
  type ExpectedLeg,
  type LegRow,
  type Match,
  type Waiting,
} from '../conversation';
import { QualifyError } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { LimitName } from '../stage';
import type { Findings } from './findings';
import { type Expected, missingMessage, waitingFor } from './missing';
import { lookForFlows, offDipLegs, standIns } from './off-dip';
import type { Scene, ScenarioMpan } from './scene';

/** Fails at once when a must check of any message of this MPAN has failed: waiting longer cannot mend it. */
export function refuseFailedChecks(entries: readonly LedgerEntry[], waiting?: () => Waiting): void {
  const failed = firstFailedMust(entries);
  if (!failed) return;
  const { text, blame, code } = diagnoseFailedCheck(failed, [...entries], waiting?.());
  throw new QualifyError(code, blame, text, '');
}

/** "These messages are exchanged": waits until every leg of the table is there, and says what is missing if not. */
export async function exchanged(
  scene: Scene,
  mpan: ScenarioMpan,
  rows: LegRow[],
  findings: Findings,
  awaits: (leg: string) => void,
): Promise<void> {
  const legs = parseLegs(rows);
  const acts = standIns(scene);
  let context: ConversationContext = { ...scene.conversation(mpan), offDip: acts };
  const began = Date.now();
  let awaited: ExpectedLeg | undefined;
  const complete = await mpan.watch.until((entries) => {
    const match = matchLegs(legs, [...entries], context);
    const next = match.legs.find(({ ok }) => !ok)?.leg;
    refuseFailedChecks(entries, () => ({ leg: next, ctx: context, elapsedMs: Date.now() - began }));
    if (next && next !== awaited) awaits(`${messageLabel(next.message)} from ${next.from}`);
    awaited = next;
    return match.complete ? match : undefined;
  }, context.limitMs);
  if (complete) {
    // What the DIP has accepted is on its way: a busy machine delivers late, and that is no finding.
    await mpan.watch.until(
      (entries) => hasArrived(matchLegs(legs, [...entries], context)) || undefined,
      Math.max(0, context.limitMs - (Date.now() - began)),
    );
    // What else is only a should may still come: an answer. It is not waited for longer than that.
    const settles = scene.limit('settle').ms;
    await mpan.watch.until((entries) => matchLegs(legs, [...entries], context).settled || undefined, settles);
  }
  const rest = complete ? context.limitMs - (Date.now() - began) : 0;
  const flows = await lookForFlows(scene, mpan, legs, rest);
  context = { ...context, offDip: { ...acts, shown: flows.shown } };
  const match = matchLegs(legs, [...mpan.watch.entries], context);
  findings.table(mpan, legs, match);
  findings.offDip(scene.step, offDipLegs(match));
  for (const check of flows.checks) findings.check(check);
  if (flows.checks.length > 0) findings.restsOn('dtc-file-form');
  if (complete) return;
  const { text, blame, code } = diagnose(match, [...mpan.watch.entries], context, Date.now() - began);
  throw new QualifyError(code, blame, text, '');
}

const hasArrived = ({ legs }: Match) =>
  legs.every(({ facets }) => facets.every(({ id, ok }) => ok || id !== 'leg-audience'));

/** "Receives": a publication reached the party after the last act of the scenario, with that content. */
export async function receives(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  conditions: string,
  from = mpan.since,
): Promise<LedgerEntry> {
  const { dipId, position, actor } = scene.party(words, mpan);
  const context = scene.conversation(mpan);
  const hold = contentOf(message, conditions, context);
  const expected: Expected = { position, message, conditions, verb: 'receives' };
  const waiting = waitingFor(scene, mpan, expected);
  const found = await mpan.watch.until((entries) => {
    refuseFailedChecks(entries, waiting);
    return entries.find(
      (entry) => entry.kind === 'delivered' && entry.to === dipId && entry.seq >= from && hold(entry),
    );
  }, context.limitMs);
  if (!found) throw missingMessage(scene, mpan, expected);
  // A delivery is recorded as it leaves; the participant has it once it has answered.
  if (actor === 'participant') await mpan.watch.until((entries) => answerTo(found, entries), context.limitMs);
  return found;
}

function answerTo(delivery: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  refuseFailedChecks(entries);
  const { to, transactionID } = delivery;
  return entries.find(
    (entry) =>
      entry.kind === 'answered' && entry.from === to && entry.transactionID === transactionID && entry.httpStatus,
  );
}

/** "Sends": the DIP accepted the message from the party after the last act of the scenario, with that content. */
export async function sends(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  conditions: string,
  limit: LimitName = 'answer',
): Promise<LedgerEntry> {
  const { dipId, position } = scene.party(words, mpan);
  const context = scene.conversation(mpan, limit);
  const hold = contentOf(message, conditions, context);
  const expected: Expected = { position, message, conditions, verb: 'sends', limit };
  const waiting = waitingFor(scene, mpan, expected);
  const found = await mpan.watch.until((entries) => {
    refuseFailedChecks(entries, waiting);
    return entries.find(
      (entry) => entry.kind === 'accepted' && entry.from === dipId && entry.seq >= mpan.since && hold(entry),
    );
  }, context.limitMs);
  if (found) return found;
  throw missingMessage(scene, mpan, expected);
}

/** Whether an entry is that message with that content. */
function contentOf(
  message: MessageName,
  conditions: string,
  context: ConversationContext,
): (entry: LedgerEntry) => boolean {
  const parsed = parseConditions(conditions, message);
  const values = { ...context.positions, ...context.values };
  return (entry) => {
    if (entry.interface !== message.interface || entry.event !== message.event) return false;
    const body = messageOf(entry);
    return body !== undefined && conditionsHold(parsed, body, { asIn: () => undefined }, values);
  };
}

/** Watches for a while; then nothing of what must not come may be there. */
export async function settled(scene: Scene, mpan: ScenarioMpan): Promise<readonly LedgerEntry[]> {
  await mpan.watch.settle(scene.vigil.left(scene.limit('settle').ms));
  refuseFailedChecks(mpan.watch.entries);
  return mpan.watch.entries;
}
