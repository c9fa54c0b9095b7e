import type { Message } from '../catalogue';
import type { Busy } from './busy';
import { publicationFields, type EntryMaker } from './entries';
import type { Publication } from './publication';
import { createQueue, type Queue } from './queue';
import type { RecordEntry } from './types';

/** Most messages in one call of a webhook; the published example of `maxMessageCount`. */
const maxBatch = 100;

/** Takes publications to their recipients: a party in this process, else a webhook. */
export interface Delivery {
  attach(dipId: string, onPublication: (payload: Message) => void): void;
  attached(dipId: string): boolean;
  /**
   * Queues publications of one recipient and channel behind what waits there; resolves when all of them are settled.
   */
  deliver(...publications: [Publication, ...Publication[]]): Promise<void>;
}

export function createDelivery(o: {
  busy: Busy;
  record: RecordEntry;
  entry: EntryMaker;
  sendToWebhook(batch: Publication[]): Promise<void>;
}): Delivery {
  const parties = new Map<string, (payload: Message) => void>();
  const queues = new Map<string, Queue<Publication>>();

  function queueOf(p: Publication): Queue<Publication> {
    const inProcess = parties.has(p.to);
    const key = inProcess ? p.to : `${p.to} ${p.channel}`;
    let queue = queues.get(key);
    if (!queue) {
      queue = inProcess
        ? createQueue({ maxBatch: 1, joins: () => false, send: ([one]) => handOver(one!) })
        : createQueue({ maxBatch, joins: travelTogether, send: o.sendToWebhook });
      queues.set(key, queue);
    }
    return queue;
  }

  async function handOver(p: Publication): Promise<void> {
    const base = { from: p.from, to: p.to, ...publicationFields(p) };
    o.record(o.entry({ ...base, kind: 'delivered', body: p.message }), {});
    try {
      parties.get(p.to)!(structuredClone(p.message));
    } catch (error) {
      // One party's fault must not stop the others; it is in the ledger, with its message.
      const detail = error instanceof Error ? error.message : String(error);
      o.record(o.entry({ ...base, kind: 'refused', name: 'party-failed', body: { error: detail } }), {});
    }
    // One turn each, so that a party that submits in its handler does not run ahead of the others.
    await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    attach: (dipId, onPublication) => void parties.set(dipId, onPublication),
    attached: (dipId) => parties.has(dipId),
    deliver: (...publications) => o.busy.during(queueOf(publications[0]).push(...publications)),
  };
}

function travelTogether(first: Publication, next: Publication): boolean {
  if (first.apart || next.apart || first.together !== next.together) return false;
  return first.originator === next.originator;
}
