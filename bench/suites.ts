// The suites of MPAN ownership, a run for each role of the bundled reference participant: time, memory, and what an added
// scenario costs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from './catalogue';
import { isBuilt } from './suites/copies';
import { growthRows } from './suites/growth';
import { memoryRows } from './suites/memory-rows';
import { mostOf } from './suites/processes';
import { measuredRun, type Ran } from './suites/run';

const root = path.resolve(__dirname, '..');
const roles = ['SUP', 'REGS', 'MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS', 'MDR', 'LDSO', 'MDS', 'EES'];
const processes = ['BP001', 'BP002', 'BP003', 'BP003A', 'BP003B', 'BP003C', 'BP006', 'BP010'];

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function roleRows(state: string): Promise<Row[]> {
  const ran = new Map<string, Ran>();
  const without: Row[] = [];
  // Not counted: it makes the certificates.
  await measuredRun(root, ['--scenario', 'MQ-BP001-010'], state);
  for (const role of roles) {
    const run = await measuredRun(root, ['--role', role, '--process', ...processes], state);
    if ('nothing' in run) without.push(['left out', `suite of ${role}: ${run.nothing}`]);
    else ran.set(role, run);
  }
  const all = [...ran.values()];
  const sum = (of: (run: Ran) => number) => all.reduce((total, run) => total + of(run), 0);
  const told = ({ passed, ends }: Ran) => `${ends.length} scenarios${passed < ends.length ? `, ${passed} passed` : ''}`;
  const scenarios = sum(({ ends }) => ends.length);
  return [
    ...[...ran].map(([role, run]): Row => [
      seconds(run.verdictMs),
      `suite of ${role}, ${told(run)}, to the last verdict`,
    ]),
    ...without,
    [
      seconds(sum(({ verdictMs }) => verdictMs)),
      `sum of the ${all.length} suites, ${scenarios} scenarios (target 90 s for twelve)`,
    ],
    ...memoryRows(mostOf(all.map(({ memory }) => memory)), 'in any of these runs'),
  ];
}

/** Every figure of the suites. */
export async function suiteRows(): Promise<Row[]> {
  const state = await mkdtemp(path.join(tmpdir(), 'bench-state-'));
  try {
    const built = await isBuilt(root);
    const note: Row[] = built ? [] : [['note', 'runs from sources: npm run build first, for what a user has']];
    return [...note, ...(await roleRows(state)), ...(await growthRows(root, state))];
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}
