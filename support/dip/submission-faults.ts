import type { OutgoingAnswer } from '../wire';
import { fieldsOf } from './entries';
import { isObject } from './is-object';
import type { SubmissionFaultRequest } from './types';

/** Faults of submissions that wait for their message, and the answers that were lost on purpose. */
export interface SubmissionFaults {
  add(request: SubmissionFaultRequest): void;
  /** The fault that strikes this submission; used up by it. */
  strike(caller: string, body: unknown): SubmissionFaultRequest | undefined;
  /** Keeps an answer that its sender does not get. */
  lose(body: unknown, answer: OutgoingAnswer): void;
  /** The lost answer to a submission that comes again under its old reference; given once. */
  found(body: unknown): OutgoingAnswer | undefined;
}

export function createSubmissionFaults(): SubmissionFaults {
  const pending: SubmissionFaultRequest[] = [];
  const lost = new Map<string, OutgoingAnswer>();
  return {
    add: (request) => void pending.push(request),
    strike(caller, body) {
      const { mpan, event } = fieldsOf(firstOf(body));
      const hit = pending.findIndex(
        (one) => one.from === caller && one.mpan === mpan && (one.event ?? event) === event,
      );
      return hit < 0 ? undefined : pending.splice(hit, 1)[0]!;
    },
    lose: (body, answer) => void lost.set(fieldsOf(firstOf(body)).reference ?? '', answer),
    found(body) {
      const reference = fieldsOf(firstOf(body)).reference ?? '';
      const answer = lost.get(reference);
      lost.delete(reference);
      return answer;
    },
  };
}

function firstOf(body: unknown): unknown {
  const first: unknown = Array.isArray(body) ? body[0] : undefined;
  return isObject(first) ? first.payload : undefined;
}
