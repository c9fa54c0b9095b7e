import { allEvents } from '../../catalogue';
import { dipErrors, errorsOf, nearest } from '../../errors';
import { kinds } from './kinds';
import type { FaultSpec } from './types';

const raise = errorsOf(dipErrors);
/** Timers of this process end at once after a longer time. */
const mostMs = 24 * 24 * 60 * 60 * 1000;

/** What a DIP knows of its parties. */
export interface Knows {
  /** DIP IDs that may be named. */
  dipIds(): readonly string[];
  /** The party is in this process and has no webhook. */
  attached(dipId: string): boolean;
}

/**
 * The spec with its event bare. DIP_FAULT_WRONG for what means nothing for its kind or would never strike,
 * DIP_FAULT_NEEDS_WEBHOOK.
 */
export function checkedSpec(spec: FaultSpec, knows: Knows): FaultSpec {
  const given = Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)) as unknown;
  const fault = { ...(given as FaultSpec), ...(spec.event && { event: spec.event.replace(/^\[|\]$/g, '') }) };
  const { kind, to, from, channel, event } = fault;
  const { options, needsWebhook } = kinds[kind];
  const stray = Object.keys(fault).find((key) => key !== 'kind' && !(options as readonly string[]).includes(key));
  if (stray)
    throw raise('DIP_FAULT_WRONG', { kind, problem: `${stray} means nothing for it`, hint: options.join(', ') });
  for (const key of ['delayMs', 'forMs'] as const) {
    if ((fault[key] ?? 0) > mostMs)
      throw raise('DIP_FAULT_WRONG', { kind, problem: `${key} is too long`, hint: 'at most 24 days' });
  }
  for (const dipId of [to, from]) if (dipId !== undefined) known(kind, 'DIP ID', dipId, knows.dipIds());
  const events = allEvents();
  if (channel) known(kind, 'channel', channel, [...new Set(events.map((one) => one.interface))]);
  const ofChannel = events.filter((one) => channel === undefined || one.interface === channel);
  if (event) known(kind, 'event', event, [...new Set(ofChannel.map((one) => one.event))]);
  if (needsWebhook && to !== undefined && knows.attached(to))
    throw raise('DIP_FAULT_NEEDS_WEBHOOK', { fault: kind, to });
  return fault;
}

function known(kind: string, what: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  const near = nearest(value, values);
  const hint = near ? `did you mean ${near}?` : values.slice(0, 12).join(', ');
  throw raise('DIP_FAULT_WRONG', { kind, problem: `there is no ${what} ${value}`, hint });
}
