import { offDipText, type ScenarioVerdict } from '../../verdict';
import { buildOf, buildText } from '../campaign/build';
import type { RunFiles } from '../run-files';
import type { Result, Subject } from '../subject';
import type { VerdictKind } from '../totals';

/** A message that the participant sent or got in a scenario. */
export interface Leg {
  interface: string;
  event: string | null;
  transactionID: string | null;
}

/** What traceability tells of one scenario: the result that counts, and what went in it. */
export interface Traced {
  /** `MQ-BP001-020/clocks go back` */
  id: string;
  /** Without the case of an outline, as registers name it: `MQ-BP001-020`. */
  outline: string;
  verdict: VerdictKind;
  /** Why it failed or did not run. */
  reason: string | null;
  /** As it ran; undefined when the selection left it out. */
  scenario: ScenarioVerdict | undefined;
  /** The run whose verdict counts. */
  run: RunFiles;
  attempts: number;
  /** Why a pass shows less than its scenario asks for; empty where it shows all. */
  weak: readonly string[];
  legs: readonly Leg[];
  /** Of the participant's messages, in their order, each once. */
  transactions: readonly string[];
  /** Flows off the DIP that something shows: `D0168`. */
  flows: readonly string[];
}

/** The id that a register knows a scenario by. */
export const outlineOf = (id: string): string => id.split('/')[0]!;

/** The build that a run tested, as tables name it. */
export const buildName = ({ verdicts }: RunFiles): string => buildText(buildOf(verdicts));

/** Every scenario of a subject, with what the ledger of the run that counts shows of it. */
export function tracedScenarios({ results }: Pick<Subject, 'results'>): Traced[] {
  return results.map(traced);
}

function traced({ id, verdict, reason, scenario, run, attempts }: Result): Traced {
  const legs = scenario ? participantLegs(scenario, run) : [];
  const ids = legs.flatMap(({ transactionID }) => transactionID ?? []);
  const offDip = scenario?.steps.flatMap((step) => step.offDip ?? []) ?? [];
  return {
    ...{ id, outline: outlineOf(id), verdict, reason, scenario, run, legs },
    attempts: attempts.length,
    weak: scenario ? weakness(scenario, run) : [],
    transactions: [...new Set(ids)],
    flows: [...new Set(offDip.filter(({ how }) => how !== 'not seen').map(({ message }) => message))],
  };
}

function weakness({ steps }: ScenarioVerdict, { verdicts, ledgerProblem }: RunFiles): string[] {
  const unread = steps.flatMap(({ notShown }) => (notShown === undefined ? [] : [`not shown: ${notShown}`]));
  const unseen = steps
    .flatMap(({ offDip = [] }) => offDip.filter(({ how }) => how === 'not seen'))
    .map((leg) => `not seen: ${offDipText(leg)}`);
  const unproved = ledgerProblem === undefined ? [] : [`the ledger of ${verdicts.run} does not prove itself`];
  return [...new Set([...unread, ...unseen, ...unproved])];
}

function participantLegs({ id, positions }: ScenarioVerdict, run: RunFiles): Leg[] {
  return run.entriesOf(id).flatMap((entry) => {
    const own = entry.position !== undefined && positions[entry.position] === 'participant';
    if (!own || !entry.interface || (entry.kind !== 'accepted' && entry.kind !== 'delivered')) return [];
    return [
      { interface: entry.interface, event: entry.event ?? null, transactionID: entry.transactionID ?? null },
    ] satisfies Leg[];
  });
}
