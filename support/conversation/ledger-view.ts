import { eventDefinition, type Message, type MessageName, messageLabel } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { dipIdOf } from './positions';
import type { ConversationContext } from './types';

/** `IF-031 [MSApp]` of an entry, or its kind where it is no message. */
export function labelOf(entry: LedgerEntry): string {
  return entry.interface && entry.event ? messageLabel({ interface: entry.interface, event: entry.event }) : entry.kind;
}

/** True of an entry with that message; an event left out means any of the interface. */
export function isMessage(entry: LedgerEntry, name: { interface: string; event?: string }): boolean {
  return entry.interface === name.interface && (name.event === undefined || entry.event === name.event);
}

/** Entries about the MPAN; a message whose schema has no MPAN belongs to every MPAN. */
export function aboutMpan(entries: readonly LedgerEntry[], mpan: string): LedgerEntry[] {
  return entries.filter((e) => {
    if (e.mpan !== undefined) return e.mpan === mpan;
    const definition = e.interface && e.event ? eventDefinition(e.interface, e.event) : undefined;
    return definition !== undefined && !definition.common.required.includes('M0');
  });
}

/** A message that a party put to the DIP, accepted or not; a refusal by a receiver has another `to`. */
export function isSubmission(entry: LedgerEntry): boolean {
  return (
    entry.interface !== undefined && (entry.kind === 'accepted' || (entry.kind === 'refused' && entry.to === 'DIP'))
  );
}

/** The payload of a submission or delivery, if it has the form of one. */
export function messageOf(entry: LedgerEntry | undefined): Message | undefined {
  const body = entry?.body as Partial<Message> | null | undefined;
  return body && typeof body === 'object' && body.CommonBlock ? (body as Message) : undefined;
}

/** True when `a` came before `b`. An external DIP stamps whole seconds: equal times there are in no order. */
export function precedes(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.seq < b.seq || (a.source !== 'dip' && a.at === b.at);
}

/** Deliveries of an accepted message. */
export function deliveriesOf(entry: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry[] {
  if (!entry.transactionID) return [];
  return entries.filter((e) => e.kind === 'delivered' && e.transactionID === entry.transactionID);
}

/** What a party's webhook said to a transaction: one answer for each attempt, oldest first. */
export function answersTo(delivered: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry[] {
  const { transactionID, to } = delivered;
  const same = (e: LedgerEntry) => e.transactionID === transactionID && e.seq > delivered.seq;
  const again = entries.find((e) => e.kind === 'delivered' && same(e) && e.to === to)?.seq ?? Infinity;
  return entries.filter((e) => e.kind === 'answered' && same(e) && e.seq < again && (e.to === to || e.from === to));
}

export interface Received {
  delivered: LedgerEntry;
  answered?: LedgerEntry;
  /** The copy was spoilt on purpose and had to be refused. */
  spoilt: boolean;
}

/** What a party received: deliveries of a message to a position, oldest first, each with the webhook's last answer. */
export function received(
  name: { interface: string; event?: string },
  position: string,
  entries: readonly LedgerEntry[],
  ctx: Pick<ConversationContext, 'mpan' | 'positions'>,
): Received[] {
  const to = dipIdOf(position, ctx);
  return aboutMpan(entries, ctx.mpan)
    .filter((e) => e.kind === 'delivered' && e.to === to && isMessage(e, name))
    .map((delivered) => {
      const answered = answersTo(delivered, entries).at(-1);
      return { delivered, ...(answered && { answered }), spoilt: delivered.name === 'spoilt' };
    });
}

/**
 * Accepted messages that break "sends no …" (every one) or "sends no second …" (all but the first). Without an event every
 * message of the interface counts; without `from` every sender.
 */
export function absent(
  name: Omit<MessageName, 'event'> & { event?: string },
  entries: readonly LedgerEntry[],
  ctx: Pick<ConversationContext, 'mpan' | 'positions' | 'sinceSeq'> & { from?: string; second?: boolean },
): LedgerEntry[] {
  const from = ctx.from === undefined ? undefined : dipIdOf(ctx.from, ctx);
  const found = aboutMpan(entries, ctx.mpan).filter(
    (e) =>
      e.kind === 'accepted' &&
      isMessage(e, name) &&
      (from === undefined || e.from === from) &&
      e.seq > (ctx.sinceSeq ?? 0),
  );
  return ctx.second ? found.slice(1) : found;
}
