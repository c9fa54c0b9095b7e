import type { ScenarioVerdict } from '../verdict';
import type { RunFiles } from './run-files';
import type { VerdictKind } from './totals';

/** One time that a scenario was tried. */
export interface Attempt {
  run: RunFiles;
  scenario: ScenarioVerdict;
  /** Whether its verdict is the one that counts. */
  counts: boolean;
  /** Why it does not count, or why it does though it is of an earlier build. */
  reason?: string;
}

/** An attempt of which only the campaign's record knows: its run cannot be shown any more. */
export interface LostAttempt {
  /** Id of the run. */
  run: string;
  verdict: VerdictKind;
  /** Why it cannot be shown. */
  reason: string;
}

/** What evidence says of one scenario. */
export interface Result {
  id: string;
  verdict: VerdictKind;
  /** Why it was left out; of a scenario that ran, its scenario says. */
  reason: string | null;
  /** As it ran in `run`; absent when the selection left it out, no run counts, or the run that counts is lost. */
  scenario?: ScenarioVerdict;
  /** The run whose verdict counts. */
  run: RunFiles;
  /** All attempts in the order of their runs. */
  attempts: readonly Attempt[];
  /** Attempts in runs of a campaign that are gone or were changed since they were added. */
  lost?: readonly LostAttempt[];
}

/** What a report is about: one run, or the runs of a campaign. */
export interface Subject {
  kind: 'run' | 'campaign';
  /** Id of the run, or name of the campaign. */
  name: string;
  /** In the order in which they were started; the last is of the build under test. Never empty. */
  runs: readonly RunFiles[];
  /** One for each scenario, in the order of the first run that has it. */
  results: readonly Result[];
  /** What is missing or was broken, in words: a run that is not there any more, a gap in the sequence. */
  gaps: readonly string[];
}

/** The subject that is one run. */
export function subjectOfRun(run: RunFiles): Subject {
  const results: Result[] = run.verdicts.scenarios.map((scenario) => ({
    id: scenario.id,
    verdict: scenario.verdict,
    reason: scenario.reason,
    scenario,
    run,
    attempts: [{ run, scenario, counts: true }],
  }));
  const left = run.leftOut.map((one): Result => ({ ...one, run, attempts: [] }));
  return { kind: 'run', name: run.verdicts.run, runs: [run], results: [...results, ...left], gaps: [] };
}
