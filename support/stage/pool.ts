import { mpanWithCheckDigit } from '../catalogue';
import { coreAt, readPool, type PoolFile } from './pool-file';
import { fits, kindOf, type MpanKind, type TestMpan } from './pool-kind';
import { openPoolMemory, type PoolMemory } from './pool-memory';

/** Who asks for an MPAN, and which of those of the kind would do. */
export interface MpanWant {
  scenario?: string;
  label?: string;
  /** False for an MPAN that others hold than the scenario needs. */
  suits?(mpan: TestMpan): boolean;
  /** Takes also what is kept for a scenario, and what is of no usual kind. */
  all?: boolean;
  /** Takes the one that belongs to this MPAN, which was taken before. */
  partnerOf?: string;
}

export interface Pool {
  /** The next unused MPAN of that kind, or undefined when there is none left. Never the same twice. */
  take(kind: MpanKind, want?: MpanWant): TestMpan | undefined;
}

/** A pool with what its file declares, and what earlier runs have left of it. */
export interface LoadedPool extends Pool, PoolFile {
  /** How many of that kind, or of every kind, the file holds, and how many of these earlier runs have spent. */
  count(kind?: MpanKind): { there: number; spent: number };
  /** Of what is spent; undefined where nothing is remembered. */
  memory: PoolMemory | undefined;
}

export interface PoolUse {
  /** Where it is remembered what earlier runs have spent; without, nothing is. */
  stateDir?: string;
  /** Whether what is taken is spent: what a run does, and a plan does not. */
  spends?: boolean;
  /** MPANs that are not to be had, whatever the pool remembers. */
  without?: ReadonlySet<string>;
}

/** MPANs that differ in nothing that decides who gets them. */
interface Lot {
  of: TestMpan;
  size: number;
  taken: number;
  at(index: number): TestMpan;
  find(mpan: string): TestMpan | undefined;
  spent(all: ReadonlySet<string>): number;
}

/** Reads the pool of test MPANs; the errors of `readPool`, and POOL_MEMORY_LOST. */
export async function loadPool(file: string, { stateDir, spends = false, without }: PoolUse = {}): Promise<LoadedPool> {
  const declared = await readPool(file);
  const memory = stateDir !== undefined && declared.remember ? openPoolMemory(stateDir, file) : undefined;
  const spent = memory?.spent() ?? new Set<string>();
  const lots = lotsOf(declared);
  const partners = new Map<string, TestMpan>();
  const takePartner = (principal: string, kind: MpanKind, want: MpanWant): TestMpan | undefined => {
    const partner = partners.get(principal);
    if (!partner || !fits(partner, kind) || !isFor(partner, want) || want.suits?.(partner) === false) return undefined;
    partners.delete(principal);
    return free(partner, want) ? partner : undefined;
  };
  const free = ({ mpan }: TestMpan, { scenario = '' }: MpanWant) =>
    !without?.has(mpan) && (!memory || (spends ? memory.claim(mpan, scenario) : !spent.has(mpan)));
  return {
    ...declared,
    memory,
    take(kind, want = {}) {
      if (want.partnerOf !== undefined) return takePartner(want.partnerOf, kind, want);
      for (const lot of lots) {
        if (lot.taken === lot.size || !(want.all || fits(lot.of, kind)) || !isFor(lot.of, want)) continue;
        if (want.suits && !want.suits(lot.of)) continue;
        while (lot.taken < lot.size) {
          const next = lot.at(lot.taken);
          lot.taken += 1;
          if (!free(next, want)) continue;
          const partner = next.part === 'principal' ? partnerIn(lots, next) : undefined;
          if (partner) partners.set(next.mpan, partner);
          return next;
        }
      }
      return undefined;
    },
    count(kind) {
      const fitting = kind ? lots.filter(({ of }) => fits(of, kind)) : lots;
      const sum = (number: (lot: Lot) => number) => fitting.reduce((all, lot) => all + number(lot), 0);
      return { there: sum(({ size }) => size), spent: sum((lot) => lot.spent(spent)) };
    },
  };
}

/** The other half of a pair. Only it is ever taken by name, so that no lot counts it as taken. */
function partnerIn(lots: readonly Lot[], { partner }: TestMpan): TestMpan | undefined {
  for (const { of, find } of lots) {
    const found = of.part === 'dependent' && partner !== undefined ? find(partner) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isFor({ scenario, label }: TestMpan, want: MpanWant): boolean {
  return want.all || scenario === undefined || (scenario === want.scenario && label === want.label);
}

/** What is kept for a scenario goes first, then what states most: the rest will do for anybody. */
function lotsOf({ ranges, rows }: PoolFile): Lot[] {
  const byKey = new Map<string, TestMpan[]>();
  for (const { line: _, ...row } of rows) {
    const key = JSON.stringify([kindOf(row), row.gspGroup, holdersOf(row), row.scenario, row.label]);
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  }
  const ofRows = [...byKey.values()].map((mpans): Lot => ({
    ...{ of: mpans[0]!, size: mpans.length, taken: 0, at: (index) => mpans[index]! },
    find: (wanted) => mpans.find(({ mpan }) => mpan === wanted),
    spent: (all) => mpans.filter(({ mpan }) => all.has(mpan)).length,
  }));
  const weight = ({ of }: Lot) => (of.scenario === undefined ? 0 : 10) + holdersOf(of).filter(Boolean).length;
  return [...ofRows.sort((a, b) => weight(b) - weight(a)), ...ranges.map(lotOfRange)];
}

const holdersOf = ({ supplier, meteringService, dataService, retriever, distributor }: TestMpan) => [
  ...[supplier, meteringService, dataService, retriever, distributor].map((holder) => holder ?? null),
];

function lotOfRange({ first, count, gspGroup, partner, ...kind }: PoolFile['ranges'][number]): Lot {
  const mpanAt = (from: string, index: number) => mpanWithCheckDigit(coreAt(from, index));
  const at = (index: number): TestMpan => ({
    mpan: mpanAt(first, index),
    ...kindOf(kind),
    gspGroup,
    ...(partner === undefined ? {} : { partner: mpanAt(partner, index) }),
  });
  const find = (mpan: string) => {
    const index = Number(mpan.slice(0, 12)) - Number(first);
    if (index < 0 || index >= count) return undefined;
    const one = at(index);
    return one.mpan === mpan ? one : undefined;
  };
  return {
    ...{ of: { mpan: '', ...kindOf(kind), gspGroup }, size: count, taken: 0, at, find },
    spent: (all) => [...all].filter((mpan) => find(mpan) !== undefined).length,
  };
}
