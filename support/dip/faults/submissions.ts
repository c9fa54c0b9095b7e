import type { OutgoingAnswer } from '../../wire';
import { fieldsOf } from '../entries';
import { isObject } from '../is-object';
import { hasSide, strikesCall, type CallMatter } from './matching';
import type { Fault, FaultRegister } from './register';
import type { UnresolvedCode } from './types';

/** What a fault answers in place of the DIP. */
export interface Instead {
  /** Kind of the fault: the reason in the ledger. */
  name: string;
  status: number;
  headers?: Record<string, string>;
}

/** Faults of what is asked of the DIP over HTTPS. `body` is the parsed body of a submission. */
export interface CallFaults {
  /** The answer that a fault gives in place of the DIP's, whatever is asked. A submission names its channel. */
  instead(caller: string, channel?: string, body?: unknown): Instead | undefined;
  /** What becomes of a submission that is taken: nobody found for it, its answer lost. */
  taking(caller: string, channel: string, body: unknown): { unresolved?: UnresolvedCode; loses: boolean };
  /** Keeps an answer that its sender does not get. */
  lose(body: unknown, answer: OutgoingAnswer): void;
  /** The lost answer to a submission that comes again under its old reference; given once. */
  found(body: unknown): OutgoingAnswer | undefined;
}

export function createCallFaults(register: FaultRegister, clock: () => Date): CallFaults {
  const lost = new Map<string, OutgoingAnswer>();

  return {
    instead(caller, channel, body) {
      if (register.none()) return undefined;
      const matter = matterOf(caller, channel, body);
      const outage = register.find(['outage'], (spec) => hasSide(spec, 'from') && strikesCall(spec, matter));
      const fault =
        outage ?? register.find(channel ? ['unavailable', 'answer'] : ['answer'], (s) => strikesCall(s, matter));
      if (!fault) return undefined;
      register.strike(fault);
      const { kind, status = 503 } = fault.spec;
      const seconds = retryAfter(fault, clock());
      return { name: kind, status, ...(seconds !== undefined && { headers: { 'retry-after': String(seconds) } }) };
    },
    taking(caller, channel, body) {
      if (register.none()) return { loses: false };
      const matter = matterOf(caller, channel, body);
      const fault = register.find(['lose-answer', 'unresolved'], (spec) => strikesCall(spec, matter));
      if (!fault) return { loses: false };
      register.strike(fault);
      const { kind, code = 'MSG1037' } = fault.spec;
      return kind === 'unresolved' ? { unresolved: code, loses: false } : { loses: true };
    },
    lose: (body, answer) => void lost.set(referenceOf(body), answer),
    found(body) {
      if (lost.size === 0) return undefined;
      const reference = referenceOf(body);
      const answer = lost.get(reference);
      lost.delete(reference);
      return answer;
    },
  };
}

/** Whole seconds for the header Retry-After; an outage with an end says what is left of it. */
function retryAfter({ spec, since }: Fault, now: Date): number | undefined {
  if (spec.retryAfterS !== undefined || spec.kind === 'unavailable') return spec.retryAfterS;
  if (spec.forMs === undefined) return 1;
  return Math.max(1, Math.ceil((since.getTime() + spec.forMs - now.getTime()) / 1000));
}

const payloadsOf = (body: unknown): unknown[] =>
  Array.isArray(body) ? body.map((item: unknown) => (isObject(item) ? item.payload : undefined)) : [];

function matterOf(caller: string, channel: string | undefined, body: unknown): CallMatter {
  return { caller, ...(channel && { channel }), messages: payloadsOf(body).map(fieldsOf) };
}

const referenceOf = (body: unknown) => fieldsOf(payloadsOf(body)[0]).reference ?? '';
