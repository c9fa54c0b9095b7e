import { scenario, verdictsOf } from '../fixture-verdicts';
import type { RunFiles } from '../run-files';
import type { Attempt, Subject } from '../subject';
import type { Verdicts } from '../../verdict';

/** A run without files behind it. */
export function runOf(
  run: string,
  build: string,
  scenarios: Verdicts['scenarios'],
  over: Partial<Verdicts> = {},
): RunFiles {
  const systemUnderTest = { name: 'CRM', boundary: null, components: [{ name: 'crm', version: build }] };
  const verdicts = { ...verdictsOf(scenarios, { run, systemUnderTest, ...over }) };
  const selection = { selected: scenarios.map(({ id }) => id), excluded: [] };
  return { verdicts, selection, leftOut: [], entriesOf: () => [], diagramsOf: () => [], hashes: {} };
}

/** A campaign of runs: the last attempt of a scenario counts. */
export function campaignOf(runs: readonly RunFiles[], gaps: readonly string[] = []): Subject {
  const ids = [...new Set(runs.flatMap(({ verdicts }) => verdicts.scenarios.map(({ id }) => id)))];
  const results = ids.map((id) => {
    const tries = runs.flatMap((run) =>
      run.verdicts.scenarios.filter((one) => one.id === id).map((one) => ({ run, one })),
    );
    const attempts = tries.map(({ run, one }, index): Attempt => ({
      run,
      scenario: one,
      counts: index === tries.length - 1,
    }));
    const last = attempts.at(-1)!;
    return { id, verdict: last.scenario.verdict, reason: last.scenario.reason, ...last, attempts };
  });
  return { kind: 'campaign', name: 'pit-7', runs, results, gaps };
}

const reason = (mpan: string) =>
  `step     Then these messages are exchanged for MPAN "${mpan}"\nexpected IF-031 [MSApp] from SUP (incoming) within 30 s\nnothing came`;

export const failing = (id: string, started: string, over: Partial<Parameters<typeof scenario>[0]> = {}) =>
  scenario({ id, started, verdict: 'fail', blame: 'participant', code: 'LEG_MISSING', reason: reason(id), ...over });
