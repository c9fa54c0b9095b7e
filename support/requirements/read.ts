import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { errorsOf, requirementsErrors } from '../errors';
import { readRegisterFile } from './read-file';
import {
  artefactsSchema,
  constituencySchema,
  requirementsSchema,
  type Artefact,
  type ConstituencyTable,
  type Requirement,
} from './schemas';

const raise = errorsOf(requirementsErrors);

/** The registers of one folder. */
export interface Registers {
  /** Every artefact that the seeds name, in the order of the files. */
  artefacts: readonly Artefact[];
  constituency: ConstituencyTable;
  requirements: readonly Requirement[];
  /** What `source` of a requirement stands for. */
  sources: Readonly<Record<string, string>>;
  dir: string;
}

/**
 * Reads `artefacts/*.yaml`, `constituency.yaml` and `requirements.yaml` of a folder. What they name need not exist:
 * `registerProblems` says so. QualifyErrors REGISTER_MISSING, REGISTER_UNREADABLE, REGISTER_ROW_WRONG, REGISTER_ID_TWICE.
 */
export async function readRegisters(dir: string): Promise<Registers> {
  const names = await artefactFiles(dir);
  const [constituency, { sources, requirements }, ...files] = await Promise.all([
    readRegisterFile(path.join(dir, 'constituency.yaml'), constituencySchema),
    readRequirements(dir),
    ...names.map((name) => readArtefacts(path.join(dir, 'artefacts', name))),
  ]);
  const artefacts = files.flat();
  refuseTwice(artefacts.map(({ id, file }) => ({ value: id, field: 'id', row: id, file })));
  const table = path.join(dir, 'constituency.yaml');
  refuseTwice(constituency.constituencies.map(({ id }) => ({ value: id, field: 'id', row: id, file: table })));
  refuseTwice(
    constituency.processes.map((row) => ({ value: row.process, field: 'process', row: row.process, file: table })),
  );
  return { artefacts, constituency, requirements, sources, dir };
}

/** Reads `requirements.yaml` alone, with the same errors. */
export async function readRequirements(dir: string): Promise<Pick<Registers, 'requirements' | 'sources'>> {
  const file = path.join(dir, 'requirements.yaml');
  const { sources, requirements: byProcess } = await readRegisterFile(file, requirementsSchema);
  const requirements = Object.entries(byProcess).flatMap(([process, rows]) => rows.map((row) => ({ ...row, process })));
  for (const { id, process } of requirements) {
    const problem = `expected it to begin with MQ-R-${process}-`;
    if (!id.startsWith(`MQ-R-${process}-`))
      throw raise('REGISTER_ROW_WRONG', { file, row: id, field: 'id', value: id, problem }, `${file}: ${id}.id`);
  }
  refuseTwice(requirements.map(({ id }) => ({ value: id, field: 'id', row: id, file })));
  return { sources, requirements };
}

async function artefactFiles(dir: string): Promise<string[]> {
  const folder = path.join(dir, 'artefacts');
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    throw raise('REGISTER_MISSING', { file: folder }, folder, error);
  }
}

async function readArtefacts(file: string): Promise<Artefact[]> {
  const byKind = await readRegisterFile(file, artefactsSchema);
  return Object.entries(byKind).flatMap(([kind, rows]) =>
    (rows ?? []).map((row) => ({ ...row, kind: kind as Artefact['kind'], file })),
  );
}

function refuseTwice(rows: readonly { value: string; field: string; row: string; file: string }[]): void {
  const seen = new Set<string>();
  for (const { value, field, row, file } of rows) {
    if (seen.has(value)) throw raise('REGISTER_ID_TWICE', { file, row, field, value }, `${file}: ${row}.${field}`);
    seen.add(value);
  }
}
