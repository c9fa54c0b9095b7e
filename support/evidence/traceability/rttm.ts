import { nearest } from '../../errors';
import { referenceText, type Artefact, type Reference, type Registers } from '../../requirements';
import type { ArtefactFact, Exchange, OwnFact, RequirementFact, Rttm } from './facts';
import { orphansOf } from './orphans';
import type { Subject } from '../subject';
import type { OwnList, OwnRow } from './own-list';
import { judge, meant, type LeftOutById } from './state';
import { outlineOf, tracedScenarios, type Traced } from './traced';

/** What a matrix is made of. `known`: the ids of all scenarios that there are. */
export interface RttmInput {
  subject: Subject;
  registers: Pick<Registers, 'requirements' | 'artefacts'>;
  known: readonly string[];
  own?: OwnList;
}

/** The traceability matrix of a run or campaign. */
export function rttmOf({ subject, registers, known, own }: RttmInput): Rttm {
  const scenarios = tracedScenarios(subject);
  const left = leftOutOf(subject);
  const roles = new Set(subject.runs.flatMap(({ verdicts }) => verdicts.participant.roles));
  const requirements = registers.requirements.map((requirement): RequirementFact => ({
    requirement,
    inScope: requirement.roles.some((role) => roles.has(role)),
    scenarios: scenariosOf(requirement.scenarios, scenarios),
    ...judge(requirement.scenarios, scenarios, left),
  }));
  const ownRows = own?.rows.map((row) => ownFact(row, scenarios, left, known)) ?? [];
  return {
    ...{ subject, scenarios, requirements },
    artefacts: registers.artefacts.map((artefact) => artefactFact(artefact, scenarios)),
    own: own ? { list: own, rows: ownRows } : null,
    orphans: orphansOf(requirements, scenarios, own, ownRows),
  };
}

/** What the selection of the last run that knows a scenario left out, and no run has a result of. */
function leftOutOf({ runs, results }: Subject): LeftOutById {
  const excluded = runs.flatMap(({ selection }) => selection.excluded);
  const had = new Set(results.map(({ id }) => id));
  return new Map(excluded.filter(({ id }) => !had.has(id)).map((one) => [one.id, one]));
}

const scenariosOf = (ids: readonly string[], scenarios: readonly Traced[]): Traced[] =>
  scenarios.filter((one) => ids.some((id) => meant(id, one)));

function ownFact(row: OwnRow, scenarios: readonly Traced[], left: LeftOutById, known: readonly string[]): OwnFact {
  const every = new Set([...known, ...scenarios.map(({ id }) => id), ...left.keys()]);
  const outlines = new Set([...every].map(outlineOf));
  const unknown = row.scenarios
    .filter((id) => !every.has(id) && !outlines.has(id))
    .map((id) => ({ id, nearest: nearest(id, id.includes('/') ? [...every] : [...outlines]) ?? null }));
  const judged = judge(row.scenarios, scenarios, left, row.minimumGrade);
  return { row, scenarios: scenariosOf(row.scenarios, scenarios), unknown, ...judged };
}

function artefactFact(artefact: Artefact, scenarios: readonly Traced[]): ArtefactFact {
  const today = artefact.today ?? [];
  const exchanges = scenarios.flatMap((scenario): Exchange[] => {
    const found = today.map((reference) => exchangedIn(reference, scenario)).filter((one) => one !== undefined);
    return found.length > 0 ? [{ scenario, transactions: [...new Set(found.flat())] }] : [];
  });
  const passed = exchanges.some(({ scenario }) => scenario.verdict === 'pass');
  const gone = exchanges.length > 0 ? (passed ? 'exchanged' : 'exchanged, none passed') : 'not exchanged';
  return {
    artefact,
    today: today.map(referenceText),
    state: today.length === 0 ? 'nothing carries it today' : gone,
    exchanges,
  };
}

/** Transaction ids of what carries an artefact, in a scenario; undefined where nothing of it went there. */
function exchangedIn(reference: Reference, { scenario, legs, flows }: Traced): string[] | undefined {
  if (!scenario || scenario.started === null) return undefined;
  if (reference.kind === 'process') return scenario.process === reference.id ? [] : undefined;
  if (reference.kind === 'role') return scenario.roles.includes(reference.id) ? [] : undefined;
  if (reference.kind === 'flow') return flows.includes(reference.id) ? [] : undefined;
  const carried = legs.filter((leg) =>
    reference.kind === 'event'
      ? leg.interface === reference.interface && leg.event === reference.event
      : leg.interface === reference.id,
  );
  return carried.length > 0 ? carried.flatMap(({ transactionID }) => transactionID ?? []) : undefined;
}
