import type { ExpectedLeg, Match } from '../conversation';
import type { Blame } from '../errors';
import { QualifyError } from '../errors';
import { attachmentTypes, type ScenarioFindings } from '../verdict';
import type { ScenarioMpan } from './scene';

export { attachmentTypes };

/** What a scenario found besides the status of its steps; the After hook attaches it for the verdict. */
export interface Findings {
  /** The last table of legs of an MPAN, for the diagram and the checks. */
  table(mpan: ScenarioMpan, legs: ExpectedLeg[], match: Match): void;
  check(check: ScenarioFindings['checks'][number]): void;
  /** A named message of which no more than `allowed` may be accepted from a party, to the end of the run. */
  absence(absence: ScenarioFindings['absences'][number]): void;
  /** The participant's own records showed the effect. */
  readBack(): void;
  /** The records that a step asks for could not be read: it passes and shows nothing. */
  notShown(step: string, why: string): void;
  /** The legs off the DIP of the table that a step has compared; also when there are none. */
  offDip(step: string, legs: ScenarioFindings['offDip'][number]['legs']): void;
  /** Something that is recorded and not judged. */
  note(text: string): void;
  /** The scenario rests on an assumption of the register. */
  restsOn(assumption: string): void;
  failed(error: unknown): void;
  readonly tables: ReadonlyMap<ScenarioMpan, { legs: ExpectedLeg[]; match: Match }>;
  result(): ScenarioFindings;
}

export function createFindings(): Findings {
  const tables = new Map<ScenarioMpan, { legs: ExpectedLeg[]; match: Match }>();
  const checks: ScenarioFindings['checks'] = [];
  const absences: ScenarioFindings['absences'] = [];
  const notes: string[] = [];
  const notShown: ScenarioFindings['notShown'] = [];
  const offDip: ScenarioFindings['offDip'] = [];
  const assumptions = new Set<string>();
  let failure: ScenarioFindings['failure'] = null;
  let readBack = false;
  return {
    tables,
    table: (mpan, legs, match) => void tables.set(mpan, { legs, match }),
    check: (check) => void checks.push(check),
    absence: (absence) => void absences.push(absence),
    readBack: () => void (readBack = true),
    notShown: (step, why) => void notShown.push({ step, why }),
    offDip: (step, legs) => void offDip.push({ step, legs }),
    restsOn: (assumption) => void assumptions.add(assumption),
    note: (text) => void notes.push(text),
    failed(error) {
      failure ??= failureOf(error);
    },
    result: () => ({
      failure,
      checks: [...checks, ...[...tables.values()].flatMap(({ match }) => match.checks)],
      absences,
      notes,
      readBack,
      notShown,
      offDip,
      mpans: [],
      assumptions: [...assumptions],
    }),
  };
}

function failureOf(error: unknown): { code: string; blame: Blame; text: string; fix: string } {
  if (error instanceof QualifyError) {
    return { code: error.code, blame: error.kind, text: error.message, fix: error.fix };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'HARNESS_FAULT',
    blame: 'harness',
    text,
    fix: 'Report this with the run folder: it is a fault of the harness.',
  };
}
