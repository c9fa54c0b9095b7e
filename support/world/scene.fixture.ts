import type { LedgerEntry } from '../ledger';
import { createFindings } from './findings';
import type { Scene, ScenarioMpan } from './scene';
import { createVigil } from './vigil';

export const mpan = '9900000000003';
export const positions = { 'SUP (incoming)': '1000000001', REGS: '2000000011', 'MSS (proposed)': '2000000021' };

/** A line of the ledger about the MPAN: of the Incoming Supplier, which is the participant, unless told otherwise. */
export function line(seq: number, over: Partial<LedgerEntry> = {}): LedgerEntry {
  const at = `2027-06-01T09:00:0${seq}.000Z`;
  const message = { interface: 'IF-031', event: 'MSApp', body: { CommonBlock: { S1: {} } } };
  const base = { seq, at, kind: 'accepted', from: positions['SUP (incoming)'], to: 'DIP', mpan, checks: [] };
  return { ...base, ...message, ...over } as unknown as LedgerEntry;
}

/** A scene whose one MPAN has these entries; what it asks of the hub is kept. */
export function sceneWith(entries: LedgerEntry[], levels: Record<string, { level: 'must' | 'should' }> = {}) {
  const asked: unknown[][] = [];
  const keep = (name: string, answer?: unknown) => async (request: unknown) => {
    asked.push([name, request]);
    return answer;
  };
  const actors = { 'SUP (incoming)': 'participant', REGS: 'simulated', 'MSS (proposed)': 'simulated' };
  const names: Record<string, keyof typeof positions> = { supplier: 'SUP (incoming)', register: 'REGS' };
  const scene = {
    step: 'the step',
    vigil: createVigil(),
    faults: new Set<string>(),
    binding: { positions, actors },
    limit: () => ({ ms: 0, assumption: 'answer-time' }),
    beginsFor: () => undefined,
    origin: () => ({ scenario: 'MQ-DIP-010', step: 'the step', mpan }),
    party: (words: string) => {
      const position = names[words] ?? (words as keyof typeof positions);
      return { position, dipId: positions[position], actor: actors[position] };
    },
    conversation: () => ({ mpan, positions, actors, values: {}, step: '', limitMs: 0, limitSource: 'answer' }),
    worker: {
      environment: { levels },
      triggers: { kindOf: () => 'api', run: async () => ({ status: 202, ms: 1 }) },
      control: {
        fault: keep('fault', { id: 'fault-1' }),
        endFault: keep('endFault'),
        act: keep('act'),
        report: keep('report'),
      },
    },
  } as unknown as Scene;
  const watch = {
    mpan,
    entries,
    lease: { seq: 1 },
    until: async (look: (all: LedgerEntry[]) => unknown) => look(entries),
    settle: async () => undefined,
  };
  const of = { label: 'A', watch, since: 1, begins: new Map(), outages: new Map() } as unknown as ScenarioMpan;
  const findings = createFindings();
  return { scene, of, findings, asked, checks: () => findings.result().checks, notes: () => findings.result().notes };
}
