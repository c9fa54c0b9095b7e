import type { Message } from '../catalogue';
import type { AcceptedBatch, Journal, ReplayQuery } from './journal';
import type { ReplayRefusal } from './replay-request';

/** A publication of the past, marked as replayed. */
export interface Past {
  message: Message;
  batch: AcceptedBatch;
  index: number;
}

export interface ReplayDeps {
  journal: Pick<Journal, 'find'>;
  /** The egress form of a message of the journal, as its recipient may see it; undefined when it cannot be made again. */
  messageOf(batch: AcceptedBatch, index: number): Message | undefined;
  /** How many publications one request may ask for. */
  limit: number; // assumption replay-limit
}

/** However few they are, together they may not be larger than this. */
export const maxReplayBytes = 50_000_000;

type Found<T> = ({ ok: true } & T) | ({ ok: false } & ReplayRefusal);

/**
 * Past publications with the replay indicator set, in order of acceptance, and their JSON (`[{"payload":…}]`), which is
 * the answer of a replay. Nothing found is a refusal: the published answer holds one message at least.
 */
export async function past(query: ReplayQuery, d: ReplayDeps): Promise<Found<{ found: Past[]; body: Buffer }>> {
  const found: Past[] = [];
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const { batch, index } of d.journal.find(query)) {
    const original = d.messageOf(batch, index);
    if (!original) continue;
    const message = replayed(original);
    const part = Buffer.from(`${found.length === 0 ? '[' : ','}{"payload":${JSON.stringify(message)}}`);
    bytes += part.length;
    if (found.length === d.limit) return tooMuch(`more than ${d.limit} publications match`);
    if (bytes > maxReplayBytes) return tooMuch(`the publications that match are larger than ${maxReplayBytes} bytes`);
    found.push({ message, batch, index });
    parts.push(part);
  }
  // assumption replay-nothing-found
  // assumption replay-nothing-found
  if (found.length === 0) {
    const help = `no publication of ${query.channel} to ${query.to} that is still kept matches the request`;
    return { ok: false, code: 'MSG1000', help };
  }
  return { ok: true, found, body: Buffer.concat([...parts, Buffer.from(']')]) };
}

function tooMuch(what: string): { ok: false } & ReplayRefusal {
  const help = `${what}: ask for a shorter time, for one event or MPAN, or for transactionIDs`;
  return { ok: false, code: 'MSG1000', help };
}

/** A copy that says of itself that it was published before. */
export function replayed(message: Message): Message {
  const { D0 } = message.CommonBlock;
  if (!D0) return message;
  return { ...message, CommonBlock: { ...message.CommonBlock, D0: { ...D0, replayIndicator: true } } };
}
