import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDir } from '../../testing';
import { openJournal } from '.';
import type { AcceptedBatch, AcceptedMessage, Journal, JournalOptions, Owed, ReplayQuery } from './types';

export const supplier = '1000000001';
export const service = '1000000002';
export const start = Date.parse('2027-06-01T12:00:00Z');

export const message = (reference: string, more: Partial<AcceptedMessage> = {}): AcceptedMessage => ({
  transactionID: `T-${reference}`,
  initialCorrelationID: `CI-${reference}`,
  reference,
  from: '1000000009',
  role: 'SUP',
  event: 'MSApp',
  schemaVersion: '2.1.0',
  mpan: '1000000000015',
  correlationID: null,
  primary: [service],
  secondary: [],
  always: [],
  to: [service],
  ...more,
});

/** A batch of one message, or of those given; its bytes hold newlines and what looks like a header. */
export const batch = (record: number, more: Partial<AcceptedBatch> = {}): AcceptedBatch => ({
  record,
  at: new Date(start + record).toISOString(),
  channel: 'IF-031',
  caller: '1000000009',
  bytes: Buffer.from(`{"kind":"batch","length":3}\n\0\n[${record}]`),
  messages: [message(`R-${record}`)],
  ...more,
});

export const owes = (record: number, more: Partial<Owed> = {}): Owed => ({
  record,
  index: 0,
  to: service,
  channel: 'IF-031',
  ...more,
});

/** Opened at a time that a test moves. */
export async function journalForTest(o: Omit<JournalOptions, 'clock'> = {}) {
  const time = { now: start };
  const dir = o.dir ?? join(scratchDir(), 'journal');
  const faults: Error[] = [];
  const clock = () => new Date(time.now);
  const open = (more: JournalOptions = {}): Promise<Journal> =>
    openJournal({ clock, dir, onFault: (error) => faults.push(error), ...o, ...more });
  return { time, dir, faults, open, journal: await open() };
}

export const segmentFiles = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(dir, name));

export const lastFile = (dir: string): { path: string; size: number } => {
  const path = segmentFiles(dir).at(-1)!;
  return { path, size: statSync(path).size };
};

/** What a killed process leaves: the files as they are now. */
export function crashed(dir: string): string {
  const copy = join(scratchDir(), 'journal');
  cpSync(dir, copy, { recursive: true });
  rmSync(join(copy, 'journal.lock'), { force: true });
  return copy;
}

export const forever = { from: new Date(0), until: new Date(start * 2) };

/** References in the order in which they are found. */
export async function found(journal: Journal, query: Partial<ReplayQuery> = {}): Promise<string[]> {
  const references: string[] = [];
  for await (const { batch: one, index } of journal.find({ channel: 'IF-031', to: service, ...forever, ...query }))
    references.push(one.messages[index]!.reference);
  return references;
}
