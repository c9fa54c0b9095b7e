import { existsSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { appendChained, readChain } from '../../ledger';
import { readRunLine } from './run-line';

const chained = { seq: z.number().int(), prev: z.string(), at: z.string() };

/** A line of runs.ndjson: a run that was begun, written before its first message. */
const begunLine = z.object({
  ...chained,
  run: z.string(),
  stage: z.string(),
  release: z.string(),
  participant: z.string(),
});
/** A line of pruned.ndjson: a run that was deleted. */
const prunedLine = z.object({
  ...chained,
  run: z.string(),
  started: z.string(),
  /** SHA-256 (hex) of its verdicts.json; null where it had none. */
  verdicts: z.string().nullable(),
  bytes: z.number(),
  why: z.string(),
});
export type PrunedRun = z.infer<typeof prunedLine>;

export interface BegunRun {
  run: string;
  /** ISO time. */
  started: string;
  stage: string;
  /** Null where only the name of its folder speaks of it. */
  participant: string | null;
  release: string | null;
  /** Where it is now, in words. */
  state: string;
}

export interface RunsRecord {
  begun: BegunRun[];
  pruned: PrunedRun[];
  /** What is wrong with runs.ndjson. */
  problem?: string;
}

const runId = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(PIT|SIT|UIT)-[0-9a-f]{4}$/;

/** The folders directly below that of the runs that may be runs, by name; links are none. */
export function runFolders(reports: string): string[] {
  if (!existsSync(reports)) return [];
  const names = readdirSync(reports).filter((name) => {
    const folder = path.join(reports, name);
    if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
    return runId.test(name) || ['verdicts.json', 'run.json'].some((file) => existsSync(path.join(folder, file)));
  });
  return names.sort();
}

/** Every run of which there is a trace below `reports`: begun, there, or pruned. */
export function readRunsRecord(reports: string): RunsRecord {
  const { lines, problem } = readChain(path.join(reports, 'runs.ndjson'), begunLine);
  const pruned = readPruned(reports);
  const there = new Set(runFolders(reports));
  const known = new Set(lines.map(({ run }) => run));
  const noted = lines.map(({ run, at, stage, release, participant }): BegunRun => {
    return { run, started: at, stage, release, participant, state: stateOf(reports, run, there, pruned) };
  });
  const unnoted = [...there].filter((name) => !known.has(name)).flatMap((name) => unnotedRun(reports, name));
  return { begun: [...noted, ...unnoted], pruned, ...(problem && { problem }) };
}

/** What pruned.ndjson says, as far as it can be read. */
export function readPruned(reports: string): PrunedRun[] {
  return readChain(path.join(reports, 'pruned.ndjson'), prunedLine).lines;
}

export function notePruned(reports: string, own: Omit<PrunedRun, 'seq' | 'prev'>): void {
  const file = path.join(reports, 'pruned.ndjson');
  appendChained(file, readChain(file, prunedLine), own);
}

function stateOf(reports: string, run: string, there: ReadonlySet<string>, pruned: readonly PrunedRun[]): string {
  if (there.has(run)) {
    return readRunLine(path.join(reports, run)) === 'no verdicts' ? 'it ended without verdicts' : 'its folder is there';
  }
  const gone = pruned.find((one) => one.run === run);
  return gone ? `it was deleted by prune on ${gone.at.slice(0, 10)}` : 'its folder is gone, and nothing says why';
}

/** A run whose folder alone speaks of it. */
function unnotedRun(reports: string, name: string): BegunRun[] {
  const totals = readRunLine(path.join(reports, name));
  const state = totals === 'no verdicts' ? 'it ended without verdicts' : 'its folder is there';
  if (typeof totals === 'object') return [{ ...totals, state }];
  const parts = runId.exec(name);
  if (!parts) return [];
  const [, year, month, day, hour, minute, second, stage] = parts;
  const started = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return [{ run: name, started, stage: stage!, participant: null, release: null, state }];
}
