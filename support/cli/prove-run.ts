import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { QualifyError } from '../errors';
import { runOptions } from '../session';
import { verdictsSchema, type Verdicts } from '../verdict';
import { startCucumber, type CucumberRun } from './cucumber';
import { judgeProof, type Proof } from './prove-judge';
import type { ProofRow } from './prove-table';

/** What became of one row; `folder` is kept unless the fault was killed. */
export interface Proved extends Proof {
  row: ProofRow;
  folder: string | null;
  ms: number;
}

/** Runs the reference participant with the fault of a row through the row's scenarios. */
export async function proveRow(
  row: ProofRow,
  o: { stateDir: string; out: string; onStart(run: CucumberRun): void },
): Promise<Proved> {
  const began = performance.now();
  const options = runOptions.parse({
    roles: [row.role],
    faults: [row.fault],
    scenarios: [...Object.keys(row.red), ...row.controls],
    out: o.out,
  });
  let folder: string | null = null;
  const onNews = (news: { kind: string; folder?: string }) => void (folder = news.folder ?? folder);
  const proof = await proofOf(row, async () => {
    const cucumber = await startCucumber(options, { workers: 1, stateDir: o.stateDir, onNews });
    o.onStart(cucumber);
    await cucumber.ended;
    return verdictsSchema.parse(JSON.parse(await readFile(join(folder!, 'verdicts.json'), 'utf8')));
  });
  if (proof.result === 'killed' && folder) await rm(folder, { recursive: true, force: true });
  return { row, ...proof, folder: proof.result === 'killed' ? null : folder, ms: performance.now() - began };
}

/** A run that could not be made, or was cut off, proves nothing. */
async function proofOf(row: ProofRow, run: () => Promise<Verdicts>): Promise<Proof> {
  try {
    return judgeProof(row, await run());
  } catch (error) {
    if (!(error instanceof QualifyError)) throw error;
    return { result: 'not run', differs: [`${error.code} ${error.message}`] };
  }
}
