import { bundledRelease } from '../../catalogue';
import { entrySchema, type LedgerEntry, type LedgerInput } from '../../ledger';
import type { ScenarioVerdict } from '../../verdict';
import { scenario, verdictsOf } from '../fixture-verdicts';
import type { CoverageInput, CoveredRun, KnownScenario } from './types';

/** DIP ID of the participant, a supplier. */
export const own = '1000000001';
export const registration = '2000000011';

/** The scenario of the entries below, passed unless told otherwise. */
export const id = 'MQ-BP001-010';

export function passed(over: Partial<ScenarioVerdict> = {}): ScenarioVerdict {
  return scenario({ id, grade: 'effect read back', interfaces: ['IF-031', 'IF-032', 'IF-035'], ...over });
}

type Over = Partial<LedgerInput>;

/** A ledger of these lines; numbers as they stand. */
export function ledger(...lines: (Over | Over[])[]): LedgerEntry[] {
  return lines.flat().map((line, index) =>
    entrySchema.parse({
      ...{ source: 'dip', prev: '', at: '2027-02-10T10:00:02.000Z', seq: index + 1, scenario: id },
      ...{ from: own, to: 'DIP', kind: 'accepted', ...line },
    }),
  );
}

const nameOf = (label: string) => {
  const [, id = '', event = ''] = /^(\S+) \[(.+)\]$/.exec(label)!;
  return { interface: id, event };
};

/** The DIP takes a message from the participant. */
export const sends = (label: string, over: Over = {}): Over => ({
  ...nameOf(label),
  position: 'SUP (incoming)',
  transactionID: `T-${label}`,
  ...over,
});

/** A standard response with that message. */
export const response = (message: string) => ({ messageArray: [{ message }], timestamp: '' });

/** The DIP hands a message to the participant. */
export const isHanded = (label: string, over: Over = {}): Over =>
  sends(label, { kind: 'delivered', from: registration, to: own, ...over });

/** The participant's webhook answers to it. */
export const answers = (label: string, message = 'RCP0000 - Success', over: Over = {}): Over =>
  sends(label, { kind: 'answered', httpStatus: 201, body: response(message), ...over });

/** A message that is handed to the participant and taken. */
export const receives = (label: string, over: Over = {}): Over[] => [isHanded(label, over), answers(label)];

/** A message that a simulated party sends. */
export const otherSends = (label: string, over: Over = {}): Over =>
  sends(label, { from: registration, position: 'REGS', ...over });

export function runOf(entries: LedgerEntry[], over: Partial<CoveredRun> = {}): CoveredRun {
  return { verdicts: verdictsOf([passed()]), selection: { selected: [], excluded: [] }, entries, ...over };
}

/** A scenario of the set. */
export function known(over: Partial<KnownScenario> = {}): KnownScenario {
  return { id, process: 'BP001', roles: ['SUP'], messages: [], codes: [], mode: null, ...over };
}

export const constituency = {
  constituencies: [
    { id: 'supplier', name: 'Supplier', roles: ['SUP'] },
    { id: 'dno', name: 'DNO', roles: ['LDSO', 'REGS', 'UMSO'] },
    { id: 'smart-dcc', name: 'Smart DCC', roles: [] },
  ],
  processes: [
    { process: 'BP001', theme: 'MPAN Ownership', stated: ['supplier', 'smart-dcc'], also: ['dno'] },
    { process: 'BP014', stated: [], also: [] },
  ],
};

export function inputOf(run: CoveredRun, over: Partial<CoverageInput> = {}): CoverageInput {
  const only = { roles: [], processes: [] };
  return { run, release: bundledRelease, scenarios: [known()], constituency, only, ...over };
}
