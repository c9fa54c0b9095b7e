import { instant } from '../../catalogue';
import { type Service, sameInstant } from '../proposal';
import type { AppointmentRecord } from '../types';

/**
 * What a party has learnt of one attempt to appoint a service. Facts are only added, and the status follows from all
 * of them, so that messages may come in any order.
 */
export interface Entry {
  service: Service;
  dipId: string;
  /** 25-character date-time, as `to`. */
  from: string;
  /** Conversations that brought facts of this attempt. */
  conversations: string[];
  facts: Facts;
}

export interface Facts {
  accepted?: boolean;
  /** Code of the refusal; null when it gave none. */
  refused?: string | null;
  lapsed?: string | null;
  active?: boolean;
  to?: string;
}

export type Key = Pick<Entry, 'service' | 'dipId' | 'from'>;

/** A new attempt: it takes its place after earlier ones, whatever became of them. */
export function open(book: Entry[], key: Key, facts: Facts = {}, conversation: string | null = null): Entry[] {
  const { service, dipId, from } = key;
  return [...book, { service, dipId, from, conversations: conversation === null ? [] : [conversation], facts }];
}

/** The attempt that a message is about: that of its conversation, else one without a conversation, else the last. */
export function find(book: Entry[], key: Key, conversation: string | null): Entry | undefined {
  const same = book.filter(
    (it) => it.service === key.service && it.dipId === key.dipId && sameInstant(it.from, key.from),
  );
  return (
    same.find((it) => conversation !== null && it.conversations.includes(conversation)) ??
    same.find((it) => it.conversations.length === 0) ??
    same.at(-1)
  );
}

/** Adds facts to an entry of the book. */
export function add(book: Entry[], entry: Entry, conversation: string | null, facts: Facts): Entry[] {
  const conversations =
    conversation === null || entry.conversations.includes(conversation)
      ? entry.conversations
      : [...entry.conversations, conversation];
  return book.map((it) => (it === entry ? { ...it, conversations, facts: { ...it.facts, ...facts } } : it));
}

/** Adds facts to the attempt that they are about, or opens one. */
export function learn(book: Entry[], key: Key, conversation: string | null, facts: Facts): Entry[] {
  const entry = find(book, key, conversation);
  return entry ? add(book, entry, conversation, facts) : open(book, key, facts, conversation);
}

/** The book as the records probe shows it, by service and start. */
export function appointmentRecords(book: Entry[]): AppointmentRecord[] {
  const byService = (a: Entry, b: Entry) => b.service.localeCompare(a.service);
  const byStart = (a: Entry, b: Entry) => (instant(a.from) ?? 0) - (instant(b.from) ?? 0);
  return [...book]
    .sort((a, b) => byService(a, b) || byStart(a, b))
    .map((it) => ({
      service: it.service,
      dipId: it.dipId,
      from: it.from,
      to: it.facts.to ?? null,
      ...statusOf(it.facts),
    }));
}

function statusOf({ accepted, refused, lapsed, active, to }: Facts): Pick<AppointmentRecord, 'status' | 'code'> {
  if (to !== undefined) return { status: 'ended', code: null };
  if (active) return { status: 'active', code: null };
  if (lapsed !== undefined) return { status: 'lapsed', code: lapsed };
  if (refused !== undefined) return { status: 'refused', code: refused };
  return { status: accepted ? 'accepted' : 'proposed', code: null };
}

/**
 * Until when a party serves: null while an appointment of it is active, else the latest end; undefined where it was
 * never active.
 */
export function appointedUntil(book: readonly Entry[], service: Service, dipId: string): string | null | undefined {
  const own = book.filter((it) => it.service === service && it.dipId === dipId);
  if (own.some(({ facts }) => facts.active && facts.to === undefined)) return null;
  const ends = own.flatMap(({ facts }) => facts.to ?? []);
  return ends.sort((a, b) => (instant(a) ?? 0) - (instant(b) ?? 0)).at(-1);
}
