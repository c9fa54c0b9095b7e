import type { Result } from '../subject';
import { isWeaker, type Grade, type Rules } from './rules';

/** A requirement of a register or of the user's own list, by which scenarios it is proved. */
export interface KnownRequirement {
  id: string;
  /** Ids of scenarios; one without its case stands for every row of its outline. */
  scenarios: readonly string[];
  /** The weakest grade that proves it, where its list says one. */
  minimumGrade?: Grade | null;
}

/** What a submission must show: scenario → the weakest grade of proof that will do. `unknown`: ids nobody knows. */
export interface Required {
  least: ReadonlyMap<string, Grade>;
  unknown: string[];
}

/**
 * The scenarios that the rules require. A requirement stands for the scenarios that prove it, without those that do not
 * apply to this participant. Where several name a scenario, the strongest grade holds.
 */
export function requiredOf(
  results: readonly Pick<Result, 'id' | 'verdict'>[],
  { required, minimumGrade, minimumGrades }: Rules,
  requirements: readonly KnownRequirement[],
): Required {
  const find = finder(results, requirements);
  const unknown = new Set<string>();
  const scenarios = (id: string, key: string): readonly string[] => {
    const found = find(id);
    if (found.length === 0 && !requirements.some((one) => one.id === id))
      unknown.add(`${id}: no scenario and no requirement that is known (evidence.${key} of the profile)`);
    return found;
  };
  const ids =
    required === 'all'
      ? results.filter(({ verdict }) => verdict !== 'not-applicable').map(({ id }) => id)
      : required.flatMap((id) => scenarios(id, 'required'));
  const named = new Map<string, Grade>();
  const raise = (found: readonly string[], grade: Grade) => {
    for (const id of found) {
      const known = named.get(id);
      if (known === undefined || isWeaker(known, grade)) named.set(id, grade);
    }
  };
  for (const [id, grade] of Object.entries(minimumGrades)) raise(scenarios(id, 'minimumGrade'), grade);
  for (const one of requirements) if (one.minimumGrade) raise(one.scenarios.flatMap(find), one.minimumGrade);
  return { least: new Map(ids.map((id) => [id, named.get(id) ?? minimumGrade])), unknown: [...unknown] };
}

/** Which scenarios an id stands for: itself, the rows of its outline, or those that prove the requirement. */
function finder(results: readonly Pick<Result, 'id' | 'verdict'>[], requirements: readonly KnownRequirement[]) {
  const verdicts = new Map(results.map(({ id, verdict }) => [id, verdict]));
  const rows = new Map<string, string[]>();
  for (const { id } of results) {
    const outline = id.split('/')[0]!;
    if (outline !== id) rows.set(outline, [...(rows.get(outline) ?? []), id]);
  }
  const scenarios = (id: string) => (verdicts.has(id) ? [id] : (rows.get(id) ?? []));
  return (id: string): string[] => {
    const own = scenarios(id);
    if (own.length > 0) return own;
    const proving = requirements.filter((one) => one.id === id).flatMap((one) => one.scenarios);
    // One that did not run is required all the same.
    return proving
      .flatMap((one) => (scenarios(one).length > 0 ? scenarios(one) : [one]))
      .filter((one) => verdicts.get(one) !== 'not-applicable');
  };
}
