import { setTimeout as pause } from 'node:timers/promises';
import { codeText, type Message } from '../catalogue';
import type { LedgerInput, WireFacts } from '../ledger';
import type { StandardItem, StandardResponse } from '../wire';
import type { AccessList } from './access-list';
import { codedItem, standardItem, standardResponse } from './answers';
import { acceptedMessage, type Good, type Ids, itemFields } from './dispatch';
import { fieldsOf, senderOf, type EntryMaker, type HttpSide } from './entries';
import { newTransactionId, type Place } from './ids';
import type { AcceptedBatch, AcceptedMessage, Journal } from './journal';
import { egress, jsonOf, publicationsOf, type Publication } from './publication';
import { createReferences } from './references';
import type { Route } from './routing';
import { type Judged, referenceOf, type SubmissionContext, validateBatch } from './submission';
import type { UnresolvedCode } from './faults';
import type { DipOptions } from './types';

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

/** `retryAfterS` tells the sender of a submission that was not taken when to come again. */
export interface Submitted {
  status: number;
  response: StandardResponse;
  retryAfterS?: number;
}

export interface IntakeDeps extends Pick<DipOptions, 'environmentTag' | 'parties' | 'record'> {
  access: AccessList;
  journal: Journal;
  entry: EntryMaker;
  clock(): Date;
  route(good: Pick<Good, 'message' | 'definition'>): Route;
  correlation: {
    issue(at: Date): string;
    /** Whether this DIP issued an id; absent: nobody asks. */
    issued?(id: string): boolean;
  };
  /** Undefined while there is room for more in the queues of these recipients. */
  room(recipients: readonly string[], channel: string): Promise<unknown> | undefined;
  /** Longest that a sender is slowed down before it is told to come again. */
  slowMs?: number;
  publish(publication: Publication): void;
  /** Told of what was accepted and routed: the DIP itself may have to answer. */
  accepted?(message: Message, taken: AcceptedMessage): void;
  /** Sends a status message (L2) about an accepted message to its sender. */
  status(dipId: string, item: Partial<StandardItem>): void;
}

const defaultSlowMs = 10_000; // assumption accept-slows

interface Routed extends Pick<Good, 'message' | 'definition'> {
  judged: Judged;
  way: Route;
}

