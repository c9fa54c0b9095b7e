import path from 'node:path';
import { eventsOf } from '../catalogue';
import { errorsOf, requirementsErrors, type QualifyError } from '../errors';
import type { Registers } from './read';
import { placeText, referenceProblem, roleProblems, unknown } from './unknown';

const raise = errorsOf(requirementsErrors);

/**
 * What is wrong with registers that can be read: names of what does not exist, rows that are missing, numbers whose
 * meaning today is wrong. `scenarios`: ids of the features, an outline once; without them they are not looked at.
 * QualifyErrors REGISTER_REFERENCE_UNKNOWN, REGISTER_NUMBER_WRONG, REGISTER_ROW_MISSING.
 */
export function registerProblems(registers: Registers, scenarios?: readonly string[]): QualifyError[] {
  const known = { processes: knownProcesses(registers), artefacts: registers.artefacts.map(({ id }) => id) };
  return [
    ...artefactProblems(registers, known.processes),
    ...constituencyProblems(registers, known),
    ...requirementProblems(registers, known.processes, scenarios),
    ...(scenarios ?? [])
      .filter((id) => !registers.requirements.some((row) => row.scenarios.includes(id)))
      .map((value) =>
        missing(registers, 'requirements.yaml', 'scenarios', value, 'Name it under the requirement that it proves.'),
      ),
  ];
}

/** Processes of the seeds, by their number, and migration. */
function knownProcesses({ artefacts }: Registers): string[] {
  const rows = artefacts.filter(({ kind }) => kind === 'process' || kind === 'sub-process');
  return [...rows.map(({ id }) => id.replace('MQ-A-', '')), 'MIG'];
}

function artefactProblems({ artefacts }: Registers, processes: readonly string[]): QualifyError[] {
  return artefacts.flatMap(({ id: row, file, today = [], seed = '', numberToday }) => {
    const number = seed.replace('MHHSP-', '');
    const used = eventsOf(number).length > 0;
    const place = { file, row, field: 'numberToday' };
    const wrong = numberToday !== undefined && (numberToday === 'unused') === used;
    const found = used ? `an interface ${number}` : `no interface ${number}`;
    return [
      ...today.flatMap((reference) => referenceProblem(reference, { file, row, field: 'today' }, processes)),
      ...(wrong ? [raise('REGISTER_NUMBER_WRONG', { ...place, value: numberToday, found }, placeText(place))] : []),
    ];
  });
}

function constituencyProblems(
  registers: Registers,
  known: { processes: readonly string[]; artefacts: readonly string[] },
): QualifyError[] {
  const { constituencies, processes, documents } = registers.constituency;
  const file = path.join(registers.dir, 'constituency.yaml');
  const told = processes.map(({ process }) => process);
  // Sub-processes go with their process; migration is none of the seeds.
  const due = registers.artefacts.filter(({ kind }) => kind === 'process').map(({ id }) => id.replace('MQ-A-', ''));
  return [
    ...constituencies.flatMap((row) => roleProblems(row.roles, { file, row: row.id, field: 'roles' })),
    ...told.flatMap((value) => unknown('process', value, { file, row: value, field: 'process' }, known.processes)),
    ...documents.flatMap((row) =>
      row.artefacts.flatMap((value) =>
        unknown('artefact', value, { file, row: row.artefacts[0]!, field: 'artefacts' }, known.artefacts),
      ),
    ),
    ...due
      .filter((process) => !told.includes(process))
      .map((value) => missing(registers, 'constituency.yaml', 'processes', value, 'Say whom the process touches.')),
  ];
}

function requirementProblems(
  registers: Registers,
  processes: readonly string[],
  scenarios: readonly string[] | undefined,
): QualifyError[] {
  const file = path.join(registers.dir, 'requirements.yaml');
  const covered = new Set(registers.requirements.map(({ process }) => process));
  // A process of several has its requirements under them.
  const due = processes.filter(
    (process) => !processes.some((other) => other !== process && other.startsWith(`${process}a`)),
  );
  const rows = registers.requirements.flatMap(({ id: row, ...own }) => [
    ...(/^(BP|MIG)/.test(own.process) ? unknown('process', own.process, { file, row, field: 'id' }, processes) : []),
    ...roleProblems(own.roles, { file, row, field: 'roles' }),
    ...own.messages.flatMap((reference) => referenceProblem(reference, { file, row, field: 'messages' }, processes)),
    ...own.source.flatMap((value) =>
      unknown('source', value, { file, row, field: 'source' }, Object.keys(registers.sources)),
    ),
    ...(scenarios ? own.scenarios : []).flatMap((value) =>
      unknown('scenario', value, { file, row, field: 'scenarios' }, scenarios ?? []),
    ),
  ]);
  const hint = 'Say what scenarios of the process prove.';
  return [
    ...rows,
    ...due
      .filter((process) => !covered.has(process))
      .map((value) => missing(registers, 'requirements.yaml', 'requirements', value, hint)),
  ];
}

function missing({ dir }: Registers, name: string, field: string, value: string, hint: string): QualifyError {
  const file = path.join(dir, name);
  return raise('REGISTER_ROW_MISSING', { file, field, value, hint }, `${file}: ${field}`);
}
