import { isMasked } from '../values';
import { breach, type Judge, type Rule, type RuleContext, type RuleProblem } from './rule';

const stated = { level: 'must', basis: 'stated' } as const;

export const partyRules = {
  meteringService: {
    id: 'metering-service-ids-belong-together',
    text: 'MPID and DIP ID of the proposed metering service (B070) belong to one organisation.',
    code: 'REG1090',
    ...stated,
    source: 'REG1090; DI-213',
  },
  dataService: {
    id: 'data-service-ids-belong-together',
    text: 'MPID and DIP ID of the proposed data service (B071) belong to one organisation.',
    code: 'REG1091',
    ...stated,
    source: 'REG1091; DI-214',
  },
  supplierRetriever: {
    id: 'supplier-nominated-mdr-ids-belong-together',
    text: 'MPID and DIP ID of the retriever that the supplier nominates (B071) belong to one organisation.',
    code: 'REG1092',
    ...stated,
    source: 'REG1092; DI-215',
  },
  serviceRetriever: {
    id: 'sds-nominated-mdr-ids-belong-together',
    text: 'MPID and DIP ID of the retriever that the data service nominates (B018) belong to one organisation.',
    code: 'REG1093',
    ...stated,
    source: 'REG1093; DI-216',
  },
  other: {
    id: 'party-ids-belong-together',
    text: 'An MPID and a DIP ID that stand together in any other block belong to one organisation.',
    code: 'RCP1023',
    level: 'should',
    basis: 'inferred',
    source: 'inferred from REG1090 to REG1093',
    assumption: 'party-ids-belong-together',
  },
} as const satisfies Record<string, Rule>;

const ruleOf: Record<string, Rule> = {
  proposedMeteringService: partyRules.meteringService,
  proposedDataService: partyRules.dataService,
  supplierNominatedMDR: partyRules.supplierRetriever,
  SDSNominatedMDR: partyRules.serviceRetriever,
};

// Blocks of half-hours and totals, long and without parties.
const without = new Set(['B900', 'B903List', 'B912List', 'B920List', 'B941List']);

/** Judges each `…DIPID` with its `…MPID` sibling, of parties that are known. */
export const judgeParties: Judge = (message, found, { parties }) => {
  if (!parties?.length || !message.CustomBlock) return;
  for (const [block, value] of Object.entries(message.CustomBlock)) {
    if (!without.has(block) && isObject(value)) walk(value, `CustomBlock.${block}`, parties, found);
  }
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function walk(value: object, path: string, parties: NonNullable<RuleContext['parties']>, found: RuleProblem[]): void {
  const record = value as Record<string, unknown>;
  for (const [key, item] of Object.entries(record)) {
    if (isObject(item)) walk(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, parties, found);
    if (typeof item !== 'string' || !key.endsWith('DIPID') || isMasked(item)) continue;
    const stem = key.slice(0, -'DIPID'.length);
    const mpid = record[`${stem}MPID`];
    const owned = parties.filter(({ dipId }) => dipId === item);
    if (typeof mpid !== 'string' || isMasked(mpid) || owned.length === 0) continue;
    if (owned.some((party) => party.mpid === mpid)) continue;
    const text = `expected "${owned[0]!.mpid}", the MPID of ${item}, got "${mpid}"`;
    found.push(breach(ruleOf[stem] ?? partyRules.other, `${path}.${stem}MPID`, text));
  }
}
