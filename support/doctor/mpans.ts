import { fits, type LoadedPool, type MpanKind, type ScenarioText } from '../stage';
import { mpansOfSteps } from './step-acts';

/** Test MPANs of one kind that the selected scenarios need. */
export interface MpanNeed {
  /** `segment S, smart, import, energised`. */
  kind: string;
  needed: number;
  /** How many the pool holds. */
  there: number;
  /** How many are not to be had once the scenarios before have taken theirs. */
  missing: number;
  /** Scenarios that need them. */
  scenarios: string[];
}

/** Counts the MPANs of the selected scenarios by kind, and takes them from a pool of which nothing has been taken. */
export function mpansNeeded(scenarios: readonly ScenarioText[], pool: LoadedPool): MpanNeed[] {
  const needs = new Map<string, MpanNeed>();
  for (const { id, steps } of scenarios) {
    for (const kind of mpansOfSteps(steps).values()) {
      const text = kindText(kind);
      const need = needs.get(text) ?? { kind: text, needed: 0, there: held(pool, kind), missing: 0, scenarios: [] };
      needs.set(text, need);
      need.needed += 1;
      if (!pool.take(kind)) need.missing += 1;
      if (!need.scenarios.includes(id)) need.scenarios.push(id);
    }
  }
  return [...needs.values()];
}

function held({ ranges }: LoadedPool, kind: MpanKind): number {
  return ranges.filter((range) => fits(range, kind)).reduce((sum, { count }) => sum + count, 0);
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
