import { messageName, type Message } from '../../../catalogue';
import type { Hooks } from '../hooks';

type Block = Record<string, unknown>;

/** A message open to any change, also to one that makes it no message. */
export interface Draft {
  CommonBlock: { S0: Block; S1: Block; A0?: Block; D0?: Block; M0: Block; R0?: Block };
  CustomBlock: Record<string, Block>;
}

/** A changed copy of a message. */
export function edited(message: Message, change: (draft: Draft) => void): Message {
  const copy = structuredClone(message);
  // A fault makes of a message what no good participant could write.
  change(copy as unknown as Draft);
  return copy;
}

/** Whether a message is one of these interfaces, or events: `IF-031`, `IF-035 [MSAppAccepted]`. */
export function isOne(message: Message, labels: readonly string[]): boolean {
  const { interface: id, event } = messageName(message) ?? { interface: '', event: '' };
  return labels.includes(id) || labels.includes(`${id} [${event}]`);
}

/** A hook that changes every message that goes out, or only those named. */
export function changing(change: (draft: Draft) => void, labels?: readonly string[]): Pick<Hooks, 'outgoing'> {
  return {
    outgoing: (message) => [{ message: !labels || isOne(message, labels) ? edited(message, change) : message }],
  };
}

/** Whether a request submits messages; the others configure webhooks. */
export function submits(url: string): boolean {
  return /\/dip-channel\/[^/]+$/.test(url);
}
