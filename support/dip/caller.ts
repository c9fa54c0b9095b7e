import { setTimeout as pause } from 'node:timers/promises';
import { createAgent, createSigner, postSigned, type HttpAnswer, type Signer } from '../wire';
import type { DipOptions } from './types';
import { retriedStatuses } from './webhook-answer';

/** What came of one attempt at a webhook. */
export type Attempt = { answer: HttpAnswer } | { unreachable: string; ms: number };

export interface Call {
  /** Looked up before each attempt: a webhook may change while its recipient is down. */
  url(): string | undefined;
  body: Buffer;
  extraHeaders?: Record<string, string>;
  badSignature?: boolean;
  /** No second attempt, whatever the answer. */
  once?: boolean;
  /** Told of each attempt; `last` when none follows. */
  onAttempt(attempt: Attempt, url: string, last: boolean): void;
}

/** `delivered`: the webhook gave an answer that the DIP does not retry; which one is the recipient's affair. */
export type CallResult = 'delivered' | 'no-webhook' | 'undelivered' | 'closed';

/** Calls webhooks as the DIP: signed, with a time-out, retried after the statuses and failures that allow it. */
export function createCaller(o: Pick<DipOptions, 'identity' | 'limits'>) {
  const agent = createAgent(o.identity);
  const signer = createSigner(o.identity.signing);
  const badSigner: Signer = { ...signer, sign: (text) => signer.sign(`${text};`) };
  const closing = new AbortController();

  async function attempt(url: string, call: Call): Promise<Attempt> {
    const started = performance.now();
    try {
      const answer = await postSigned({
        agent,
        signer: call.badSignature ? badSigner : signer,
        url,
        body: call.body,
        extraHeaders: call.extraHeaders,
        timeoutMs: o.limits.deliveryTimeoutMs,
        signal: closing.signal,
      });
      return { answer };
    } catch (error) {
      return { unreachable: error instanceof Error ? error.message : String(error), ms: performance.now() - started };
    }
  }

  return {
    fingerprint: signer.fingerprint,
    closed: () => closing.signal.aborted,
    async call(call: Call): Promise<CallResult> {
      const delays = call.once ? [] : o.limits.retryDelaysMs;
      for (let n = 0; ; n += 1) {
        const url = call.url();
        if (url === undefined) return 'no-webhook';
        const result = await attempt(url, call);
        if (closing.signal.aborted) return 'closed';
        const settled = 'answer' in result && !retriedStatuses.has(result.answer.status);
        const delay = delays[n];
        const last = settled || delay === undefined;
        call.onAttempt(result, url, last);
        if (settled) return 'delivered';
        if (delay === undefined) return 'undelivered';
        await pause(delay, undefined, { signal: closing.signal }).catch(() => undefined);
        if (closing.signal.aborted) return 'closed';
      }
    },
    close() {
      closing.abort();
      agent.destroy();
    },
  };
}

export type Caller = ReturnType<typeof createCaller>;
