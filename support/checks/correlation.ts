import { isDeepStrictEqual } from 'node:util';
import { type EventDefinition, eventDefinition, type MessageName, messageLabel } from '../catalogue';
import type { LedgerEntry, LedgerInput } from '../ledger';
import { at, type CheckContext, fail, notApplicable, type Outcome, pass, type Rule, shown } from './types';

const definitionOf = (m: Partial<MessageName>) =>
  m.interface && m.event ? eventDefinition(m.interface, m.event) : undefined;

/** What an event may quote: the request, or the message that opened the conversation. */
const forerunners = (definition: EventDefinition): MessageName[] =>
  [definition.answers, definition.continues].filter((m) => m !== undefined);

const oneOf = (labels: readonly MessageName[]) => (e: LedgerEntry) =>
  labels.some((label) => label.interface === e.interface && label.event === e.event);

/** Good deliveries to a party, copies spoilt on purpose left out; a party may answer before its delivery is recorded, so else what the DIP accepted. */
function requestsTo(dipId: string, labels: readonly MessageName[], earlier: readonly LedgerEntry[]): LedgerEntry[] {
  const named = earlier.filter(oneOf(labels));
  const delivered = named.filter((e) => e.kind === 'delivered' && e.to === dipId && e.name !== 'spoilt');
  return delivered.length ? delivered : named.filter((e) => e.kind === 'accepted' && e.from !== dipId);
}

const idOf = (request: LedgerEntry) =>
  request.kind === 'accepted' ? request.initialCorrelationID : request.correlationID;

/** Blocks that answer and request both hold but that differ: the answer speaks of another request. */
function differingBlocks(answer: unknown, request: unknown): string[] {
  const given = at(answer, 'CustomBlock');
  const asked = at(request, 'CustomBlock');
  if (given === null || typeof given !== 'object') return [];
  return Object.keys(given).filter(
    (name) => at(asked, name) !== undefined && !isDeepStrictEqual(at(given, name), at(asked, name)),
  );
}

/** A message that answers nothing begins a conversation, or goes on with one that the DIP has opened for the MPAN. */
function knownId(quoted: unknown, earlier: readonly LedgerEntry[]): Outcome {
  if (earlier.some((e) => e.initialCorrelationID === quoted)) return pass;
  return fail(`expected null, or an id that the DIP gave for this MPAN; senderCorrelationID is ${shown(quoted)}`);
}

export const correlation: Rule = (entry, { earlier }) => {
  const definition = definitionOf(entry);
  if (!definition) return notApplicable('the event is not known');
  const quoted = at(entry.body, 'CommonBlock', 'S1', 'senderCorrelationID') ?? null;
  const labels = forerunners(definition);
  if (labels.length === 0) return quoted === null ? pass : knownId(quoted, earlier);

  const { answers } = definition;
  const requests = requestsTo(entry.from, labels, earlier);
  if (answers && requestsTo(entry.from, [answers], earlier).length === 0)
    return fail(`expected an earlier ${messageLabel(answers)} to ${entry.from}; none was delivered`);
  if (requests.length === 0) return notApplicable(`nothing that it continues was delivered to ${entry.from}`);
  const quotedOnes = requests.filter((r) => idOf(r) === quoted);
  const which = labels.map(messageLabel).join(' or ');
  if (quotedOnes.length === 0)
    return fail(
      `expected the initial correlation id of ${which} (${[...new Set(requests.map(idOf))].join(' or ')}); it is ${shown(quoted)}`,
    );
  if (!answers || requests.length === quotedOnes.length) return pass;
  return answersTheOther(entry, requests, quotedOnes, which);
};

function answersTheOther(entry: LedgerInput, requests: LedgerEntry[], quotedOnes: LedgerEntry[], which: string) {
  const differs = (r: LedgerEntry) => differingBlocks(entry.body, r.body);
  if (quotedOnes.some((r) => differs(r).length === 0)) return pass;
  const meant = requests.find((r) => differs(r).length === 0);
  if (!meant) return pass;
  const blocks = differs(quotedOnes[0]!).join(', ');
  return fail(`it quotes one ${which} (${idOf(quotedOnes[0]!)}) but ${blocks} is of another (${idOf(meant)})`);
}

const sameAnswer = (a: LedgerInput, b: LedgerInput) => {
  const key = (e: LedgerInput) => [
    e.interface,
    e.event,
    e.correlationID,
    at(e.body, 'CommonBlock', 'A0', 'primaryRecipients'),
    at(e.body, 'CommonBlock', 'R0') !== undefined,
  ];
  return isDeepStrictEqual(key(a), key(b));
};

/** Requests are counted by transaction: the same publication delivered twice is one request. */
function requestsFor(entry: LedgerInput, definition: EventDefinition, { earlier }: CheckContext): number {
  const requests = requestsTo(entry.from, [definition.answers!], earlier);
  const quoted = requests.filter((r) => !entry.correlationID || idOf(r) === entry.correlationID);
  return new Set(quoted.map((r) => r.transactionID)).size;
}

export const answeredOnce: Rule = (entry, ctx) => {
  const definition = definitionOf(entry);
  if (!definition?.answers) return notApplicable('the event answers no request');
  if (entry.kind !== 'accepted') return notApplicable('the DIP did not take it in');
  const before = ctx.earlier.filter((e) => e.kind === 'accepted' && e.from === entry.from && sameAnswer(e, entry));
  const requests = Math.max(1, requestsFor(entry, definition, ctx));
  if (before.length < requests) return pass;
  const first = before[0]!;
  return fail(
    `expected one answer to ${messageLabel(definition.answers)}; ${messageLabel(definition)} was accepted before (line ${first.seq})`,
  );
};
