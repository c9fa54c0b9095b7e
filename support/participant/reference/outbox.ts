import { setTimeout as pause } from 'node:timers/promises';
import { messageLabel, messageName, type Message } from '../../catalogue';
import { standardResponseSchema, type DipClient, type HttpAnswer } from '../../wire';
import type { Departure, Hooks, Turned } from './hooks';

/** What the DIP names no time for is sent at most this often: once and three times again. */
const ATTEMPTS = 4;
const REPEAT_AFTER_MS = 250;

export interface Outbox {
  /** Sends messages after those given before for their MPAN; resolves when each was answered or given up. */
  send(departures: readonly Departure[]): Promise<void>;
}

/**
 * Submits the messages of an MPAN one after the other; MPANs do not wait for each other. What got no answer, 408, 429 or
 * 5xx is sent again as it was, with the same sender unique reference, so that the DIP can tell that it is no second
 * request. Where the DIP says when to come again (Retry-After) it is kept until then, for as long as an outage lasts.
 */
export function createOutbox(o: {
  client: Pick<DipClient, 'submit'>;
  log(line: string): void;
  /** A message that was refused, or given up without an answer. */
  onFailure(message: Message, reason: string): void;
  hooks: Pick<Hooks, 'again' | 'patience'>;
  repeatAfterMs?: number;
}): Outbox {
  const queues = new Map<string, Promise<void>>();

  async function deliver(first: Message, channel: string): Promise<void> {
    let message = first;
    let failures = 0;
    const label = messageLabel(messageName(message) ?? { interface: channel, event: '?' });
    for (;;) {
      const answer = await o.client.submit(channel, [message]).catch((error: Error) => error);
      const outcome = outcomeOf(answer);
      o.log(`${label} ${message.CommonBlock.S1.senderUniqueReference} submitted: ${outcome.text}`);
      if (outcome.kind === 'taken') return;
      const next = o.hooks.again(message, outcome);
      if (outcome.afterMs === undefined) failures += 1;
      if (outcome.kind === 'refused' || failures === ATTEMPTS || !next) return o.onFailure(message, outcome.text);
      message = next;
      // Gives a DIP that is overloaded or starting again the time to recover.
      const own = (o.repeatAfterMs ?? REPEAT_AFTER_MS) * 2 ** Math.max(0, failures - 1);
      await pause(Math.max(own, o.hooks.patience(outcome.afterMs ?? 0)));
    }
  }

  async function queue({ message, channel = message.CommonBlock.S0.interfaceID, afterMs }: Departure): Promise<void> {
    if (afterMs !== undefined) await pause(afterMs, undefined, { ref: false });
    const { M0, M1 } = message.CommonBlock;
    const mpan = M0?.MPANCore ?? M1?.principalMPAN ?? '';
    const done = (queues.get(mpan) ?? Promise.resolve()).then(() => deliver(message, channel));
    queues.set(mpan, done);
    await done.finally(() => queues.get(mpan) === done && queues.delete(mpan));
  }

  return {
    async send(departures) {
      await Promise.all(departures.map(queue));
    },
  };
}

const isForLater = (status: number) => status === 408 || status === 429 || status >= 500;

function outcomeOf(answer: HttpAnswer | Error): Turned & { kind: 'taken' | 'again' | 'refused'; text: string } {
  if (answer instanceof Error) return { kind: 'again', text: `no answer (${answer.message})` };
  const { status, headers, body } = answer;
  if (status >= 200 && status <= 299) return { kind: 'taken', text: String(status) };
  const text = [status, ...messagesOf(body)].join(' ');
  if (!isForLater(status)) return { kind: 'refused', text };
  const afterMs = retryAfterMs(headers['retry-after']);
  return { kind: 'again', text, status, ...(afterMs === undefined ? {} : { afterMs }) };
}

/** Retry-After: seconds, or a date. */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function messagesOf(body: Buffer): string[] {
  try {
    const { messageArray } = standardResponseSchema.parse(JSON.parse(body.toString('utf8')));
    return messageArray.flatMap(({ message, help }) => [message ?? '', help ?? '']).filter(Boolean);
  } catch {
    return [];
  }
}
