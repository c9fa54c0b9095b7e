import { z } from 'zod';
import type { WireFacts } from '../ledger';
import { sha256Hex, standardItemSchema, type StandardItem, type StandardResponse } from '../wire';
import { codedItem, standardItem, standardResponse } from './answers';
import type { Busy } from './busy';
import type { Attempt, Caller } from './caller';
import type { EntryMaker, HttpSide } from './entries';
import { createQueue, type Queue } from './queue';
import type { Sent } from './transactions';
import type { DipOptions } from './types';
import { readAnswer, standardResponseFor } from './webhook-answer';
import { statusChannel, type Webhooks } from './webhooks';

const itemsSchema = z.array(standardItemSchema).min(1);

export interface StatusDeps extends Pick<DipOptions, 'parties' | 'record'> {
  webhooks: Webhooks;
  caller: Caller;
  entry: EntryMaker;
  busy: Busy;
  sent: Sent;
  clock(): Date;
}

/** Status messages both ways: from recipients (L4) to the sender of what they are about, and from the DIP (L2). */
export function createStatus(d: StatusDeps) {
  const queues = new Map<string, Queue<{ item: StandardItem; from: string }>>();

  function about(item: StandardItem) {
    const message = item.transactionID === null ? undefined : d.sent.get(item.transactionID);
    return {
      interface: message?.interface,
      event: message?.event,
      mpan: message?.mpan,
      transactionID: item.transactionID,
      correlationID: item.correlationID,
      reference: item.senderUniqueReference,
    };
  }

  /** Takes status messages of a DIP user: each must name a transaction, or a recipient, that the DIP knows. */
  function receive(
    body: unknown,
    from: string,
    http: HttpSide,
    facts: WireFacts,
  ): { status: number; response: StandardResponse } {
    const now = d.clock();
    const read = itemsSchema.safeParse(body);
    if (!read.success) {
      const help = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      const entry = {
        kind: 'refused' as const,
        from,
        to: 'DIP',
        httpStatus: 400,
        name: 'status-message-invalid',
        body,
      };
      d.record(d.entry(entry, http), facts);
      return { status: 400, response: standardResponse(now, [codedItem(now, 'MSG1001', { recipientID: from, help })]) };
    }
    const routed = read.data.map((item) => ({ item, to: addressee(item) }));
    const ok = routed.every((r) => r.to !== undefined);
    const answers = routed.map(({ item, to }) => {
      const { transactionID, senderUniqueReference, correlationID } = item;
      const httpStatus = ok ? 201 : 400;
      d.record(d.entry({ kind: 'status', from, to: 'DIP', ...about(item), httpStatus, body: item }, http), facts);
      const code = ok ? 'MSG0000' : to === undefined ? 'MSG1030' : 'MSG1000';
      return codedItem(now, code, { transactionID, senderUniqueReference, correlationID, recipientID: from });
    });
    if (ok) for (const { item, to } of routed) void push(to!, item, from);
    return { status: ok ? 201 : 400, response: standardResponse(now, answers) };
  }

  function addressee(item: StandardItem): string | undefined {
    if (item.transactionID !== null) return d.sent.get(item.transactionID)?.from;
    return d.parties.find((p) => p.dipId === item.recipientID)?.dipId;
  }

  function push(to: string, item: StandardItem, from: string): Promise<void> {
    let queue = queues.get(to);
    if (!queue) {
      queue = createQueue({ maxBatch: 1, joins: () => false, send: ([one]) => post(to, one!.item, one!.from) });
      queues.set(to, queue);
    }
    return d.busy.during(queue.push({ item, from }));
  }

  async function post(to: string, item: StandardItem, from: string): Promise<void> {
    if (d.caller.closed()) return;
    const body = Buffer.from(JSON.stringify([item]));
    const side = (url: string): HttpSide => ({
      method: 'POST',
      url,
      certificate: d.caller.fingerprint,
      bodySha256: sha256Hex(body),
    });
    const base = { kind: 'status' as const, from, to, ...about(item), body: item };

    function recordAttempt(attempt: Attempt, url: string, last: boolean): void {
      // One entry for each status message: the attempt that settled it.
      if (!last) return;
      if ('answer' in attempt) {
        const { status, ms, body: answer } = attempt.answer;
        const standardResponse = standardResponseFor(readAnswer(answer), item.transactionID);
        d.record(d.entry({ ...base, httpStatus: status, ms }, side(url)), { standardResponse });
      } else {
        d.record(d.entry({ ...base, name: 'unreachable', ms: attempt.ms }, side(url)), {
          unreachable: attempt.unreachable,
        });
      }
    }

    const url = () => d.webhooks.get(to, statusChannel);
    const result = await d.caller.call({ url, body, onAttempt: recordAttempt });
    if (result === 'no-webhook') d.record(d.entry({ ...base, name: 'no-webhook' }), {});
  }

  return {
    receive,
    /** A status message of the DIP itself. */
    send: (to: string, item: Partial<StandardItem>) =>
      push(to, standardItem(d.clock(), { recipientID: to, ...item }), 'DIP'),
  };
}

export type Status = ReturnType<typeof createStatus>;
