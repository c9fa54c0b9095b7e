import { actDefinition } from '../market';
import { createTriggers, type Profile, type TriggerKind } from '../participant';
import type { Binding, Environment, Exclusion, LoadedPool, ScenarioText } from '../stage';
import { actsOfStep, recordsReadBy, segmentOf } from './step-acts';
import { assignMpans, mpansNeeded, partiesOf, type AssignedMpan, type MpanNeed } from './mpans';
import { unshownLegs, type UnshownLeg } from './off-dip';
import { waitingOf, type Waiting } from './waiting';

/** What a plan is made of: what was selected and left out, and what the participant and the environment have. */
export interface PlanInput {
  profile: Profile;
  environment: Environment;
  pool: LoadedPool;
  selected: readonly ScenarioText[];
  excluded: readonly { scenario: ScenarioText; exclusion: Exclusion }[];
  bindingOf(tags: readonly string[]): Binding;
  /** Scenarios at the same time. */
  workers: number;
}

/** An act that falls to the participant in some scenarios. */
export interface PlannedAct {
  act: string;
  what: string;
  how: TriggerKind;
  /** What a person does, for a manual act. */
  instruction?: string;
  /** Selected scenarios that ask for it. Without a trigger they run and cannot be played to their end. */
  scenarios: string[];
  /** Scenarios that are left out for want of its trigger. */
  notRun: string[];
}

/** What a selection needs before and while it runs. */
export interface Plan {
  scenarios: number;
  mpans: MpanNeed[];
  /** Which MPAN of the pool each scenario would have. */
  assigned: AssignedMpan[];
  acts: PlannedAct[];
  /** Whether the records of the participant can be read back, and in which scenarios they would be. */
  records: { probe: boolean; scenarios: string[] };
  waiting: Waiting;
  /** Legs off the DIP that will be shown as not seen. */
  offDip: UnshownLeg[];
}

/** Says what the selected scenarios need, from the words of their steps. Runs nothing. */
export function planOf(input: PlanInput): Plan {
  const { profile, environment, pool, selected, bindingOf, workers } = input;
  const assigned = assignMpans(selected, pool, { bindingOf, parties: partiesOf(environment, profile) });
  return {
    scenarios: selected.length,
    mpans: mpansNeeded(assigned, pool),
    assigned,
    acts: plannedActs(input),
    records: { probe: profile.probes.records !== undefined, scenarios: readingBack(input) },
    waiting: waitingOf(selected, environment, workers),
    offDip: unshownLegs(input),
  };
}

/** Acts of the participant; `loadMeteringPoint` is not among them: without a trigger the system is taken to know. */
export function plannedActs({
  profile,
  selected,
  excluded,
  bindingOf,
}: Pick<PlanInput, 'profile' | 'selected' | 'excluded' | 'bindingOf'>): PlannedAct[] {
  const triggers = createTriggers({ profile });
  const acts = new Map<string, PlannedAct>();
  const planned = (act: string): PlannedAct => {
    const instruction = triggers.instruction(act);
    const fresh: PlannedAct = {
      act,
      what: actDefinition(act)?.what ?? '',
      how: triggers.kindOf(act),
      ...(instruction === undefined ? {} : { instruction }),
      scenarios: [],
      notRun: [],
    };
    if (!acts.has(act)) acts.set(act, fresh);
    return acts.get(act)!;
  };
  for (const scenario of selected) {
    for (const act of ownActs(scenario, bindingOf(scenario.tags))) planned(act).scenarios.push(scenario.id);
  }
  for (const { scenario, exclusion } of excluded) {
    if (exclusion.verdict !== 'not-run') continue;
    for (const act of ownActs(scenario, bindingOf(scenario.tags))) {
      if (triggers.kindOf(act) === 'absent') planned(act).notRun.push(scenario.id);
    }
  }
  return [...acts.values()];
}

/** Acts that a scenario asks of the participant, each once. */
function ownActs({ steps }: ScenarioText, { actors }: Binding): string[] {
  const segment = segmentOf(steps);
  const asked = steps.flatMap((step) => actsOfStep(step, segment));
  return [...new Set(asked.filter(({ position }) => actors[position] === 'participant').map(({ act }) => act))];
}

/** Scenarios that read the records of the participant back. */
export function readingBack({ selected, bindingOf }: Pick<PlanInput, 'selected' | 'bindingOf'>): string[] {
  const readsOwn = ({ steps, tags }: ScenarioText): boolean => {
    const { actors } = bindingOf(tags);
    const segment = segmentOf(steps);
    return steps.some((step) => actors[recordsReadBy(step, segment) ?? ''] === 'participant');
  };
  return selected.filter(readsOwn).map(({ id }) => id);
}
