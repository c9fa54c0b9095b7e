import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from '../catalogue';
import { copyProject, writeCopies } from './copies';
import { memoryRows } from './memory-rows';
import { mostOf } from './processes';
import { measuredRun, type Ran } from './run';

const few = 50;
const many = 500;

const ms = (value: number) => `${Math.round(value)} ms`;
/** Ms for each scenario, from the end of scenario `from` to that of scenario `to`. */
const each = ({ ends }: Ran, from: number, to: number) => (ends[to - 1]! - (ends[from - 1] ?? 0)) / (to - from);
/** From the end of the last scenario to the last verdict, and before the first. */
const beside = ({ verdictMs, ends }: Ran) => verdictMs - ends.at(-1)!;

/** What an added scenario costs: the same one 50 times, 500 times, and 50 times again, in one copy of the project. */
export async function growthRows(root: string, state: string): Promise<Row[]> {
  const home = await mkdtemp(path.join(tmpdir(), 'bench-copy-'));
  try {
    await copyProject(root, home);
    const runs: Ran[] = [];
    for (const count of [few, many, few]) {
      await writeCopies(root, home, count);
      const ran = await measuredRun(home, ['--role', 'SUP'], state);
      if ('nothing' in ran) throw new Error(ran.nothing);
      if (ran.passed < count) throw new Error(`of ${count} copies ${ran.passed} passed`);
      runs.push(ran);
    }
    return rowsOf(runs as [Ran, Ran, Ran]);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function rowsOf([before, run, after]: readonly [Ran, Ran, Ran]): Row[] {
  const ofFew = (each(before, 0, few) + each(after, 0, few)) / 2;
  const ofMany = each(run, 0, many);
  const begin = each(run, few, 2 * few);
  const end = each(run, many - few, many);
  const total = (before.verdictMs + after.verdictMs) / 2;
  const added = (run.verdictMs - total) / (many - few);
  return [
    [ms(ofFew), `a scenario of ${few} alike, several at the same time: first begin to last end, by their number`],
    [ms(ofMany), `a scenario of ${many} alike`],
    [(ofMany / ofFew).toFixed(2), `ratio: of ${many} to of ${few} (target 1.20)`],
    [(end / begin).toFixed(2), `ratio: the last ${few} of ${many} to the second ${few} of them`],
    [
      ms(added),
      `by which each scenario over ${few} prolongs a run, to its last verdict (${ms(total / few)} each of ${few})`,
    ],
    [
      ms(beside(run)),
      `before the first and after the last of ${many}; of ${few}: ${ms((beside(before) + beside(after)) / 2)}`,
    ],
    ...memoryRows(mostOf([before.memory, after.memory]), `in the runs of ${few}`),
    ...memoryRows(run.memory, `in the run of ${many}`),
  ];
}
