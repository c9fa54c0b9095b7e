import type { ArgumentsOf } from '../acts';
import { supplierAsks } from './supplier-asks';
import { siteAsks } from './site-asks';
import type { Asker, Said } from './asker';

type AskTable = typeof supplierAsks & typeof siteAsks;
export type AskName = keyof AskTable;

const asks: { [N in AskName]: (args: ArgumentsOf<N>, asker: Asker) => Said } = { ...supplierAsks, ...siteAsks };

/** The message that an act of a supplier or a service sends; undefined when the act is none of these. */
export function saidBy(act: string, args: unknown, asker: Asker): Said | undefined {
  if (!Object.hasOwn(asks, act)) return undefined;
  return (asks[act as AskName] as (args: unknown, asker: Asker) => Said)(args, asker);
}
