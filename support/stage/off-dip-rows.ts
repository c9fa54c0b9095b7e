import type { Pickle } from '@cucumber/messages';
import { isOffDipParty, looksOffDip } from '../catalogue';

/** A row of a table of messages that does not pass the DIP, as it is written. */
export interface OffDipRow {
  from: string;
  to: string[];
  message: string;
}

/** Rows off the DIP of a table of messages, with their place in it: those whose message says so, and those of a party that is not on it. */
export function offDipRowsOf(table: readonly (readonly string[])[]): { row: OffDipRow; index: number }[] {
  const [head = [], ...rows] = table;
  const [from, to, message] = ['from', 'to', 'message'].map((name) => head.indexOf(name)) as [number, number, number];
  if (Math.min(from, to, message) < 0) return [];
  // The first column is headed so, or by an empty cell.
  const number = head.findIndex((name) => name === '#' || name === '');
  return rows.flatMap((cells, index) => {
    const row = { from: cells[from]!, to: cells[to]!.split(',').map((one) => one.trim()), message: cells[message]! };
    const off = cells[number] === '-' || looksOffDip(row.message) || [row.from, ...row.to].some(isOffDipParty);
    return off ? [{ row, index: index + 1 }] : [];
  });
}

/** Rows off the DIP in all tables of a scenario. */
export function offDipRowsIn({ steps }: Pick<Pickle, 'steps'>): OffDipRow[] {
  return steps.flatMap(({ argument }) => {
    const table = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value.trim())) ?? [];
    return offDipRowsOf(table).map(({ row }) => row);
  });
}
