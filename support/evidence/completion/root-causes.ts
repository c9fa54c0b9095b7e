import { rootCause, type ScenarioVerdict } from '../../verdict';
import { buildName } from '../traceability/traced';
import type { RunFiles } from '../run-files';
import type { Subject } from '../subject';
import { mustFindings } from '../totals';
import type { KnownDefect } from './completion-file';

/** When something was seen. */
export interface Sighting {
  run: string;
  build: string;
  /** ISO time. */
  at: string;
}

/** Failures that are alike, in all runs of a subject. */
export interface RootCause {
  verdict: 'fail' | 'inconclusive' | 'finding';
  blame: string | null;
  code: string | null;
  /** The failure text of the first of them. */
  reason: string;
  /** Ids of scenarios that showed it; empty for findings of runs. */
  scenarios: string[];
  times: number;
  first: Sighting;
  last: Sighting;
  /** Whether a result that counts, or the last run, still shows it. */
  open: boolean;
  /** What the user's file knows of it. */
  defects: KnownDefect[];
}

/** A defect of the user's file that no failure of these runs matches. */
export interface Causes {
  causes: RootCause[];
  unseen: KnownDefect[];
}

interface Failure extends Pick<RootCause, 'verdict' | 'blame' | 'code' | 'reason' | 'open'> {
  scenario: string | null;
  seen: Sighting;
}

/** The failures and findings of a subject by root cause, those still open first, then the most frequent. */
export function rootCauses(subject: Subject, defects: readonly KnownDefect[]): Causes {
  const groups = new Map<string, Failure[]>();
  for (const one of failuresOf(subject)) {
    const key = rootCause([one.verdict, one.blame, one.code], one.reason);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const causes = [...groups.values()].map((members) => causeOf(members, defects));
  causes.sort((a, b) => Number(b.open) - Number(a.open) || b.times - a.times);
  const seen = new Set(causes.flatMap((cause) => cause.defects));
  return { causes, unseen: defects.filter((one) => !seen.has(one)) };
}

function failuresOf({ results, runs }: Subject): Failure[] {
  const ofScenarios = results.flatMap(({ attempts }) =>
    attempts.flatMap(({ run, scenario, counts }): Failure[] => {
      const { verdict, blame, code, reason } = scenario;
      // What never began failed at nothing.
      if ((verdict !== 'fail' && verdict !== 'inconclusive') || code === 'SCENARIO_NOT_BEGUN') return [];
      const common = { verdict, blame, code, reason: reason ?? '', open: counts, scenario: scenario.id };
      return [{ ...common, seen: seenAt(run, scenario) }];
    }),
  );
  const ofRuns = runs.flatMap((run, index) =>
    mustFindings(run.verdicts).map(({ blame, code, reason }): Failure => {
      const open = index === runs.length - 1;
      return { verdict: 'finding', blame, code, reason, open, scenario: null, seen: seenAt(run) };
    }),
  );
  return [...ofScenarios, ...ofRuns];
}

const seenAt = (run: RunFiles, scenario?: ScenarioVerdict): Sighting => ({
  run: run.verdicts.run,
  build: buildName(run),
  at: scenario?.started ?? run.verdicts.started,
});

function causeOf(members: readonly Failure[], defects: readonly KnownDefect[]): RootCause {
  const [one] = members as [Failure, ...Failure[]];
  const seen = members.map((member) => member.seen).sort((a, b) => (a.at < b.at ? -1 : 1));
  const scenarios = [...new Set(members.flatMap(({ scenario }) => scenario ?? []))];
  return {
    ...{ verdict: one.verdict, blame: one.blame, code: one.code, reason: one.reason },
    ...{ scenarios, times: members.length, first: seen[0]!, last: seen.at(-1)! },
    open: members.some(({ open }) => open),
    defects: defects.filter(({ match }) => members.some((member) => matches(match, member))),
  };
}

function matches({ code, scenario, blame, text }: KnownDefect['match'], one: Failure): boolean {
  const id = one.scenario ?? '';
  return (
    (code === undefined || code === one.code) &&
    (scenario === undefined || id === scenario || id.startsWith(`${scenario}/`)) &&
    (blame === undefined || blame === one.blame) &&
    (text === undefined || one.reason.toLowerCase().includes(text.toLowerCase()))
  );
}
