import type { Finding, ScenarioVerdict, Verdicts } from '../verdict';

export type VerdictKind = ScenarioVerdict['verdict'];

/** How many scenarios had each verdict. */
export type Tally = Record<VerdictKind, number>;

export function tally(scenarios: readonly Pick<ScenarioVerdict, 'verdict'>[]): Tally {
  const counts: Tally = { pass: 0, fail: 0, inconclusive: 0, waiting: 0, 'not-applicable': 0, 'not-run': 0 };
  for (const { verdict } of scenarios) counts[verdict] += 1;
  return counts;
}

export function tallyOfTotals(totals: Verdicts['totals']): Tally {
  const { pass, fail, inconclusive, waiting, notApplicable, notRun } = totals;
  return { pass, fail, inconclusive, waiting, 'not-applicable': notApplicable, 'not-run': notRun };
}

/** Findings of the run that fail it. */
export function mustFindings(verdicts: Verdicts): Finding[] {
  return verdicts.findings.filter((finding) => finding.level === 'must');
}

export interface LeftOut {
  id: string;
  verdict: VerdictKind;
  reason: string;
}

/** What the selection left out, the verdicts do not list, and the totals count all the same. */
export function leftOut(verdicts: Verdicts, excluded: readonly LeftOut[]): LeftOut[] {
  const counted = tally(verdicts.scenarios);
  const stated = tallyOfTotals(verdicts.totals);
  return unlisted(verdicts, excluded).filter(({ verdict }) => stated[verdict] > counted[verdict]);
}

/** Why the totals and the scenarios contradict each other, if they do. */
export function totalsProblem(verdicts: Verdicts, excluded: readonly LeftOut[]): string | undefined {
  const counted = tally(verdicts.scenarios);
  const withLeftOut = tally([...verdicts.scenarios, ...unlisted(verdicts, excluded)]);
  const stated = tallyOfTotals(verdicts.totals);
  for (const kind of Object.keys(stated) as VerdictKind[]) {
    if (stated[kind] !== counted[kind] && stated[kind] !== withLeftOut[kind]) {
      return `totals say ${stated[kind]} × ${kind}, the scenarios are ${counted[kind]}`;
    }
  }
  const ids = new Set<string>();
  for (const { id } of verdicts.scenarios) {
    if (ids.has(id)) return `scenario ${id} stands in it twice`;
    ids.add(id);
  }
  return undefined;
}

function unlisted(verdicts: Verdicts, excluded: readonly LeftOut[]): LeftOut[] {
  const listed = new Set(verdicts.scenarios.map(({ id }) => id));
  return excluded.filter(({ id }) => !listed.has(id));
}
