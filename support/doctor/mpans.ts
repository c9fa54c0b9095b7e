import type { Profile } from '../participant';
import {
  givenMpans,
  positionOfWords,
  suitsPositions,
  type Binding,
  type Environment,
  type GivenMpan,
  type LoadedPool,
  type MpanKind,
  type ScenarioText,
  type TestMpan,
} from '../stage';
import { mpansOfSteps } from './step-acts';

/** Test MPANs of one kind that the selected scenarios need. */
export interface MpanNeed {
  /** `segment S, smart, import, energised`. */
  kind: string;
  needed: number;
  /** How many the pool holds. */
  there: number;
  /** How many of these earlier runs have spent. */
  spent: number;
  left: number;
  /** How many are not to be had once the scenarios before have taken theirs. */
  missing: number;
  /** Scenarios that need them. */
  scenarios: string[];
}

/** A test MPAN that a scenario needs, with the one that the pool has for it. */
export interface AssignedMpan {
  scenario: string;
  label: string;
  kind: MpanKind;
  /** Position → DIP ID in that scenario. */
  positions: Record<string, string>;
  /** The position that supplies it before the scenario begins. */
  supplier: string;
  /** Undefined when there is none left that would do. */
  mpan: TestMpan | undefined;
}

/** Who is who in the selected scenarios. */
export interface Market {
  bindingOf(tags: readonly string[]): Binding;
  parties: readonly { dipId: string; mpid: string }[];
}

/** All parties that there are, by both of their ids. */
export function partiesOf(
  environment: Pick<Environment, 'parties'>,
  profile?: Pick<Profile, 'identities'>,
): Market['parties'] {
  return [...environment.parties, ...(profile?.identities ?? [])];
}

/** Takes the MPANs of the selected scenarios from a pool of which nothing has been taken, as a run would. */
export function assignMpans(
  scenarios: readonly ScenarioText[],
  pool: LoadedPool,
  { bindingOf, parties }: Market,
): AssignedMpan[] {
  return scenarios.flatMap(({ id: scenario, steps, tags }) => {
    const { positions } = bindingOf(tags);
    const given = new Map(givenMpans(steps).map((one) => [one.label, one]));
    const taken = new Map<string, TestMpan>();
    return [...mpansOfSteps(steps)].map(([label, said]) => {
      const { kind = said, supplier: words = usualSupplier(given.get(label)), partnerOf } = given.get(label) ?? {};
      const supplier = positionOfWords(words, 'S');
      const principal = partnerOf === undefined ? undefined : taken.get(partnerOf)?.mpan;
      const suits = (mpan: TestMpan) => suitsPositions(mpan, positions, parties, supplier);
      const want = { scenario, label, suits, ...(partnerOf === undefined ? {} : { partnerOf: principal ?? '' }) };
      const mpan = pool.take(kind, want);
      if (mpan) taken.set(label, mpan);
      return { scenario, label, kind, positions, supplier, mpan };
    });
  });
}

/** A new connection is meant for the supplier that gains it. */
const usualSupplier = (given: GivenMpan | undefined) =>
  given?.kind.registration === 'new' ? 'Incoming Supplier' : 'Outgoing Supplier';

/** Counts by kind what the selected scenarios need of a pool. */
export function mpansNeeded(assigned: readonly AssignedMpan[], pool: LoadedPool): MpanNeed[] {
  const needs = new Map<string, MpanNeed>();
  for (const { scenario, kind, mpan } of assigned) {
    const text = kindText(kind);
    const need = needs.get(text) ?? nothingOf(kind, pool);
    needs.set(text, need);
    need.needed += 1;
    if (!mpan) need.missing += 1;
    if (!need.scenarios.includes(scenario)) need.scenarios.push(scenario);
  }
  return [...needs.values()];
}

function nothingOf(kind: MpanKind, pool: LoadedPool): MpanNeed {
  const { there, spent } = pool.count(kind);
  return { kind: kindText(kind), needed: 0, there, spent, left: there - spent, missing: 0, scenarios: [] };
}

const words = { I: 'import', E: 'export' } as const;
const states = { E: 'energised', D: 'de-energised' } as const;

/** A kind of MPAN for people. */
export function kindText(kind: MpanKind): string {
  const { segment, meterKind, energyDirection, energisation, registration, pair, part } = kind;
  const parts = [
    registration === 'new' && 'new connection',
    segment && `segment ${segment}`,
    meterKind,
    energyDirection && words[energyDirection],
    energisation && states[energisation],
    pair && `${part} of a ${pair} pair`,
  ].filter(Boolean);
  return parts.join(', ') || 'of any kind';
}