/** Takes submissions in: judges, writes down, answers, records, and hands on what was accepted. */
export function createIntake(d: IntakeDeps) {
  const references = createReferences(d.journal);

  async function submit(body: unknown, origin: Origin): Promise<Submitted> {
    const context = contextOf(origin);
    const verdict = validateBatch(body, { ...context, fingerprint: origin.http?.certificate });
    if (!verdict.ok) return refuse(verdict.messages, origin, context.now);
    const routed = verdict.messages.map((judged): Routed => {
      const [message, definition] = [judged.message!, judged.definition!];
      return { judged, message, definition, way: wayOf({ message, definition }, origin) };
    });
    const taken = routed.map(({ message }) => message.CommonBlock.S1.senderUniqueReference);
    references.take(taken);
    try {
      if (origin.http && !(await foundRoom(routed, origin.channel))) {
        return turnBack(routed, origin, { name: 'backlog-full', httpStatus: 429 });
      }
      return await accept(routed, origin);
    } finally {
      references.letGo(taken);
    }
  }

  function wayOf(good: Pick<Good, 'message' | 'definition'>, { unresolved }: Origin): Route {
    if (!unresolved) return d.route(good);
    return { primary: [], secondary: [], always: [], recipients: [], unresolved: { code: unresolved } };
  }

  async function foundRoom(routed: readonly Routed[], channel: string): Promise<boolean> {
    const room = d.room([...new Set(routed.flatMap(({ way }) => way.recipients))], channel);
    if (!room) return true;
    const stop = new AbortController();
    const late = pause(d.slowMs ?? defaultSlowMs, false, { signal: stop.signal }).catch(() => false);
    const found = await Promise.race([room.then(() => true), late]);
    stop.abort();
    return found;
  }

  function contextOf(origin: Origin): SubmissionContext {
    const { environmentTag, parties, access } = d;
    const { channel, caller } = origin;
    const { issued } = d.correlation;
    return { channel, caller, environmentTag, now: d.clock(), parties, access, seen: references.seen, issued };
  }

  async function accept(routed: readonly Routed[], origin: Origin): Promise<Submitted> {
    const at = d.clock();
    const record = d.journal.reserve();
    const { channel, caller, bytes } = origin;
    const batch: AcceptedBatch = { record, at: at.toISOString(), channel, caller, bytes, messages: [] };
    batch.messages = routed.map(({ message, definition, way }, index) =>
      acceptedMessage({ message, definition, ids: idsOf(message, at, { record, index }) }, way, d.access),
    );
    try {
      await d.journal.accept(batch);
    } catch {
      return turnBack(routed, origin, { name: 'journal-not-writable', httpStatus: 503 });
    }
    for (const [index, { judged }] of routed.entries()) {
      const { from, transactionID, initialCorrelationID } = batch.messages[index]!;
      note(judged, origin, { kind: 'accepted', from, httpStatus: 201, transactionID, initialCorrelationID });
    }
    for (const [index, { message, definition, way }] of routed.entries()) {
      const taken = batch.messages[index]!;
      if (way.unresolved) {
        const { code, help } = way.unresolved;
        d.status(taken.from, { ...itemFields(message, taken), message: codeText(code), help });
        continue;
      }
      const whole = egress(message, definition, taken, at);
      for (const publication of publicationsOf(taken, batch, index, whole)) d.publish(publication);
      d.accepted?.(message, taken);
    }
    const items = routed.map(({ message }, index) =>
      codedItem(at, 'MSG0000', itemFields(message, batch.messages[index]!)),
    );
    return { status: 201, response: standardResponse(at, items) };
  }

  function idsOf(message: Message, at: Date, place: Place): Ids {
    const { S0, S1 } = message.CommonBlock;
    return {
      transactionID: newTransactionId(S0.interfaceID, S1.senderDIPID, S1.senderRoleID, at, place),
      initialCorrelationID: S1.senderCorrelationID ?? d.correlation.issue(at),
    };
  }

  function refuse(messages: readonly Judged[], origin: Origin, at: Date): Submitted {
    const bad = messages.findIndex((m) => m.refusal !== undefined) + 1;
    const items = messages.map((judged) => {
      // A good message in a bad batch is not processed either; its item says why.
      const { code, help } = judged.refusal ?? { code: 'MSG1000', help: `message ${bad} of the batch was refused` };
      refused(judged, origin, { name: code, httpStatus: 400 });
      const senderUniqueReference = fieldsOf(judged.payload).reference;
      return codedItem(at, code, { senderUniqueReference, recipientID: origin.caller, help });
    });
    return { status: 400, response: standardResponse(at, items) };
  }

  /** Nothing is wrong with it, but it cannot be taken now. */
  function turnBack(routed: readonly Routed[], origin: Origin, why: { name: string; httpStatus: number }): Submitted {
    for (const { judged } of routed) refused(judged, origin, why);
    const at = d.clock();
    const item = standardItem(at, { recipientID: origin.caller, message: why.name });
    return { status: why.httpStatus, response: standardResponse(at, [item]), retryAfterS: 1 };
  }

  /** Records messages that were refused before they were looked at: no key, bad signature, foreign certificate. */
  function turnAway(body: unknown, origin: Origin, refusal: { name: string; httpStatus: number }): void {
    for (const judged of validateBatch(body, contextOf(origin)).messages) refused(judged, origin, refusal);
  }

  function refused(judged: Judged, origin: Origin, refusal: { name: string; httpStatus: number }): void {
    const reference = referenceOf(judged.payload);
    if (reference !== undefined) references.refused(reference);
    const named = senderOf(judged.payload);
    const from = named !== undefined && d.access.actsFor(origin.caller, named) ? named : origin.caller;
    note(judged, origin, { kind: 'refused', from, ...refusal });
  }

  function note(judged: Judged, origin: Origin, more: Pick<LedgerInput, 'kind' | 'from'> & Partial<LedgerInput>): void {
    const facts: WireFacts = {
      signature: origin.signature,
      schema: judged.schema,
      channel: origin.channel,
      keyCase: [...judged.keyCase, ...pathCase(origin)],
      referenceSeen: judged.referenceSeen,
    };
    const ms = performance.now() - origin.started;
    const input = { to: 'DIP', ...fieldsOf(judged.payload), ...more, ms, body: judged.payload };
    const http = origin.http && (judged.place === 0 ? origin.http : laterSide(origin.http));
    d.record(d.entry(input, http, judged.message && jsonOf(judged.message)), facts);
  }

  return { submit, turnAway };
}

// The case of the URL does not count on the way in; that it differs is told, as for keys.
function pathCase({ channel, http }: Origin): string[] {
  const path = http?.url.replace(/^https?:\/\/[^/]*/, '').split('?', 1)[0] ?? '';
  const written = /\/dip-channel\/[^/]+$/i.exec(path)?.[0];
  return written === undefined || written === `/dip-channel/${channel}` ? [] : [written];
}

const laterSides = new WeakMap<HttpSide, HttpSide>();

// One call for the whole batch: its headers stand with the first message.
function laterSide(http: HttpSide): HttpSide {
  const { headers: _, ...rest } = http;
  const known = laterSides.get(http) ?? rest;
  laterSides.set(http, known);
  return known;
}

export type Intake = ReturnType<typeof createIntake>;
