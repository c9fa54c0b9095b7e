import { rm } from 'node:fs/promises';
import type { Registers } from '../../requirements';
import type { Verdicts } from '../../verdict';
import { runFolder, scenario, verdictsOf } from '../fixture';
import { readRunFiles, type RunFiles } from '../run-files';
import type { Traced } from './traced';

type Requirement = Registers['requirements'][number];
type Artefact = Registers['artefacts'][number];

export function requirement(id: string, scenarios: string[], roles = ['SUP']): Requirement {
  const rest = { text: `What ${id} asks for`, roles, messages: [], basis: 'stated' as const, source: ['api'] };
  return { id, process: 'BP001', scenarios, ...rest };
}

export function artefact(id: string, today: Artefact['today']): Artefact {
  const rest = { title: id, named: ['feb-2022' as const], count: 1, basis: 'inferred' as const, confidence: 0.9 };
  return {
    id,
    kind: 'interface',
    file: 'artefacts/interfaces.yaml',
    ...rest,
    ...(today ? { today } : { none: 'gone' }),
  };
}

/** Reads verdicts as a run folder gives them, with a ledger; the folder is taken away again. */
export async function withRun<T>(verdicts: Verdicts, use: (run: RunFiles) => T | Promise<T>, excluded: object[] = []) {
  const folder = await runFolder(verdicts, excluded);
  try {
    return await use(await readRunFiles(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One scenario as traceability sees it: a pass with a message of its own unless told otherwise. */
export function traced(over: Partial<Traced> & { id: string }): Traced {
  const one = scenario({ id: over.id, ...(over.verdict ? { verdict: over.verdict } : {}) });
  return {
    ...{ outline: over.id.split('/')[0]!, verdict: 'pass', reason: null, scenario: one, attempts: 1, weak: [] },
    ...{ legs: [], transactions: [], flows: [] },
    run: { verdicts: verdictsOf([one]) } as unknown as RunFiles,
    ...over,
  };
}
