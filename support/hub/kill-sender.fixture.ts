import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { sampleMessage } from '../catalogue';
import { createAgent, createSigner, signatureHeaders, type Identity, type StandardResponse } from '../wire';
import type { Random } from './fuzz-random.fixture';
import type { Sent } from './kill-check.fixture';

export const channels = [
  ['IF-027', 'ConsumptionAmendment'],
  ['IF-041', 'ReadingOverride'],
] as const;

export interface SenderOptions {
  base: string;
  dipId: string;
  apiKey: string;
  identity: Identity;
  recipients: readonly string[];
  random: Random;
  sent: Map<string, Sent>;
  accepted: Map<string, string | null>;
  /** Resolves when there is a hub to speak to. */
  up(): Promise<void>;
  /** Told after each answer that settled a submission. */
  settled(): void;
}

type Answer = { status: number; body: string } | undefined;

/** Sends lines of messages, singles and batches; what gets no answer is sent again until it gets one. */
export function killSender(o: SenderOptions) {
  const signer = createSigner(o.identity.signing);
  const agent = createAgent(o.identity);
  let references = 0;
  let over = false;

  function make(line: number, place: number, channel: string, event: string) {
    const to = o.recipients.filter(() => o.random.chance(0.6));
    if (to.length === 0) to.push(o.random.one(o.recipients));
    references += 1;
    const reference = `S-${channel}-${o.dipId}-SUP-20260101-${String(references).padStart(8, '0')}`;
    const payload = sampleMessage(channel, event, { from: o.dipId, role: 'SUP', at: new Date() });
    payload.CommonBlock.S1.senderUniqueReference = reference;
    payload.CommonBlock.A0 = { primaryRecipients: to, secondaryRecipients: [], always: [] };
    o.sent.set(reference, { line, place, channel, to });
    return { reference, payload };
  }

  function signed(path: string, body: Buffer) {
    const head = { 'content-type': 'application/json', 'content-length': body.length, 'x-api-key': o.apiKey };
    return { ...head, ...signatureHeaders(signer, { method: 'POST', url: `${o.base}${path}`, body }) };
  }

  function post(path: string, headers: Record<string, string | number>, body: Buffer): Promise<Answer> {
    return new Promise((resolve) => {
      const gone = () => resolve(undefined);
      const request = https.request(`${o.base}${path}`, { method: 'POST', headers, agent }, (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', gone)
          .on('close', gone);
        response.on('end', () => {
          resolve({ status: response.statusCode!, body: Buffer.concat(parts).toString('utf8') });
        });
      });
      request.on('error', gone);
      request.end(body);
    });
  }

  /** Sends until it is settled, whatever comes between. */
  async function submit(channel: string, references: readonly string[], payloads: readonly unknown[]): Promise<void> {
    const path = `/dip-channel/${channel}`;
    const body = Buffer.from(JSON.stringify(payloads.map((payload) => ({ payload }))));
    let headers = signed(path, body);
    while (!over) {
      await o.up();
      const answer = await post(path, headers, body);
      if (answer?.status === 201) {
        const { messageArray } = JSON.parse(answer.body) as StandardResponse;
        for (const item of messageArray) o.accepted.set(item.senderUniqueReference!, item.transactionID);
        return;
      }
      if (answer?.status === 400 && answer.body.includes('MSG1006')) {
        for (const reference of references) o.accepted.set(reference, null);
        return;
      }
      if (answer && ![401, 429, 503].includes(answer.status)) {
        throw new Error(`${answer.status} ${answer.body.slice(0, 500)}`);
      }
      // Slowed down: as the Retry-After of a busy DIP would have it, only sooner.
      if (answer && answer.status !== 401) await pause(100);
      // A signature that was seen before is not taken twice: then it is signed anew, else now and then.
      if (answer || o.random.chance(0.5)) headers = signed(path, body);
    }
  }

  return {
    async line(line: number, count: number): Promise<void> {
      for (let place = 0; place < count;) {
        const size = Math.min(count - place, o.random.chance(0.5) ? 1 : 1 + o.random.int(60));
        const [channel, event] = o.random.one(channels);
        const made = Array.from({ length: size }, (_, at) => make(line, place + at, channel, event));
        await submit(
          channel,
          made.map(({ reference }) => reference),
          made.map(({ payload }) => payload),
        );
        place += size;
        o.settled();
      }
    },
    close() {
      over = true;
      agent.destroy();
    },
  };
}
