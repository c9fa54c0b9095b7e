import type { LedgerEntry } from '../ledger';
import { exchangeOf, type Exchange } from './exchange';

export interface ExchangeQuery {
  mpan?: string | null;
  transaction?: string | null;
  limit: number;
}

/** The last exchanges that fit, oldest first; of one transaction also what answers it. */
export function exchangesOf(entries: readonly LedgerEntry[], { mpan, transaction, limit }: ExchangeQuery): Exchange[] {
  const about = (entry: LedgerEntry) =>
    (!mpan || entry.mpan === mpan) && (!transaction || entry.transactionID === transaction);
  return entries.filter(about).slice(-limit).map(exchangeOf);
}

/** A number of the query, within bounds. */
export function limitOf(text: string | null, most = 1_000, usual = 200): number {
  const asked = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : usual;
  return Math.min(Math.max(asked, 1), most);
}
