import { instant, maySend, type EventDefinition, type Message } from '../catalogue';
import type { SubmissionContext } from './submission';

/** Why a message is refused: the published code, and what was wrong in words. */
export interface Refusal {
  code: string;
  help: string;
}

/** How far ahead of the DIP's clock a sender's timestamp may be. No public source gives a limit; a day is assumed. */
export const furthestFutureMs = 24 * 60 * 60 * 1000; // assumption sender-time-ahead

/** What the rules look at. */
interface Case {
  message: Message;
  definition: EventDefinition;
  referenceSeen: 'accepted' | 'not-accepted' | undefined;
  context: SubmissionContext;
}

type Rule = (c: Case) => string | undefined;

/** The rules beyond the schema in the order in which they are tried; addresses are looked at later (L2). */
const rules: readonly (readonly [code: string, rule: Rule])[] = [
  ['MSG1002', channelIsInterface],
  // The published codes have none for a foreign environment; the schema failure is the nearest.
  ['MSG1001', environmentIsOurs],
  ['MSG1009', senderIsCaller],
  ['MSG1011', providerIsNominated],
  ['MSG1010', senderHoldsRole],
  ['MSG1006', referenceIsNew],
  ['MSG1007', timestampIsNotFarAhead],
  ['MSG1012', correlationIsIssued],
];

/** The first rule that a message of sound schema breaks. */
export function brokenRule(
  message: Message,
  definition: EventDefinition,
  referenceSeen: 'accepted' | 'not-accepted' | undefined,
  context: SubmissionContext,
): Refusal | undefined {
  for (const [code, rule] of rules) {
    const help = rule({ message, definition, referenceSeen, context });
    if (help !== undefined) return { code, help };
  }
  return undefined;
}

const sender = (c: Case) => c.message.CommonBlock.S1;
const partyOf = (c: Case, dipId: string) => c.context.parties.find((p) => p.dipId === dipId);

function channelIsInterface(c: Case): string | undefined {
  const { interfaceID } = c.message.CommonBlock.S0;
  if (interfaceID === c.context.channel) return undefined;
  return `S0.interfaceID is ${interfaceID}, the channel of the URL is ${c.context.channel}`;
}

function environmentIsOurs(c: Case): string | undefined {
  const { environmentTag } = sender(c);
  if (environmentTag === c.context.environmentTag) return undefined;
  return `CommonBlock.S1.environmentTag: expected ${c.context.environmentTag}, got ${environmentTag}`;
}

function senderIsCaller(c: Case): string | undefined {
  const { senderDIPID } = sender(c);
  const { caller, access, fingerprint } = c.context;
  if (!partyOf(c, senderDIPID)) return `S1.senderDIPID ${senderDIPID} is not known to this DIP`;
  if (!access.actsFor(caller, senderDIPID)) {
    return `S1.senderDIPID is ${senderDIPID}, the API key belongs to ${caller}, which is not its connection provider`;
  }
  if (fingerprint === undefined || access.signsFor(fingerprint).includes(senderDIPID)) return undefined;
  return `the signing certificate is bound neither to ${senderDIPID} nor to its connection provider`;
}

function providerIsNominated(c: Case): string | undefined {
  const { DIPConnectionProviderID: provider, senderDIPID } = sender(c);
  if (provider === null || c.context.access.get(senderDIPID)?.connectionProvider === provider) return undefined;
  return `S1.DIPConnectionProviderID ${provider} is not the provider nominated for ${senderDIPID}`;
}

function senderHoldsRole(c: Case): string | undefined {
  const { senderDIPID, senderRoleID } = sender(c);
  const role = partyOf(c, senderDIPID)?.role;
  if (role !== senderRoleID) return `S1.senderRoleID is ${senderRoleID}, ${senderDIPID} is ${role ?? 'unknown'}`;
  if (maySend(role, c.definition)) return undefined;
  const { interface: id, event, senders } = c.definition;
  return `${id} [${event}] is sent by ${senders.join(', ')}, not by ${senderRoleID}`;
}

function referenceIsNew(c: Case): string | undefined {
  if (c.referenceSeen !== 'accepted') return undefined;
  return `${sender(c).senderUniqueReference} was used for a message that was accepted or stands in this batch`;
}

function timestampIsNotFarAhead(c: Case): string | undefined {
  const { senderTimestamp } = sender(c);
  const at = instant(senderTimestamp);
  if (at === undefined) return `S1.senderTimestamp ${senderTimestamp} is no date-time that exists`;
  if (at <= c.context.now.getTime() + furthestFutureMs) return undefined;
  return `S1.senderTimestamp ${senderTimestamp} is more than a day ahead of ${c.context.now.toISOString()}`;
}

function correlationIsIssued(c: Case): string | undefined {
  const { senderCorrelationID: id } = sender(c);
  if (id === null || (c.context.issued?.(id) ?? true)) return undefined;
  return `S1.senderCorrelationID ${id} was not issued by this DIP; quote D0.initialCorrelationID of what is answered, or null`;
}
