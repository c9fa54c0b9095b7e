import type { Profile } from '../participant';
import {
  partyPattern,
  positionOfWords,
  suitsPositions,
  type Binding,
  type Environment,
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

const given = new RegExp(`^MPAN "([A-Z])" is .+, registered to ${partyPattern.source}$`);

/** Takes the MPANs of the selected scenarios from a pool of which nothing has been taken, as a run would. */
export function assignMpans(
  scenarios: readonly ScenarioText[],
  pool: LoadedPool,
  { bindingOf, parties }: Market,
): AssignedMpan[] {
  return scenarios.flatMap(({ id: scenario, steps, tags }) => {
    const { positions } = bindingOf(tags);
    const suppliers = new Map(steps.flatMap((step) => suppliedBy(step)));
    return [...mpansOfSteps(steps)].map(([label, kind]) => {
      const supplier = suppliers.get(label) ?? 'SUP (outgoing)';
      const suits = (mpan: TestMpan) => suitsPositions(mpan, positions, parties, supplier);
      return { scenario, label, kind, positions, supplier, mpan: pool.take(kind, { scenario, label, suits }) };
    });
  });
}

function suppliedBy(step: string): [label: string, position: string][] {
  const [, label, words] = given.exec(step) ?? [];
  return label && words ? [[label, positionOfWords(words, 'S')]] : [];
}

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
export function kindText({ segment, meterKind, energyDirection, energisation }: MpanKind): string {
  const parts = [
    segment && `segment ${segment}`,
    meterKind,
    energyDirection && words[energyDirection],
    energisation && states[energisation],
  ].filter(Boolean);
  return parts.join(', ') || 'of any kind';
}
