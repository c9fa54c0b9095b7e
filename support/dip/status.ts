import { z } from 'zod';
import type { WireFacts } from '../ledger';
import { sha256Hex, standardItemSchema, type StandardItem, type StandardResponse } from '../wire';
import { codedItem, standardItem, standardResponse } from './answers';
import type { Busy } from './busy';
import type { Attempt, Caller } from './caller';
import type { EntryMaker, HttpSide } from './entries';
import { createQueue, type Queue } from './queue';
import type { Journal } from './journal';
import type { Transactions } from './transactions';
import type { DipOptions } from './types';
import { byTransaction, readAnswer } from './webhook-answer';
import { statusChannel, type Webhooks } from './webhooks';

const itemsSchema = z.array(standardItemSchema).min(1);

export interface StatusDeps extends Pick<DipOptions, 'parties' | 'record'> {
  webhooks: Webhooks;
  caller: Caller;
  entry: EntryMaker;
  busy: Busy;
  journal: Pick<Journal, 'remember' | 'remembered'>;
  transaction: Transactions;
  clock(): Date;
}

/** A status message on its way; `key` is the one under which the journal remembers it until it is settled. */
interface Passing {
  item: StandardItem;
  from: string;
  to: string;
  key: string;
}

const keyPrefix = 'status ';

/** Status messages both ways: from recipients (L4) to the sender of what they are about, and from the DIP (L2). */
export function createStatus(d: StatusDeps) {
  const queues = new Map<string, Queue<Passing>>();
  let numbered = 0;

  const sent = (item: StandardItem) =>
    item.transactionID === null ? Promise.resolve(undefined) : d.transaction(item.transactionID);

  function fields(item: StandardItem, message: Awaited<ReturnType<Transactions>>) {
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
  async function receive(
    body: unknown,
    from: string,
    http: HttpSide,
    facts: WireFacts,
  ): Promise<{ status: number; response: StandardResponse }> {
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
    const routed = await Promise.all(
      read.data.map(async (item) => {
        const message = await sent(item);
        return { item, message, to: addressee(item, message) };
      }),
    );
    const ok = routed.every((r) => r.to !== undefined);
    const answers = routed.map(({ item, message, to }) => {
      const { transactionID, senderUniqueReference, correlationID } = item;
      const httpStatus = ok ? 201 : 400;
      d.record(
        d.entry({ kind: 'status', from, to: 'DIP', ...fields(item, message), httpStatus, body: item }, http),
        facts,
      );
      const code = ok ? 'MSG0000' : to === undefined ? 'MSG1030' : 'MSG1000';
      return codedItem(now, code, { transactionID, senderUniqueReference, correlationID, recipientID: from });
    });
    if (ok) for (const { item, to } of routed) void push(to!, item, from);
    return { status: ok ? 201 : 400, response: standardResponse(now, answers) };
  }

  function addressee(item: StandardItem, message: { from: string } | undefined): string | undefined {
    if (item.transactionID !== null) return message?.from;
    return d.parties.find((p) => p.dipId === item.recipientID)?.dipId;
  }

  function push(to: string, item: StandardItem, from: string): Promise<void> {
    const key = `${keyPrefix}${d.clock().getTime()} ${(numbered += 1)}`;
    d.journal.remember(key, { to, item, from });
    return enqueue({ to, item, from, key });
  }

  function enqueue(passing: Passing): Promise<void> {
    const { to } = passing;
    let queue = queues.get(to);
    if (!queue) {
      queue = createQueue({ maxBatch: () => 1, joins: () => false, send: ([one]) => post(one!) });
      queues.set(to, queue);
    }
    return d.busy.during(queue.push(passing));
  }

  async function post({ to, item, from, key }: Passing): Promise<void> {
    if (d.caller.closed()) return;
    const about = fields(item, await sent(item));
    const body = Buffer.from(JSON.stringify([item]));
    const side = (url: string): HttpSide => ({
      method: 'POST',
      url,
      certificate: d.caller.fingerprint,
      bodySha256: sha256Hex(body),
    });
    const base = { kind: 'status' as const, from, to, ...about, body: item };

    function recordAttempt(attempt: Attempt, url: string, last: boolean): void {
      // One entry for each status message: the attempt that settled it.
      if (!last) return;
      if ('answer' in attempt) {
        const { status, ms, body: answer } = attempt.answer;
        const standardResponse = byTransaction(readAnswer(answer)).facts(item.transactionID);
        d.record(d.entry({ ...base, httpStatus: status, ms }, side(url)), { standardResponse });
      } else {
        d.record(d.entry({ ...base, name: 'unreachable', ms: attempt.ms }, side(url)), {
          unreachable: attempt.unreachable,
        });
      }
    }

    const url = () => d.webhooks.get(to, statusChannel)?.url;
    const result = await d.caller.call({ url, body, onAttempt: recordAttempt });
    if (result === 'closed') return;
    if (result === 'no-webhook') d.record(d.entry({ ...base, name: 'no-webhook' }), {});
    d.journal.remember(key, undefined);
  }

  return {
    receive,
    /** Sends what an earlier process could not. */
    resume(): void {
      for (const [key, value] of d.journal.remembered()) {
        if (key.startsWith(keyPrefix)) void enqueue({ ...(value as Omit<Passing, 'key'>), key });
      }
    },
    /** A status message of the DIP itself. */
    send: (to: string, item: Partial<StandardItem>) =>
      push(to, standardItem(d.clock(), { recipientID: to, ...item }), 'DIP'),
  };
}

export type Status = ReturnType<typeof createStatus>;
