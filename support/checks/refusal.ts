import { codeText } from '../catalogue';
import type { LedgerInput } from '../ledger';
import type { CheckId } from './table';

const checkOfCode: Record<string, CheckId> = {
  MSG1001: 'schema',
  MSG1002: 'channel',
  MSG1006: 'sender-reference',
  MSG1007: 'times-not-in-future',
  MSG1009: 'sender-role',
  MSG1010: 'sender-role',
  MSG1011: 'signature',
  MSG1012: 'correlation',
  MSG1030: 'primary-recipients',
  MSG1031: 'primary-recipients',
  MSG1032: 'primary-recipients',
  MSG1033: 'leaves-d0-to-dip',
  MSG1034: 'leaves-d0-to-dip',
  MSG1035: 'leaves-d0-to-dip',
  MSG1036: 'leaves-d0-to-dip',
};

/** Codes and statuses with which the DIP speaks of its own trouble, not of the message. */
const dipsOwnTrouble = (entry: LedgerInput, code: string | undefined) =>
  code === 'MSG1000' || entry.httpStatus === 429 || (entry.httpStatus ?? 0) >= 500;

/**
 * The check that a refusal by the DIP fails, with the reason. A code that stands for no single check goes to `schema`,
 * unless another check failed already. Undefined: the refusal says nothing against the sender.
 */
export function refusalOf(entry: LedgerInput, somethingFailed: boolean): { id: CheckId; reason: string } | undefined {
  if (entry.kind !== 'refused') return undefined;
  const code = /[A-Z]{3}\d{4}/.exec(entry.name ?? '')?.[0];
  // A 2xx says that it was taken before: a repeat after a lost answer.
  if (dipsOwnTrouble(entry, code) || entry.httpStatus === 201) return undefined;
  const id = code === undefined ? undefined : checkOfCode[code];
  if (id === undefined && somethingFailed) return undefined;
  const what = code ? codeText(code) : (entry.name ?? `HTTP ${entry.httpStatus ?? 'status unknown'}`);
  return { id: id ?? 'schema', reason: `the DIP refused it: ${what}` };
}
