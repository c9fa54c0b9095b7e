import type { Publication } from '../publication';
import type { FaultSpec } from './types';

/** What can be told of a call of the DIP before it is judged; more than one where a batch holds several messages. */
export interface CallMatter {
  /** DIP ID of the API key. */
  caller: string;
  channel?: string;
  messages: readonly { event?: string; mpan?: string }[];
}

type Matter = Partial<Record<'channel' | 'event' | 'mpan', string>>;

const same = (wanted: string | undefined, given: string | undefined) => wanted === undefined || wanted === given;
const isAbout = (spec: FaultSpec, { channel, event, mpan }: Matter) =>
  same(spec.channel, channel) && same(spec.event, event) && same(spec.mpan, mpan);

/** The fault is meant for this publication. */
export function strikesPublication(spec: FaultSpec, p: Publication): boolean {
  return same(spec.to, p.to) && same(spec.from, p.from) && isAbout(spec, p);
}

/** The fault is meant for this call of the DIP. */
export function strikesCall(spec: FaultSpec, { caller, channel, messages }: CallMatter): boolean {
  if (!same(spec.from, caller)) return false;
  if (messages.length === 0) return isAbout(spec, { channel });
  return messages.some((message) => isAbout(spec, { ...message, channel }));
}

/** An outage has two sides: `from` alone is about submissions, `to` alone about publications. */
export const hasSide = (spec: FaultSpec, side: 'from' | 'to') =>
  spec[side] !== undefined || (spec.from === undefined && spec.to === undefined);

/** An outage makes this publication wait. */
export const outOfReach = (spec: FaultSpec, p: Publication) =>
  hasSide(spec, 'to') && same(spec.to, p.to) && isAbout(spec, p);
