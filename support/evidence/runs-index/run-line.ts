import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { verdictKinds, verdictsSchema, type ScenarioVerdict, type Verdicts } from '../../verdict';
import { statusOf } from '../allure-status';
import { buildOf, buildSchema } from '../campaign/build';
import { onOtherRelease } from '../release-text';
import { tally, type Tally } from '../totals';
import { writeWhole } from '../write-whole';

const tallySchema = z.record(z.enum(verdictKinds), z.number());
const schema = z.object({
  schema: z.literal(1),
  run: z.string(),
  started: z.iso.datetime(),
  ended: z.string(),
  partial: z.boolean(),
  bundled: z.boolean(),
  /** What takes weight from it, in words. */
  marks: z.array(z.string()),
  participant: z.string(),
  roles: z.array(z.string()),
  build: buildSchema,
  stage: z.string(),
  release: z.string(),
  exitCode: z.number(),
  /** Verdicts of the scenarios that were selected. */
  totals: tallySchema,
  /** The same as a test report counts it: failed is the participant's, broken anybody else's. */
  statuses: z.object({ passed: z.number(), failed: z.number(), broken: z.number(), skipped: z.number() }),
  processes: z.record(z.string(), tallySchema),
  /** By the roles that a scenario was to prove. */
  byRole: z.record(z.string(), tallySchema),
  /** Size of verdicts.json in bytes when this was written: what is of another size was changed since. */
  verdictsBytes: z.number(),
});

/** A run on one small page: what the index of all runs is made from. */
export type RunTotals = z.infer<typeof schema>;

const file = 'run-line.json';

/** What the index shows of a run; `verdictsBytes` is the size of its verdicts.json. */
export function runTotals(verdicts: Verdicts, verdictsBytes: number): RunTotals {
  const { run, started, ended, partial, participant, stage, release, exitCode, scenarios } = verdicts;
  return {
    schema: 1,
    ...{ run, started, ended, partial, stage, release, exitCode, verdictsBytes },
    bundled: participant.bundled,
    marks: marksOf(verdicts),
    participant: participant.name,
    roles: participant.roles,
    build: buildOf(verdicts),
    totals: tally(scenarios),
    statuses: statusesOf(scenarios),
    processes: talliesBy(scenarios, ({ process }) => [process]),
    byRole: talliesBy(scenarios, ({ roles }) => roles),
  };
}

function marksOf(verdicts: Verdicts): string[] {
  const { participant, partial, harness, stage, dip } = verdicts;
  const all = [
    partial && 'partial',
    participant.bundled && 'bundled reference participant',
    stage === 'UIT' && dip === 'simulated' && 'rehearsal on a simulated DIP',
    onOtherRelease(verdicts) && 'not the release in force',
    harness.modified && 'scenario set or harness modified',
  ];
  return all.filter((one) => one !== false);
}

function statusesOf(scenarios: readonly ScenarioVerdict[]): RunTotals['statuses'] {
  const counts = { passed: 0, failed: 0, broken: 0, skipped: 0 };
  for (const one of scenarios) counts[statusOf(one)] += 1;
  return counts;
}

function talliesBy(scenarios: readonly ScenarioVerdict[], keys: (one: ScenarioVerdict) => string[]) {
  const groups = new Map<string, ScenarioVerdict[]>();
  for (const one of scenarios) for (const key of keys(one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, own]): [string, Tally] => [key, tally(own)]));
}

/** Writes run-line.json beside verdicts.json. */
export async function writeRunLine(folder: string, verdicts: Verdicts): Promise<void> {
  const totals = runTotals(verdicts, sizeOf(folder) ?? 0);
  await writeWhole(path.join(folder, file), [`${JSON.stringify(totals)}\n`]);
}

/** What run-line.json says; a word where it is not there, unreadable, or older than verdicts.json. */
export function readRunLine(folder: string): RunTotals | 'no verdicts' | 'not indexed' | 'changed' {
  const bytes = sizeOf(folder);
  if (bytes === undefined) return 'no verdicts';
  const parsed = schema.safeParse(readJson(path.join(folder, file)));
  if (!parsed.success) return 'not indexed';
  return parsed.data.verdictsBytes === bytes ? parsed.data : 'changed';
}

/** Makes run-line.json anew from verdicts.json; undefined where that cannot be read. */
export async function remakeRunLine(folder: string): Promise<RunTotals | undefined> {
  const verdicts = verdictsSchema.safeParse(readJson(path.join(folder, 'verdicts.json')));
  if (!verdicts.success) return undefined;
  await writeRunLine(folder, verdicts.data);
  return runTotals(verdicts.data, sizeOf(folder) ?? 0);
}

const sizeOf = (folder: string) => statSync(path.join(folder, 'verdicts.json'), { throwIfNoEntry: false })?.size;

function readJson(place: string): unknown {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    return undefined;
  }
}
