import type { Agent } from 'node:https';
import type { Identity, KeyPair, Signer } from '../../wire';
import type { Attempt } from '../caller';
import { createImpostors } from './impostors';
import { oddPost } from './odd-post';
import type { CallFault } from './types';

export interface FaultyCall {
  url: string;
  /** What is signed. */
  body: Buffer;
  /** What is sent in its place. */
  sent?: Buffer;
  extraHeaders?: Record<string, string>;
  faults: readonly CallFault[];
  slowMs?: number;
}

/** Faults that strike one attempt; the next one is as it should be. */
const passing: readonly CallFault[] = ['reset', 'slow-body'];
/** Faults that are in the bytes alone. */
const inBytes: readonly CallFault[] = ['white-space', 'large-body'];
/** How a connection ends that the other side does not let in. */
const turnedAwayBy = /^(ECONNRESET|EPIPE|EPROTO|ERR_SSL_.*)$/;

/** What of these faults is left for an attempt that is not the first. */
export const lasting = (faults: readonly CallFault[]) => faults.filter((fault) => !passing.includes(fault));

/** A plain post cannot do it. */
export const isFaulty = (faults: readonly CallFault[]) => faults.some((fault) => !inBytes.includes(fault));

/** Calls a webhook with a fault in the call itself. */
export function createFaultyPost(o: {
  identity: Identity;
  agent: Agent;
  signer: Signer;
  /** An expired client certificate of the DIP's own authority. */
  expired?(): Promise<KeyPair>;
}) {
  const impostors = createImpostors(o.identity, o.expired);
  const badSigner: Signer = { ...o.signer, sign: (text) => o.signer.sign(`${text};`) };

  return {
    async post(call: FaultyCall, timeoutMs: number, closing: AbortSignal): Promise<Attempt> {
      const { faults, url, body, sent = body, extraHeaders, slowMs = 0 } = call;
      const has = (fault: CallFault) => faults.includes(fault);
      const wrong = faults.find((one) => one === 'wrong-certificate' || one === 'expired-certificate');
      const started = performance.now();
      const slow = has('slow-body') ? slowMs : 0;
      const late = AbortSignal.timeout(timeoutMs + slow);
      try {
        const answer = await oddPost({
          ...{ url, body, sent, extraHeaders, slowMs: slow },
          agent: wrong ? await impostors.agent(wrong) : o.agent,
          signer: has('wrong-signature') ? badSigner : o.signer,
          expect: has('large-body-expect'),
          reset: has('reset'),
          signal: AbortSignal.any([closing, late]),
        });
        return { answer };
      } catch (error) {
        const { message, code = '' } = error as NodeJS.ErrnoException;
        const text = `${message} (${code || 'no code'})`;
        const failed = { unreachable: late.aborted ? `no answer within ${timeoutMs + slow} ms` : text };
        const ms = performance.now() - started;
        if (faults.some((fault) => passing.includes(fault))) return { ...failed, ms, broken: true };
        return wrong && turnedAwayBy.test(code) ? { ...failed, ms, turnedAway: true } : { ...failed, ms };
      }
    },
    close: () => impostors.close(),
  };
}
