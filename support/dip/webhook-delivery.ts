import { sha256Hex } from '../wire';
import type { WireFacts } from '../ledger';
import type { Attempt, Caller } from './caller';
import { callBytes } from './faults';
import { publicationFields, type EntryMaker, type HttpSide } from './entries';
import type { Owed } from './journal';
import { jsonOf, type Publication } from './publication';
import type { RecordEntry } from './types';
import { byTransaction, readAnswer, retriedStatuses } from './webhook-answer';
import type { Webhooks } from './webhooks';

/** Sends a batch of publications of one recipient and channel to its webhook and records what comes of it. */
export function webhookDelivery(o: {
  webhooks: Webhooks;
  caller: Caller;
  record: RecordEntry;
  entry: EntryMaker;
  settle(owed: Owed, how: 'delivered' | 'dead'): void;
  /** Waited for before a repeat. */
  up(first: Publication): Promise<unknown> | undefined;
  /** Told whether the webhook answers. */
  stall(to: string, channel: string, stalled: boolean): void;
}) {
  return async (batch: Publication[]): Promise<void> => {
    if (o.caller.closed()) return;
    const { to, channel, originator, callFaults, slowMs } = batch[0]!;
    const good = batch.filter((p) => p.mustBeRefused === undefined);
    const { body, sent } = callBytes(plainBody(batch), callFaults);
    const bodySha256 = sha256Hex(sent ?? body);
    const call = batch.map(({ transactionID, mustBeRefused }) => ({ transactionID, ...spoilt(mustBeRefused) }));

    const http = (url: string): HttpSide => ({ method: 'POST', url, certificate: o.caller.fingerprint, bodySha256 });
    const first = o.webhooks.get(to, channel)?.url;
    const side = first === undefined ? undefined : http(first);
    if (side) for (const p of batch) recordDelivered(p, side);

    function recordDelivered(p: Publication, side: HttpSide): void {
      const input = { kind: 'delivered' as const, from: p.from, to, ...publicationFields(p), body: p.message };
      const spoiltOne = p.mustBeRefused !== undefined;
      o.record(
        o.entry({ ...input, ...(spoiltOne && { name: 'spoilt' }) }, side, jsonOf(p.message)),
        spoilt(p.mustBeRefused),
      );
    }

    function recordAnswer(attempt: Attempt, url: string, last: boolean): void {
      o.stall(to, channel, !('answer' in attempt) || retriedStatuses.has(attempt.answer.status));
      const read = 'answer' in attempt ? byTransaction(readAnswer(attempt.answer.body), call) : undefined;
      const sha = 'answer' in attempt ? sha256Hex(attempt.answer.body) : '';
      const side: HttpSide = { method: 'POST', url, bodySha256: sha };
      for (const p of batch) {
        const standardResponse = read?.facts(p.transactionID);
        const facts: WireFacts = { ...spoilt(p.mustBeRefused), call, standardResponse };
        const base = { kind: 'answered' as const, from: to, to: 'DIP', ...publicationFields(p) };
        if ('answer' in attempt) {
          const { status, headers, ms } = attempt.answer;
          const input = { ...base, httpStatus: status, ms, body: read?.body(p.transactionID) };
          // One answer for the whole call: its headers stand once.
          const own = p === batch[0] ? { ...side, headers } : side;
          o.record(o.entry(input, own), facts);
        } else {
          const { unreachable, turnedAway } = attempt;
          const failure = turnedAway ? { turnedAway: unreachable } : last ? { unreachable } : {};
          // A failure that a later attempt makes good is shown, but only the last one counts as unreachable.
          const input = o.entry({ ...base, name: 'unreachable', ms: attempt.ms, body: { error: attempt.unreachable } });
          o.record({ ...input, method: 'POST', url }, { ...facts, ...failure });
        }
      }
    }

    const result = await o.caller.call({
      url: () => o.webhooks.get(to, channel)?.url,
      body,
      extraHeaders: originator === undefined ? undefined : { 'x-dip-mpo': originator },
      ...{ sent, faults: callFaults, slowMs },
      ready: () => o.up(batch[0]!),
      once: good.length === 0,
      onAttempt: recordAnswer,
    });
    // What is under way when the DIP closes is still owed.
    if (result === 'closed') return;
    for (const { owed } of good) if (owed) o.settle(owed, result === 'delivered' ? 'delivered' : 'dead');
    if (result === 'delivered') return;
    // A spoilt copy is no loss.
    for (const p of good) {
      const letter = {
        kind: 'refused' as const,
        from: p.from,
        to,
        ...publicationFields(p),
        name: result,
        body: p.message,
      };
      o.record(o.entry(letter), {});
    }
  };
}

const plainBody = (batch: readonly Publication[]) =>
  `[${batch.map(({ message }) => `{"payload":${jsonOf(message)}}`).join(',')}]`;

const spoilt = (mustBeRefused: string | undefined) => (mustBeRefused === undefined ? {} : { mustBeRefused });
