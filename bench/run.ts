// Measures the message catalogue, whole runs on the bundled reference supplier, the suites of every role, the simulated DIP
// under load, evidence packs, and the pages of a large run in a browser. Times depend on the machine; what is claimed are
// ratios of one run of this script. `npm run bench -- catalogue` (or runs, suites, hub, pack, pages) measures one alone.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { verdictsSchema } from '../support/verdict';
import { catalogueRows, type Row } from './catalogue';
import { hubRows } from './hub';
import { packRows } from './pack';
import { pageRows } from './pages';
import { suiteRows } from './suites';

const root = path.resolve(__dirname, '..');
const waiting = ['010', '020', '130', '310', '312', '331'].map((number) => `MQ-BP001-${number}`);

interface Measured {
  /** From the command to the last verdict, ms. */
  verdictMs: number;
  /** From the begin of the first scenario to the end of the last, ms. */
  scenariosMs: number;
  scenarios: number;
}

async function measure(args: string[], state: string): Promise<Measured> {
  const out = await mkdtemp(path.join(tmpdir(), 'bench-out-'));
  try {
    const command = [path.join(root, 'bin/qualify.js'), 'run', '--no-report', '--json', '--out', out, ...args];
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      cwd: root,
      env: { ...process.env, QUALIFY_STATE: state },
    });
    const { folder, verdictMs } = JSON.parse(stdout) as { folder: string; verdictMs: number };
    const verdicts = verdictsSchema.parse(JSON.parse(await readFile(path.join(folder, 'verdicts.json'), 'utf8')));
    const begins = verdicts.scenarios.map((one) => Date.parse(one.started!));
    const ends = verdicts.scenarios.map((one) => Date.parse(one.started!) + one.durationMs!);
    const scenariosMs = Math.max(...ends) - Math.min(...begins);
    return { verdictMs, scenariosMs, scenarios: verdicts.scenarios.length };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** The bundled environment, but watching two seconds for what must not come: scenarios then mostly wait. */
async function waitingEnvironment(folder: string): Promise<string> {
  const bundled = path.join(root, 'fixtures/environments/pit.yaml');
  const text = (await readFile(bundled, 'utf8'))
    .replace('settle: { value: 250ms', 'settle: { value: 2s')
    .replace('../mpans/', `${path.join(root, 'fixtures/mpans').replaceAll('\\', '/')}/`);
  const file = path.join(folder, 'waiting.yaml');
  await writeFile(file, text);
  return file;
}

async function runRows(): Promise<Row[]> {
  const state = await mkdtemp(path.join(tmpdir(), 'bench-state-'));
  try {
    const cold = await measure([], state);
    const warm = await measure([], state);
    const single = await measure(['--scenario', 'MQ-BP001-010'], state);
    const environment = await waitingEnvironment(state);
    const some = ['--environment', environment, '--role', 'SUP', '--scenario', ...waiting];
    const one = await measure([...some, '--workers', '1'], state);
    const four = await measure([...some, '--workers', '4'], state);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    return [
      [seconds(cold.verdictMs), `main job, ${cold.scenarios} scenarios, certificates made first, to the last verdict`],
      [seconds(warm.verdictMs), 'the same with certificates of an earlier run'],
      [seconds(single.verdictMs), 'one scenario by id, to its verdict'],
      [(warm.verdictMs / single.verdictMs).toFixed(2), 'ratio: main job to one scenario'],
      [seconds(one.scenariosMs), `${one.scenarios} waiting scenarios, 1 worker`],
      [seconds(four.scenariosMs), `${four.scenarios} waiting scenarios, 4 workers`],
      [(one.scenariosMs / four.scenariosMs).toFixed(2), 'ratio: 1 worker to 4 workers'],
    ];
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}

const parts: Record<string, () => Promise<Row[]>> = {
  catalogue: catalogueRows,
  runs: runRows,
  suites: suiteRows,
  hub: hubRows,
  pack: packRows,
  pages: pageRows,
};

async function main(only: string | undefined): Promise<void> {
  if (only !== undefined && !parts[only]) throw new Error(`known are ${Object.keys(parts).join(', ')}, not ${only}`);
  for (const [name, rows] of Object.entries(parts)) {
    if (only !== undefined && name !== only) continue;
    for (const [value, what] of await rows()) console.log(`${value.padStart(9)}  ${what}`);
  }
}

void main(process.argv[2]);
