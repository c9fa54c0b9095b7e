import { sha256Hex } from '../wire';
import type { WireFacts } from '../ledger';
import type { Attempt, Caller } from './caller';
import { publicationFields, type EntryMaker, type HttpSide } from './entries';
import type { Publication } from './publication';
import type { RecordEntry } from './types';
import { answerFor, readAnswer, standardResponseFor } from './webhook-answer';
import type { Webhooks } from './webhooks';

/** Sends a batch of publications of one recipient and channel to its webhook and records what comes of it. */
export function webhookDelivery(o: { webhooks: Webhooks; caller: Caller; record: RecordEntry; entry: EntryMaker }) {
  return async (batch: Publication[]): Promise<void> => {
    if (o.caller.closed()) return;
    const { to, channel, originator, badSignature, spaced } = batch[0]!;
    const good = batch.filter((p) => p.mustBeRefused === undefined);
    const items = batch.map((p) => ({ payload: p.message }));
    const body = Buffer.from(spaced ? JSON.stringify(items, null, 2) : JSON.stringify(items));
    const bodySha256 = sha256Hex(body);
    const call = batch.map(({ transactionID, mustBeRefused }) => ({ transactionID, ...spoilt(mustBeRefused) }));

    const http = (url: string): HttpSide => ({ method: 'POST', url, certificate: o.caller.fingerprint, bodySha256 });
    const first = o.webhooks.get(to, channel);
    if (first !== undefined) for (const p of batch) recordDelivered(p, http(first));

    function recordDelivered(p: Publication, side: HttpSide): void {
      const input = { kind: 'delivered' as const, from: p.from, to, ...publicationFields(p), body: p.message };
      const spoiltOne = p.mustBeRefused !== undefined;
      o.record(o.entry({ ...input, ...(spoiltOne && { name: 'spoilt' }) }, side), spoilt(p.mustBeRefused));
    }

    function recordAnswer(attempt: Attempt, url: string, last: boolean): void {
      const read = 'answer' in attempt ? readAnswer(attempt.answer.body) : undefined;
      const sha = 'answer' in attempt ? sha256Hex(attempt.answer.body) : undefined;
      for (const p of batch) {
        const standardResponse = read && standardResponseFor(read, p.transactionID, call);
        const facts: WireFacts = { ...spoilt(p.mustBeRefused), call, standardResponse };
        const base = { kind: 'answered' as const, from: to, to: 'DIP', ...publicationFields(p) };
        if ('answer' in attempt) {
          const { status, headers, ms } = attempt.answer;
          const input = { ...base, httpStatus: status, ms, body: answerFor(read?.body, p.transactionID) };
          o.record(o.entry(input, { method: 'POST', url, headers, bodySha256: sha! }), facts);
        } else {
          // A failure that a later attempt makes good is shown, but only the last one counts as unreachable.
          const input = o.entry({ ...base, name: 'unreachable', ms: attempt.ms, body: { error: attempt.unreachable } });
          o.record({ ...input, method: 'POST', url }, last ? { ...facts, unreachable: attempt.unreachable } : facts);
        }
      }
    }

    const result = await o.caller.call({
      url: () => o.webhooks.get(to, channel),
      body,
      extraHeaders: originator === undefined ? undefined : { 'x-dip-mpo': originator },
      badSignature,
      once: good.length === 0,
      onAttempt: recordAnswer,
    });
    if (result === 'delivered' || result === 'closed') return;
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

const spoilt = (mustBeRefused: string | undefined) => (mustBeRefused === undefined ? {} : { mustBeRefused });
