import { type CustomBlocks, instant } from '../../catalogue';

/** The blocks that the register keeps with their history, and the item of each that says from when it holds. */
export const factDates = {
  B001: 'GSPGroupEffectiveFromDate',
  B022: null,
  B023: 'connectionTypeEffectiveFromDate',
  B024: 'DUOSTariffIDEffectiveFromDate',
  B025: 'energisationStatusEffectiveFromDate',
  B026: 'marketSegmentIndicatorEffectiveFromDate',
  B028: 'domesticPremiseIndicatorEffectiveFromDate',
  B029: 'DCCEffectiveFromDate',
  B030: 'IHDEffectiveFromDate',
  B031: 'SMSOEffectiveFromDate',
  B032: 'profileClassEffectiveFromDate',
  B068: 'consentGranularityEffectiveFromDate',
  B079: 'MPStatusEffectiveFromDate',
  B080: 'greenDealEffectiveFromDate',
} as const satisfies { [N in keyof CustomBlocks]?: keyof CustomBlocks[N] | null };

export type FactName = keyof typeof factDates;

/** What held of an MPAN from one date on; the date stands beside the block because some blocks have none. */
export interface Fact<N extends FactName = FactName> {
  /** 25-character date-time. */
  from: string;
  block: CustomBlocks[N];
}

/** The facts of an MPAN by block, each history from its first date to its last; no two of one date. */
export type Facts = { [N in FactName]?: Fact<N>[] };

export const factNames = Object.keys(factDates) as FactName[];

const moment = (dateTime: string): number => instant(dateTime) ?? 0;

/** Takes every fact among the blocks: `otherwise` dates those that say no date of their own. */
export function learnFacts(facts: Facts, blocks: Partial<CustomBlocks>, otherwise: string): Facts {
  return factNames.reduce<Facts>((so, name) => {
    const block = blocks[name];
    return block === undefined ? so : withFact(so, name, block, dateIn(name, block) ?? otherwise);
  }, facts);
}

/** The block that holds at that date-time; before the first date the first, without a date the last. */
export function factAt<N extends FactName>(facts: Facts, name: N, at?: string): CustomBlocks[N] | undefined {
  const history: readonly Fact<N>[] = facts[name] ?? [];
  const begun = at === undefined ? history : history.filter((it) => moment(it.from) <= moment(at));
  return (begun.at(-1) ?? history[0])?.block;
}

/** A correction of the same date takes the place of what was held from it. */
function withFact<N extends FactName>(facts: Facts, name: N, block: CustomBlocks[N], from: string): Facts {
  const others: readonly Fact<N>[] = (facts[name] ?? []).filter((it) => moment(it.from) !== moment(from));
  const history = [...others, { from, block }].sort((a, b) => moment(a.from) - moment(b.from));
  return { ...facts, [name]: history };
}

function dateIn(name: FactName, block: CustomBlocks[FactName]): string | undefined {
  const item = factDates[name];
  const value = item === null ? undefined : (block as Record<string, unknown>)[item];
  return typeof value === 'string' ? value : undefined;
}
