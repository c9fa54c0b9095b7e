import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsOf, sessionErrors, type QualifyError } from '../errors';
import { effectiveEnvironment, participantRoles, releaseInForce, type Exclusion, type Scenario } from '../stage';
import { effectiveProfile } from '../participant';
import { readLedger } from '../ledger';
import {
  exitCodeOf,
  findingsOfRun,
  judge,
  strictly,
  totalsOf,
  type Finding,
  type Outcome,
  type ScenarioVerdict,
  type SystemAnswered,
  type Verdicts,
} from '../verdict';
import { ownIdentities } from './access';
import { assumptionsUsed } from './assumptions-used';
import { harnessState } from './harness';
import { interruptedBefore, notBegun } from './not-begun';
import type { Prepared } from './prepare';
import { portable } from './portable-options';
import { stopReason } from './stop-rule';
import { systemFindings } from './system-asked';

const raise = errorsOf(sessionErrors);

export interface Ending {
  prepared: Prepared;
  run: string;
  folder: string;
  started: Date;
  ended: Date;
  outcomes: Outcome[];
  excluded: readonly Exclusion[];
  /** What was to run; what is not among the outcomes never began. */
  selected: readonly Scenario[];
  interrupted: boolean;
  /** True when the run stopped by itself, after failures that were not the participant's. */
  stopped: boolean;
  /** What ended before the run did. */
  losses: readonly QualifyError[];
  /** What the system under test said of itself, where the profile names a probe for it. */
  answered?: SystemAnswered | undefined;
}

/** Judges a run from Cucumber's messages and the ledger, and writes verdicts.json and what belongs beside it. */
export async function finish(ending: Ending): Promise<Verdicts> {
  const { prepared, folder, outcomes, interrupted, stopped } = ending;
  const { environment, profile, options, roles } = prepared;
  const reading = await readLedger(join(folder, 'ledger.ndjson')).catch(() => undefined);
  const ledger = reading?.entries ?? [];
  const own = new Set(ownIdentities(prepared).map((one) => one.dipId));
  const absenceLevel = environment.levels.absence?.level ?? 'should';
  const verdictOf = options.strict ? strictly : (one: ScenarioVerdict) => one;
  const judged = outcomes.map((outcome) => verdictOf(judge(outcome, { ledger, own, absenceLevel })));
  const ids = new Set(judged.map(({ id }) => id));
  const why = interrupted ? interruptedBefore : stopped ? stopReason : null;
  const missing = ending.selected
    .filter(({ id }) => !ids.has(id))
    .map((scenario) => notBegun(scenario, participantRoles(prepared.ability.binding(scenario.tags)), why));
  const scenarios = [...judged, ...missing];
  const { answered } = ending;
  const findings = [
    ...findingsOfRun(ledger),
    ...(answered ? systemFindings(profile.systemUnderTest, answered) : []),
    ...ending.losses.map(finding),
    ...brokenLedger(reading, ending),
  ];
  const totals = totalsOf(scenarios);
  const cutOff = interrupted || missing.length > 0;
  const verdicts: Verdicts = {
    schema: 1,
    run: ending.run,
    started: ending.started.toISOString(),
    ended: ending.ended.toISOString(),
    partial: cutOff,
    harness: harnessState(),
    systemUnderTest: { ...profile.systemUnderTest, ...(answered && { answered }) },
    participant: { name: profile.name, roles, bundled: profile.bundled },
    stage: environment.stage,
    dip: environment.dip,
    release: environment.release,
    inForce: releaseInForce(environment, ending.started) ?? null,
    totals: {
      ...totals,
      notApplicable: totals.notApplicable + ending.excluded.filter((one) => one.verdict === 'not-applicable').length,
      notRun: totals.notRun + ending.excluded.filter((one) => one.verdict === 'not-run').length,
    },
    exitCode: exitCodeOf(scenarios, findings, { strict: options.strict, interrupted }),
    scenarios,
    findings,
    assumptions: assumptionsUsed(prepared, outcomes, judged),
  };
  const asked = { schema: 1, run: ending.run, options: portable(options, folder) };
  await Promise.all([
    writeFile(join(folder, 'verdicts.json'), `${JSON.stringify(verdicts, null, 2)}\n`),
    writeFile(join(folder, 'profile.effective.yaml'), effectiveProfile(profile)),
    writeFile(join(folder, 'environment.effective.yaml'), effectiveEnvironment(environment)),
    writeFile(join(folder, 'run.json'), `${JSON.stringify(asked, null, 2)}\n`),
  ]);
  return verdicts;
}

/** A ledger that cannot be read, is broken or was not finished proves nothing. */
function brokenLedger(
  reading: { intact: boolean; problem?: string } | undefined,
  { outcomes, interrupted }: Ending,
): Finding[] {
  if (reading?.intact || (!reading && interrupted && outcomes.length === 0)) return [];
  const problem = reading ? `the ledger is not intact: ${reading.problem}` : 'the ledger cannot be read';
  return [finding(raise('LEDGER_BROKEN', { problem }))];
}

function finding({ code, kind, message }: QualifyError): Finding {
  return { code, blame: kind, level: 'must', reason: message, ledger: [] };
}
