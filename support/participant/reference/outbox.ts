import { setTimeout as pause } from 'node:timers/promises';
import { messageLabel, messageName, type Message } from '../../catalogue';
import { standardResponseSchema, type DipClient, type HttpAnswer } from '../../wire';
import type { Departure } from './hooks';

/** A submission is sent at most this often: once and three times again. */
const ATTEMPTS = 4;
const REPEAT_AFTER_MS = 250;

export interface Outbox {
  /** Sends messages after those given before for their MPAN; resolves when each was answered or given up. */
  send(departures: readonly Departure[]): Promise<void>;
}

/**
 * Submits the messages of an MPAN one after the other; MPANs do not wait for each other. What got no answer or 5xx is sent again as it was, with the same sender unique
 * reference, so that the DIP can tell that it is no second request.
 */
export function createOutbox(o: {
  client: Pick<DipClient, 'submit'>;
  log(line: string): void;
  /** A message that was refused, or given up without an answer. */
  onFailure(message: Message, reason: string): void;
  /** What is sent again of a message that got no answer, or 5xx; without it the message as it was. */
  again?(message: Message): Message | undefined;
  repeatAfterMs?: number;
}): Outbox {
  const queues = new Map<string, Promise<void>>();

  async function deliver(first: Message, channel: string): Promise<void> {
    let message = first;
    const label = messageLabel(messageName(message) ?? { interface: channel, event: '?' });
    for (let attempt = 1; ; attempt++) {
      const answer = await o.client.submit(channel, [message]).catch((error: Error) => error);
      const outcome = outcomeOf(answer);
      o.log(`${label} ${message.CommonBlock.S1.senderUniqueReference} submitted: ${outcome.text}`);
      if (outcome.kind === 'taken') return;
      const next = o.again ? o.again(message) : message;
      if (outcome.kind === 'refused' || attempt === ATTEMPTS || !next) return o.onFailure(message, outcome.text);
      message = next;
      // Gives a DIP that is overloaded or starting again the time to recover.
      await pause((o.repeatAfterMs ?? REPEAT_AFTER_MS) * 2 ** (attempt - 1));
    }
  }

  async function queue({ message, channel = message.CommonBlock.S0.interfaceID, afterMs }: Departure): Promise<void> {
    if (afterMs !== undefined) await pause(afterMs, undefined, { ref: false });
    const mpan = message.CommonBlock.M0?.MPANCore ?? '';
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

function outcomeOf(answer: HttpAnswer | Error): { kind: 'taken' | 'again' | 'refused'; text: string } {
  if (answer instanceof Error) return { kind: 'again', text: `no answer (${answer.message})` };
  if (answer.status >= 200 && answer.status <= 299) return { kind: 'taken', text: String(answer.status) };
  const text = [answer.status, ...messagesOf(answer.body)].join(' ');
  return { kind: answer.status >= 500 ? 'again' : 'refused', text };
}

function messagesOf(body: Buffer): string[] {
  try {
    const { messageArray } = standardResponseSchema.parse(JSON.parse(body.toString('utf8')));
    return messageArray.flatMap(({ message, help }) => [message ?? '', help ?? '']).filter(Boolean);
  } catch {
    return [];
  }
}
