import type { Message } from '../catalogue';
import { newTransactionId } from './ids';
import type { Publication } from './publication';
import type { DeliveryFault, FaultRequest } from './types';

/** Faults of delivery that wait for their publication; holds are kept apart (holds.ts). */
export interface Faults {
  add(request: FaultRequest): void;
  /** The faults that strike this publication; each is used up by it. */
  strike(publication: Publication): DeliveryFault[];
}

export function createFaults(): Faults {
  let pending: { request: FaultRequest; left: number }[] = [];
  return {
    add: (request) => void pending.push({ request, left: request.times ?? 1 }),
    strike(publication) {
      const hits = pending.filter((p) => p.left > 0 && matches(p.request, publication));
      for (const hit of hits) hit.left -= 1;
      pending = pending.filter((p) => p.left > 0);
      return [...new Set(hits.map((hit) => hit.request.fault))];
    },
  };
}

/** The fault is meant for this MPAN, this recipient and this event. */
export function matches(request: FaultRequest, publication: Publication): boolean {
  return (
    request.mpan === publication.mpan &&
    request.to === publication.to &&
    (request.event === undefined || request.event.replace(/^\[|\]$/g, '') === publication.event)
  );
}

/**
 * What is sent when these faults strike: spoilt copies first, each with a transaction id of its own, then the good
 * publication, then the same again. Each goes in a call of its own.
 */
export function withFaults(publication: Publication, faults: readonly DeliveryFault[], at: Date): Publication[] {
  if (faults.length === 0) return [publication];
  const plain = { ...publication, apart: true, ...(faults.includes('white-space') && { spaced: true }) };
  const good = faults.includes('as-replay') ? replayed(plain) : plain;
  const spoilt = faults.flatMap((fault) => spoiltCopy(good, fault, at) ?? []);
  const again = faults.includes('deliver-twice') ? [{ ...good }] : [];
  return [...spoilt, good, ...again, ...(faults.includes('and-replay') ? [replayed(good)] : [])];
}

function replayed(publication: Publication): Publication {
  const message = structuredClone(publication.message);
  if (message.CommonBlock.D0) message.CommonBlock.D0.replayIndicator = true;
  return { ...publication, message };
}

/** A copy that must be refused, with a transaction id of its own; undefined for a fault that spoils nothing. */
export function spoiltCopy(good: Publication, fault: DeliveryFault, at: Date): Publication | undefined {
  const message = structuredClone(good.message);
  const { S0, S1, D0 } = message.CommonBlock;
  const transactionID = newTransactionId(S0.interfaceID, S1.senderDIPID, S1.senderRoleID, at);
  if (D0) D0.transactionID = transactionID;
  const copy = { ...good, message, transactionID };
  switch (fault) {
    case 'broken-schema':
      return {
        ...copy,
        message: withoutSenderTime(message),
        mustBeRefused: 'its schema is broken: S1.senderTimestamp is left out',
      };
    case 'foreign-environment': {
      const own = S1.environmentTag;
      S1.environmentTag = own === 'UIT' ? 'SIT' : 'UIT';
      return { ...copy, mustBeRefused: `S1.environmentTag is ${S1.environmentTag} in the environment ${own}` };
    }
    case 'wrong-signature':
      return { ...copy, badSignature: true, mustBeRefused: 'X-DIP-Signature does not fit what was sent' };
    default:
      return undefined;
  }
}

function withoutSenderTime(message: Message): Message {
  const { senderTimestamp: _, ...S1 } = message.CommonBlock.S1;
  // The one place where a message is not a message: it is spoilt on purpose.
  return { ...message, CommonBlock: { ...message.CommonBlock, S1: S1 as Message['CommonBlock']['S1'] } };
}
