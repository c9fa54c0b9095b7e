import { type CustomBlocks, instant } from '../../catalogue';
import { type FactName, factDates, factNames } from '../registration/facts';
import type { Seen } from '../seen';

/** Lists and markers that stand for themselves, with no date of their own. */
const undated = ['B006', 'B020', 'B021', 'B035List', 'B037List', 'B905List', 'B907List', 'B908List'] as const;

type Kept = FactName | (typeof undated)[number];
const kept: readonly Kept[] = [...factNames, ...undated];

/** What a party has been told of an MPAN: each block that it knows, and when the message was sent that told it. */
export type HeldFacts = { [N in Kept]?: { block: CustomBlocks[N]; sentAt: string } };

/** The blocks alone, as the records probe shows them. */
export function blocksOf(facts: HeldFacts): Partial<CustomBlocks> {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, it]) => (it ? [[name, it.block]] : [])));
}

/** Takes the facts among some blocks; `sentAt` is empty for what was loaded. */
export function withFacts(facts: HeldFacts, blocks: Partial<CustomBlocks>, sentAt: string): HeldFacts {
  return kept.reduce<HeldFacts>((so, name) => {
    const block = blocks[name];
    return block === undefined || !isNewer(so, name, block, sentAt) ? so : { ...so, [name]: { block, sentAt } };
  }, facts);
}

/** By which messages the Registration Service tells what it holds. */
const telling = [
  'IF-001',
  'IF-002',
  'IF-006',
  'IF-008',
  'IF-018',
  'IF-020',
  'IF-026',
  'IF-036',
  'IF-039',
  'IF-043',
  'IF-050',
  'IF-051',
];

/** What a message of the Registration Service teaches. A refusal teaches nothing, and no order of arrival matters. */
export function learnSeen<S extends { facts: HeldFacts }>(state: S, seen: Seen): S {
  if (!telling.includes(seen.interface) || seen.response?.responseCode === 'R') return state;
  return { ...state, facts: withFacts(ended(state.facts, seen.event), seen.custom, seen.sentAt) };
}

/** A direct contract that is removed is told of by an event without a block. */
function ended(facts: HeldFacts, event: string): HeldFacts {
  if (event === 'DirectContractMSRemove') return { ...facts, B020: undefined };
  return event === 'DirectContractDSRemove' ? { ...facts, B021: undefined } : facts;
}

/** The later date decides, then the later message: a copy of an old message changes nothing. */
function isNewer(facts: HeldFacts, name: Kept, block: unknown, sentAt: string): boolean {
  const before = facts[name];
  if (!before) return true;
  const [asked, held] = [dateOf(name, block), dateOf(name, before.block)];
  return asked === held ? sentAt >= before.sentAt : asked > held;
}

function dateOf(name: Kept, block: unknown): number {
  const item = name in factDates ? factDates[name as FactName] : null;
  const date = item === null ? undefined : (block as Record<string, unknown>)[item];
  return typeof date === 'string' ? (instant(date) ?? 0) : 0;
}
