import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assumptionsOf, effectiveEnvironment, type Exclusion } from '../stage';
import { effectiveProfile } from '../participant';
import { readLedger } from '../ledger';
import {
  exitCodeOf,
  findingsOfRun,
  judge,
  totalsOf,
  type Finding,
  type Outcome,
  type ScenarioVerdict,
  type Verdicts,
} from '../verdict';
import { harnessState } from './harness';
import type { Prepared } from './prepare';

export interface Ending {
  prepared: Prepared;
  run: string;
  folder: string;
  started: Date;
  ended: Date;
  outcomes: Outcome[];
  excluded: readonly Exclusion[];
  /** Scenarios that were selected and never began. */
  notBegun: readonly string[];
  interrupted: boolean;
}

/** Judges a run from Cucumber's messages and the ledger, and writes verdicts.json and what belongs beside it. */
export async function finish(ending: Ending): Promise<Verdicts> {
  const { prepared, folder, outcomes, interrupted } = ending;
  const { environment, profile, assumptions, options, roles } = prepared;
  const reading = await readLedger(join(folder, 'ledger.ndjson')).catch(() => undefined);
  const ledger = reading?.entries ?? [];
  const own = new Set(
    profile.identities.filter((one) => (roles as string[]).includes(one.role)).map((one) => one.dipId),
  );
  const absenceLevel = environment.levels.absence?.level ?? 'should';
  const scenarios = outcomes.map((outcome) => judge(outcome, { ledger, own, absenceLevel }));
  const findings = [...findingsOfRun(ledger), ...brokenLedger(reading)];
  const totals = totalsOf(scenarios);
  const cutOff = interrupted || ending.notBegun.length > 0;
  const used = new Set([...assumptionsOf(environment), ...outcomes.flatMap(({ described }) => described.assumes)]);
  const verdicts: Verdicts = {
    schema: 1,
    run: ending.run,
    started: ending.started.toISOString(),
    ended: ending.ended.toISOString(),
    partial: cutOff,
    harness: harnessState(),
    systemUnderTest: profile.systemUnderTest,
    participant: { name: profile.name, roles, bundled: profile.bundled },
    stage: environment.stage,
    release: environment.release,
    totals: {
      ...totals,
      notApplicable: totals.notApplicable + ending.excluded.filter((one) => one.verdict === 'not-applicable').length,
      notRun:
        totals.notRun + ending.excluded.filter((one) => one.verdict === 'not-run').length + ending.notBegun.length,
    },
    exitCode: exitCodeOf(scenarios, findings, { strict: options.strict, interrupted: cutOff }),
    scenarios,
    findings,
    assumptions: assumptions
      .filter(({ id }) => used.has(id))
      .map(({ id, text, default: value }) => ({
        id,
        text,
        value,
        confirmedBy: null,
        touched: touchedBy(id, prepared, outcomes, scenarios),
      })),
  };
  await Promise.all([
    writeFile(join(folder, 'verdicts.json'), `${JSON.stringify(verdicts, null, 2)}\n`),
    writeFile(join(folder, 'profile.effective.yaml'), effectiveProfile(profile)),
    writeFile(join(folder, 'environment.effective.yaml'), effectiveEnvironment(environment)),
    writeFile(join(folder, 'run.json'), `${JSON.stringify({ schema: 1, run: ending.run, options }, null, 2)}\n`),
  ]);
  return verdicts;
}

/** A ledger that cannot be read, or whose chain is broken, proves nothing. */
function brokenLedger(reading: { intact: boolean; problem?: string } | undefined): Finding[] {
  if (reading?.intact) return [];
  const reason = reading ? `the ledger is not intact: ${reading.problem}` : 'the ledger cannot be read';
  return [{ code: 'LEDGER_BROKEN', blame: 'harness', level: 'must', reason, ledger: [] }];
}

/** Scenarios whose verdict rests on an assumption: by tag, or because a check or a limit that names it was used. */
function touchedBy(
  id: string,
  { environment }: Prepared,
  outcomes: readonly Outcome[],
  scenarios: readonly ScenarioVerdict[],
): string[] {
  const levels = Object.entries(environment.levels).filter(([, level]) => level.assumption === id);
  const checks = new Set(levels.map(([check]) => check));
  const isLimit = Object.values(environment.limits).some((limit) => limit.assumption === id);
  return scenarios
    .filter((scenario, index) => {
      const tagged = outcomes[index]!.described.assumes.includes(id);
      const checked = scenario.checks.some((check) => checks.has(check.id) && check.status !== 'not-applicable');
      return tagged || checked || isLimit;
    })
    .map((scenario) => scenario.id);
}
