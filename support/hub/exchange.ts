import type { LedgerEntry } from '../ledger';

/** One line of the console: an entry of the ledger as somebody reads it who looks for what became of a message. */
export interface Exchange {
  seq: number;
  at: string;
  kind: LedgerEntry['kind'];
  from: string;
  to: string;
  /** Validation level that speaks here: L1 the DIP at once, L2 the DIP later, L3 the recipient at once, L4 the recipient later. */
  level: 'L1' | 'L2' | 'L3' | 'L4' | null;
  /** `MSG0000`, or the reason where there is no code. */
  code: string | null;
  text: string | null;
  interface: string | null;
  event: string | null;
  mpan: string | null;
  transaction: string | null;
  reference: string | null;
  status: number | null;
  ms: number | null;
  /** Ids of the always-on checks that failed here. */
  failed: string[];
}

const responses: ReadonlySet<LedgerEntry['kind']> = new Set(['answered', 'status', 'call']);

const codeForm = /^([A-Z]{3,4}\d{4})\b\s*-?\s*(.*)$/s;

/** At which level somebody speaks in an entry, and with which code. */
export function resultOf(entry: LedgerEntry): Pick<Exchange, 'level' | 'code' | 'text'> {
  // The bodies of messages are large, and none of them is a response.
  const said = responses.has(entry.kind) ? messageIn(entry.body) : undefined;
  const [, code, text] = codeForm.exec(said ?? '') ?? codeForm.exec(entry.name ?? '') ?? [];
  return {
    level: levelOf(entry),
    code: code ?? (entry.kind === 'accepted' ? 'MSG0000' : (entry.name ?? null)),
    text: text || (said === code ? null : (said ?? null)),
  };
}

/** The line of an entry. Bodies stay behind but for the text of a response. */
export function exchangeOf(entry: LedgerEntry): Exchange {
  return {
    ...{ seq: entry.seq, at: entry.at, kind: entry.kind, from: entry.from, to: entry.to, ...resultOf(entry) },
    interface: entry.interface ?? null,
    event: entry.event ?? null,
    mpan: entry.mpan ?? null,
    transaction: entry.transactionID ?? null,
    reference: entry.reference ?? null,
    status: entry.httpStatus ?? null,
    ms: entry.ms ?? null,
    failed: entry.checks.filter((check) => check.status === 'fail').map(({ id }) => id),
  };
}

function levelOf({ kind, from, to }: LedgerEntry): Exchange['level'] {
  if (kind === 'accepted' || (kind === 'refused' && to === 'DIP')) return 'L1';
  if (kind === 'status') return from === 'DIP' ? 'L2' : 'L4';
  return kind === 'answered' ? 'L3' : null;
}

/** The message of a StandardResponse, or of one of its items; that of the first item where there are several. */
function messageIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if ('messageArray' in body && Array.isArray(body.messageArray)) return messageIn(body.messageArray[0]);
  return 'message' in body && typeof body.message === 'string' ? body.message : undefined;
}
