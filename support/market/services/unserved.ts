import { localDateOf } from '../../catalogue';
import type { ArgumentsOf } from '../acts';
import { addDays, today } from '../calendar';
import { proposalOf } from '../proposal';
import type { Seen } from '../seen';
import type { Context } from '../types';
import { nominatedOf } from '../retriever/blocks';
import { isTraditional } from '../registration/meters';

/** What a service does not take on, beside suppliers without a contract and whole segments. */
export type Limits = ArgumentsOf<'limitService'>;

/**
 * The reason of a service to refuse a request, by what it was told that it cannot serve and by what it can see for
 * itself: an address without a line, a traditional meter without a reading frequency. Codes: SP002 to SP004, SP006 to
 * SP008, SP011, DS001, DS003.
 */
export function unservedReason(limits: readonly Limits[], seen: Seen, context: Context): string | undefined {
  return (
    limits.map((it) => limitReached(it, seen, context)).find((it) => it !== undefined) ?? plainReason(seen, context)
  );
}

function limitReached(limits: Limits, { custom, gspGroup }: Seen, context: Context): string | undefined {
  const proposal = proposalOf(custom, custom.B070 ? 'metering' : 'data');
  const { B023, B070, B071, B905List = [] } = custom;
  const contract = B070 ? B070.contractReferenceMeteringService : B071?.contractReferenceDataService;
  const connection = B023?.connectionTypeIndicator;
  const is = <T>(limit: T | undefined, value: T | undefined | null) => limit !== undefined && limit === value;
  if (is(limits.contractReference, contract)) return 'SP002';
  if (is(limits.outsideContract, connection)) return 'SP003';
  if (is(limits.connectionType, connection)) return 'SP004';
  if (B905List.some(({ existingMeter }) => is(limits.meterType, existingMeter?.meterType))) return 'SP006';
  if (is(limits.gspGroup, gspGroup)) return 'SP007';
  const begins = proposal && localDateOf(proposal.from, context.market.effectiveDatesBeginAt);
  if (limits.notice !== undefined && begins && begins < addDays(today(context), limits.notice)) return 'SP011';
  if (B071 && is(limits.retriever, nominatedOf(B071)?.dipId)) return 'DS001';
  return undefined;
}

function plainReason({ custom: { B022, B071, B905List } }: Seen, { market }: Context): string | undefined {
  const lines = B022 && Object.entries(B022).filter(([item]) => item.startsWith('addressLine'));
  if (lines && lines.every(([, line]) => line === null)) return 'SP008';
  return isTraditional(B905List, market.standing) && B071?.traditionalFallBackReadFrequency === null
    ? 'DS003'
    : undefined;
}
