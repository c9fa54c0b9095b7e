import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createAgent, createSigner, postSigned, type HttpAnswer } from '../wire';
import { createFaultyPost, isFaulty, lasting, type CallFault } from './faults';
import type { DipOptions } from './types';
import { retriedStatuses } from './webhook-answer';

/**
 * What came of one attempt at a webhook. `turnedAway`: a certificate that must not be let in was not let in. `broken`: a
 * fault of the network struck the call, which is made again at once.
 */
export type Attempt = { answer: HttpAnswer } | { unreachable: string; ms: number; turnedAway?: true; broken?: true };

export interface Call {
  /** Looked up before each attempt: a webhook may change while its recipient is down. */
  url(): string | undefined;
  body: Buffer;
  /** Sent in place of what is signed. */
  sent?: Buffer;
  extraHeaders?: Record<string, string>;
  faults?: readonly CallFault[];
  /** How long a slow body takes. */
  slowMs?: number;
  /** No second attempt, whatever the answer. */
  once?: boolean;
  /** Waited for before each repeat. */
  ready?(): Promise<unknown> | undefined;
  /** Told of each attempt; `last` when none follows. */
  onAttempt(attempt: Attempt, url: string, last: boolean): void;
}

/** `delivered`: the webhook gave an answer that the DIP does not retry; which one is the recipient's affair. */
export type CallResult = 'delivered' | 'no-webhook' | 'undelivered' | 'closed';

/** Calls webhooks as the DIP: signed, with a time-out, retried after the statuses and failures that allow it. */
export function createCaller(o: Pick<DipOptions, 'identity' | 'limits' | 'expired'>) {
  const agent = createAgent(o.identity);
  const signer = createSigner(o.identity.signing);
  const faulty = createFaultyPost({ ...o, agent, signer });
  const closing = new AbortController();
  // Every call that is under way listens to it.
  setMaxListeners(0, closing.signal);

  async function attempt(url: string, call: Call, faults: readonly CallFault[]): Promise<Attempt> {
    const { body, sent, extraHeaders, slowMs } = call;
    const timeoutMs = o.limits.deliveryTimeoutMs;
    if (isFaulty(faults)) {
      return faulty.post({ url, body, sent, extraHeaders, faults, slowMs }, timeoutMs, closing.signal);
    }
    const started = performance.now();
    try {
      return {
        answer: await postSigned({ agent, signer, url, body, extraHeaders, timeoutMs, signal: closing.signal }),
      };
    } catch (error) {
      return { unreachable: error instanceof Error ? error.message : String(error), ms: performance.now() - started };
    }
  }

  return {
    fingerprint: signer.fingerprint,
    closed: () => closing.signal.aborted,
    async call(call: Call): Promise<CallResult> {
      const delays = call.once ? [] : o.limits.retryDelaysMs;
      let faults = call.faults ?? [];
      for (let n = 0; ; n += 1) {
        const url = call.url();
        if (url === undefined) return 'no-webhook';
        const result = await attempt(url, call, faults);
        if (closing.signal.aborted) return 'closed';
        faults = lasting(faults);
        if ('broken' in result) {
          call.onAttempt(result, url, false);
          n -= 1;
          continue;
        }
        const settled = 'answer' in result && !retriedStatuses.has(result.answer.status);
        const delay = delays[n];
        call.onAttempt(result, url, settled || delay === undefined);
        if (settled) return 'delivered';
        if (delay === undefined) return 'undelivered';
        await pause(delay, undefined, { signal: closing.signal }).catch(() => undefined);
        await call.ready?.();
        if (closing.signal.aborted) return 'closed';
      }
    },
    close() {
      closing.abort();
      agent.destroy();
      faulty.close();
    },
  };
}

export type Caller = ReturnType<typeof createCaller>;
