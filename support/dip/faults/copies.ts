import type { Message } from '../../catalogue';
import { newTransactionId } from '../ids';
import type { Publication } from '../publication';
import { callFaultsOfGood, isSpoiling, type Spoiling } from './call-faults';
import type { FaultKind, FaultSpec } from './types';
import { withNulls } from './with-nulls';

/** Why a copy must be refused where its message is as it was. */
const badCalls: Partial<Record<Spoiling, string>> = {
  'wrong-signature': 'X-DIP-Signature does not fit what was sent',
  'corrupt-body': 'X-DIP-Content-Hash does not fit the body: it was changed after it was signed',
  'wrong-certificate': 'the client certificate was issued by an authority that nobody trusts',
  'expired-certificate': 'the client certificate has expired',
};

/**
 * What is sent when these faults strike: spoilt copies first, each with a transaction id of its own, then the good
 * publication, then the same again. Each goes in a call of its own.
 */
export function withFaults(publication: Publication, specs: readonly FaultSpec[], at: Date): Publication[] {
  if (specs.length === 0) return [publication];
  const has = (kind: FaultKind) => specs.some((spec) => spec.kind === kind);
  const callFaults = callFaultsOfGood(specs.map(({ kind }) => kind));
  const slow = specs.find(({ kind }) => kind === 'slow-body');
  let good: Publication = {
    ...publication,
    apart: true,
    ...(callFaults.length > 0 && { callFaults }),
    ...(slow && { slowMs: slow.delayMs ?? 2000 }),
  };
  if (has('with-nulls')) good = { ...good, message: withNulls(good.message) };
  if (has('as-replay')) good = replayed(good);
  const spoilt = specs.flatMap(({ kind }) => (isSpoiling(kind) ? spoiltCopy(good, kind, at) : []));
  const { owed: _, ...repeat } = good;
  const again = has('duplicate') ? [{ ...repeat }] : [];
  return [...spoilt, good, ...again, ...(has('and-replay') ? [replayed(repeat)] : [])];
}

function replayed(publication: Publication): Publication {
  const message = structuredClone(publication.message);
  if (message.CommonBlock.D0) message.CommonBlock.D0.replayIndicator = true;
  return { ...publication, message };
}

/** A copy that must be refused, with a transaction id of its own; nothing of the journal is settled with it. */
export function spoiltCopy(good: Publication, fault: Spoiling, at: Date): Publication {
  const { owed: _, callFaults: __, ...plain } = good;
  const message = structuredClone(good.message);
  const { S0, S1, D0 } = message.CommonBlock;
  const transactionID = newTransactionId(S0.interfaceID, S1.senderDIPID, S1.senderRoleID, at);
  if (D0) D0.transactionID = transactionID;
  const copy = { ...plain, message, transactionID };
  if (fault === 'broken-schema') {
    const mustBeRefused = 'its schema is broken: S1.senderTimestamp is left out';
    return { ...copy, message: withoutSenderTime(message), mustBeRefused };
  }
  if (fault === 'foreign-environment') {
    const own = S1.environmentTag;
    S1.environmentTag = own === 'UIT' ? 'SIT' : 'UIT';
    return { ...copy, mustBeRefused: `S1.environmentTag is ${S1.environmentTag} in the environment ${own}` };
  }
  return { ...copy, callFaults: [fault], mustBeRefused: badCalls[fault]! };
}

function withoutSenderTime(message: Message): Message {
  const { senderTimestamp: _, ...S1 } = message.CommonBlock.S1;
  // The one place where a message is not a message: it is spoilt on purpose.
  return { ...message, CommonBlock: { ...message.CommonBlock, S1: S1 as Message['CommonBlock']['S1'] } };
}
