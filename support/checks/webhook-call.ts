import type { LedgerInput, WireFacts } from '../ledger';
import { at } from './types';

export const success = (status: number | undefined) => status !== undefined && status >= 200 && status < 300;

/** A code of an item that refuses: any but `RCP0000` and its like. */
export const refusing = (code: string | undefined): code is string => code !== undefined && !code.endsWith('0000');

/** The call held good publications and such as must be refused. */
export function mixed({ call = [] }: WireFacts): boolean {
  const bad = call.filter((item) => item.mustBeRefused !== undefined).length;
  return bad > 0 && bad < call.length;
}

/** The answer turns the whole call away for good. 408 and 429 ask for it again. */
export function wholeCallRefused({ httpStatus = 0 }: LedgerInput): boolean {
  return httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408 && httpStatus !== 429;
}

/** `RCP1001` out of the item that names the entry's transaction; of a call with one publication, out of the only item. */
export function itemCode(entry: LedgerInput, { call = [] }: WireFacts): string | undefined {
  const list = at(entry.body, 'messageArray');
  const items: unknown[] = Array.isArray(list) ? list : [];
  const only = items.length === 1 && call.length < 2 ? items[0] : undefined;
  const item = items.find((i) => at(i, 'transactionID') === entry.transactionID) ?? only;
  return /^[A-Z]{3}\d{4}/.exec(String(at(item, 'message') ?? ''))?.[0];
}
