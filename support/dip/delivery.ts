import type { Message } from '../catalogue';
import type { Busy } from './busy';
import { publicationFields, type EntryMaker } from './entries';
import type { Owed } from './journal';
import { jsonOf, type Publication } from './publication';
import { createQueue, type Queue } from './queue';
import type { QueueStatus, RecordEntry } from './types';

/** What a recipient takes in one call of its webhook. */
export interface CallLimits {
  messages: number;
  bytes: number;
}

/** Takes publications to their recipients: a party in this process, else a webhook. */
export interface Delivery {
  attach(dipId: string, onPublication: (payload: Message) => void): void;
  attached(dipId: string): boolean;
  /**
   * Queues publications of one recipient and channel behind what waits there; resolves when all of them are settled.
   */
  deliver(...publications: [Publication, ...Publication[]]): Promise<void>;
  /** Queues what an earlier process owes; resolves when it is settled. */
  redeliver(owed: readonly Owed[]): Promise<unknown>;
  /** Resolves when there is room for more in all of these queues; undefined when there is. */
  room(recipients: readonly string[], channel: string): Promise<unknown> | undefined;
  /** Says of a recipient and channel that its webhook answers, or does not. */
  stall(to: string, channel: string, stalled: boolean): void;
  status(): QueueStatus[];
  /** Lets go of all that waits; what the journal owes stays owed. */
  abandon(): void;
}

export function createDelivery(o: {
  busy: Busy;
  record: RecordEntry;
  entry: EntryMaker;
  /** Publications that wait for one recipient and channel before senders are slowed down. */
  backlog: number;
  limitsOf(to: string, channel: string): CallLimits;
  /** Whether a batch that begins so may go: undefined, or resolves to how many may go. */
  gate(first: Publication, waiting: () => number): Promise<number> | undefined;
  /** Makes a publication anew from the journal. */
  restore(owed: Owed): Promise<Publication | undefined>;
  /** The delivery needs no more attempts. */
  settle(owed: Owed, how: 'delivered' | 'dead'): void;
  sendToWebhook(batch: Publication[]): Promise<void>;
}): Delivery {
  const parties = new Map<string, (payload: Message) => void>();
  const queues = new Map<string, { to: string; channel: string; queue: Queue<Publication, Owed> }>();

  const inProcess = (to: string) => parties.has(to);
  const keyOf = (to: string, channel: string) => (inProcess(to) ? to : `${to} ${channel}`);

  function queueOf(to: string, channel: string): Queue<Publication, Owed> {
    const key = keyOf(to, channel);
    let known = queues.get(key);
    if (!known) {
      const queue = inProcess(to) ? toParty() : toWebhook(to, channel);
      known = { to, channel: inProcess(to) ? 'any' : channel, queue };
      queues.set(key, known);
    }
    return known.queue;
  }

  const toParty = () =>
    createQueue<Publication, Owed>({
      maxBatch: () => 1,
      joins: () => false,
      gate: o.gate,
      send: ([p]) => handOver(p!),
      load: o.restore,
    });

  function toWebhook(to: string, channel: string): Queue<Publication> {
    return createQueue<Publication, Owed>({
      backlog: o.backlog,
      maxBatch: () => o.limitsOf(to, channel).messages,
      gate: o.gate,
      joins: (batch, next) => travelTogether(batch, next, o.limitsOf(to, channel).bytes),
      send: o.sendToWebhook,
      // What a fault has made of a publication is known here only.
      lighten: (p) => (p.apart || p.together ? undefined : p.owed),
      load: o.restore,
    });
  }

  async function handOver(p: Publication): Promise<void> {
    const base = { from: p.from, to: p.to, ...publicationFields(p) };
    o.record(o.entry({ ...base, kind: 'delivered', body: p.message }, undefined, jsonOf(p.message)), {});
    try {
      parties.get(p.to)!(JSON.parse(jsonOf(p.message)) as Message);
    } catch (error) {
      // One party's fault must not stop the others; it is in the ledger, with its message.
      const detail = error instanceof Error ? error.message : String(error);
      o.record(o.entry({ ...base, kind: 'refused', name: 'party-failed', body: { error: detail } }), {});
    }
    if (p.owed) o.settle(p.owed, 'delivered');
    // One turn each, so that a party that submits in its handler does not run ahead of the others.
    await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    attach: (dipId, onPublication) => void parties.set(dipId, onPublication),
    attached: inProcess,
    deliver: (...publications) => {
      const [{ to, channel }] = publications;
      return o.busy.during(queueOf(to, channel).push(...publications));
    },
    redeliver: (owed) => o.busy.during(Promise.all(owed.map((one) => queueOf(one.to, one.channel).pushLight(one)))),
    room(recipients, channel) {
      const waits = recipients.flatMap((to) => queues.get(keyOf(to, channel))?.queue.room() ?? []);
      return waits.length > 0 ? Promise.all(waits) : undefined;
    },
    stall: (to, channel, stalled) => queueOf(to, channel).stall(stalled),
    abandon() {
      for (const { queue } of queues.values()) queue.abandon();
    },
    status: () =>
      [...queues.values()].map(({ to, channel, queue }) => {
        return { to, channel, waiting: queue.waiting(), stalled: queue.stalled() };
      }),
  };
}

function travelTogether(batch: readonly Publication[], next: Publication, mostBytes: number): boolean {
  const [first] = batch;
  if (!first || first.apart || next.apart || first.together !== next.together) return false;
  if (first.originator !== next.originator) return false;
  // Characters stand for bytes: the limit is a round figure, and almost all of them are ASCII.
  let size = jsonOf(next.message).length;
  for (const { message } of batch) size += jsonOf(message).length;
  return size <= mostBytes;
}
