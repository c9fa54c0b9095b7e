import type { Message } from '../catalogue';
import type { LedgerInput, WireFacts } from '../ledger';
import type { StandardResponse } from '../wire';
import type { AccessList } from './access-list';
import { codedItem, standardResponse } from './answers';
import { type Ids, itemFields, type Taken } from './dispatch';
import { fieldsOf, senderOf, type EntryMaker, type HttpSide } from './entries';
import { newCorrelationId, newTransactionId } from './ids';
import type { Journal } from './journal';
import { type BatchVerdict, type Judged, referenceOf, type SubmissionContext, validateBatch } from './submission';
import type { Sent } from './transactions';
import type { DipOptions, UnresolvedCode } from './types';

/** Who submits and how: over HTTPS with a verified signature, or in process with neither. */
export interface Origin {
  channel: string;
  /** DIP ID of the API key, or of the simulated party. */
  caller: string;
  http?: HttpSide;
  signature?: NonNullable<WireFacts['signature']>;
  /** performance.now() when the submission came in. */
  started: number;
  bytes: Buffer;
  /** The DIP finds nobody to deliver it to, whatever its directory says. */
  unresolved?: UnresolvedCode;
}

export interface IntakeDeps extends Pick<DipOptions, 'environmentTag' | 'parties' | 'record'> {
  access: AccessList;
  journal: Journal;
  entry: EntryMaker;
  clock(): Date;
  sent: Sent;
  dispatch(taken: Taken): void;
}

/** Takes submissions in: judges, answers, records, and hands on what was accepted. */
export function createIntake(d: IntakeDeps) {
  const references = new Map<string, 'accepted' | 'not-accepted'>();

  function submit(body: unknown, origin: Origin): { status: number; response: StandardResponse } {
    const context = contextOf(origin);
    const verdict = validateBatch(body, { ...context, fingerprint: origin.http?.certificate });
    return verdict.ok ? accept(verdict, origin, context.now) : refuse(verdict, origin, context.now);
  }

  function contextOf(origin: Origin): SubmissionContext {
    const { environmentTag, parties, access } = d;
    const seen = (reference: string) => references.get(reference);
    return { channel: origin.channel, caller: origin.caller, environmentTag, now: d.clock(), parties, access, seen };
  }

  function accept(verdict: BatchVerdict, origin: Origin, at: Date) {
    d.journal.append({ at: at.toISOString(), channel: origin.channel, from: origin.caller, bytes: origin.bytes });
    const taken = verdict.messages.map((judged): Taken => {
      const message = judged.message!;
      const { S1 } = message.CommonBlock;
      const ids = idsOf(message, at);
      references.set(S1.senderUniqueReference, 'accepted');
      d.sent.add(ids.transactionID, { from: S1.senderDIPID, ...fieldsOf(message) });
      record(judged, origin, { kind: 'accepted', from: S1.senderDIPID, httpStatus: 201, ...ids });
      return { message, definition: judged.definition!, ids, at, unresolved: origin.unresolved };
    });
    for (const one of taken) d.dispatch(one);
    const items = taken.map(({ message, ids }) => codedItem(at, 'MSG0000', itemFields(message, ids)));
    return { status: 201, response: standardResponse(at, items) };
  }

  function refuse(verdict: BatchVerdict, origin: Origin, at: Date) {
    const bad = verdict.messages.findIndex((m) => m.refusal !== undefined) + 1;
    const items = verdict.messages.map((judged) => {
      // A good message in a bad batch is not processed either; its item says why.
      const { code, help } = judged.refusal ?? { code: 'MSG1000', help: `message ${bad} of the batch was refused` };
      refused(judged, origin, { name: code, httpStatus: 400 });
      const senderUniqueReference = fieldsOf(judged.payload).reference;
      return codedItem(at, code, { senderUniqueReference, recipientID: origin.caller, help });
    });
    return { status: 400, response: standardResponse(at, items) };
  }

  /** Records messages that were refused before they were looked at: no key, bad signature, foreign certificate. */
  function turnAway(body: unknown, origin: Origin, refusal: { name: string; httpStatus: number }): void {
    for (const judged of validateBatch(body, contextOf(origin)).messages) refused(judged, origin, refusal);
  }

  function refused(judged: Judged, origin: Origin, refusal: { name: string; httpStatus: number }): void {
    const reference = referenceOf(judged.payload);
    if (reference !== undefined && !references.has(reference)) references.set(reference, 'not-accepted');
    const named = senderOf(judged.payload);
    const from = named !== undefined && d.access.actsFor(origin.caller, named) ? named : origin.caller;
    record(judged, origin, { kind: 'refused', from, ...refusal });
  }

  function record(
    judged: Judged,
    origin: Origin,
    more: Pick<LedgerInput, 'kind' | 'from'> & Partial<LedgerInput>,
  ): void {
    const facts: WireFacts = {
      signature: origin.signature,
      schema: judged.schema,
      channel: origin.channel,
      keyCase: judged.keyCase,
      referenceSeen: judged.referenceSeen,
    };
    const ms = performance.now() - origin.started;
    d.record(
      d.entry({ to: 'DIP', ...fieldsOf(judged.payload), ...more, ms, body: judged.payload }, origin.http),
      facts,
    );
  }

  return { submit, turnAway };
}

export type Intake = ReturnType<typeof createIntake>;

function idsOf(message: Message, at: Date): Ids {
  const { S0, S1 } = message.CommonBlock;
  return {
    transactionID: newTransactionId(S0.interfaceID, S1.senderDIPID, S1.senderRoleID, at),
    initialCorrelationID: S1.senderCorrelationID ?? newCorrelationId(at),
  };
}
