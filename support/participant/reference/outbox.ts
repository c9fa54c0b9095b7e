import { setTimeout as pause } from 'node:timers/promises';
import { messageLabel, messageName, type Message } from '../../catalogue';
import { standardResponseSchema, type DipClient, type HttpAnswer } from '../../wire';

/** A submission is sent at most this often: once and three times again. */
const ATTEMPTS = 4;
const REPEAT_AFTER_MS = 250;

export interface Outbox {
  /** Sends messages after those given before for their MPAN; resolves when each was answered or given up. */
  send(messages: readonly Message[]): Promise<void>;
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
  repeatAfterMs?: number;
}): Outbox {
  const queues = new Map<string, Promise<void>>();

  async function deliver(message: Message): Promise<void> {
    const channel = message.CommonBlock.S0.interfaceID;
    const label = messageLabel(messageName(message) ?? { interface: channel, event: '?' });
    const reference = message.CommonBlock.S1.senderUniqueReference;
    for (let attempt = 1; ; attempt++) {
      const answer = await o.client.submit(channel, [message]).catch((error: Error) => error);
      const outcome = outcomeOf(answer);
      o.log(`${label} ${reference} submitted: ${outcome.text}`);
      if (outcome.kind === 'taken') return;
      if (outcome.kind === 'refused' || attempt === ATTEMPTS) return o.onFailure(message, outcome.text);
      // Gives a DIP that is overloaded or starting again the time to recover.
      await pause((o.repeatAfterMs ?? REPEAT_AFTER_MS) * 2 ** (attempt - 1));
    }
  }

  function queue(message: Message): Promise<void> {
    const mpan = message.CommonBlock.M0?.MPANCore ?? '';
    const done = (queues.get(mpan) ?? Promise.resolve()).then(() => deliver(message));
    queues.set(mpan, done);
    return done.finally(() => queues.get(mpan) === done && queues.delete(mpan));
  }

  return {
    async send(messages) {
      await Promise.all(messages.map(queue));
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
