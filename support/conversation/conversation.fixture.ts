import { parseMessageLabel } from '../catalogue';
import type { Check, LedgerEntry } from '../ledger';
import type { ConversationContext, LegRow } from './types';

/** A ledger and the parties of a switch of supplier, for the unit tests of this folder. */
export const mpan = '2000000000006';
export const ids = {
  'SUP (incoming)': '2300000001',
  'SUP (outgoing)': '2300000002',
  REGS: '2300000003',
  'MSS (proposed)': '2300000004',
  'MSS (incumbent)': '2300000005',
};
export type Who = keyof typeof ids;
export const ssd = '2027-06-22T00:00:00+01:00';

export function context(participant: Who, over: Partial<ConversationContext> = {}): ConversationContext {
  const actors = Object.fromEntries(
    Object.keys(ids).map((p) => [p, p === participant ? 'participant' : 'simulated'] as const),
  );
  return {
    mpan,
    positions: ids,
    actors,
    values: { SSD: ssd },
    step: 'these messages are exchanged for MPAN "A"',
    limitMs: 5000,
    limitSource: 'limits.leg of pit.yaml',
    ...over,
  };
}

export const b070 = (over: object = {}) => ({
  B070: {
    proposedMeteringServiceDIPID: ids['MSS (proposed)'],
    proposedMeteringServiceMPID: 'MSSA',
    proposedMeteringServiceDIPEffectiveFromDate: ssd,
    contractReferenceMeteringService: 'C1',
    appointmentScenario: 'COS',
    ...over,
  },
});
export const accept = { B007: { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' } };
export const r0 = (responseCode: string, ...responseMessages: string[]) => ({ R0: { responseCode, responseMessages } });

interface Said {
  common?: object;
  custom?: object;
  /** Correlation id that is quoted. */
  quotes?: string;
  /** Another MPAN. */
  mpan?: string;
  entry?: Partial<LedgerEntry>;
  /** HTTP statuses of each webhook, one for each attempt; undefined leaves deliveries unanswered. */
  answered?: number[];
  /** The DIP gave up on every recipient, with this reason. */
  returned?: string;
}

/** Writes a ledger: each message is 10 ms after the one before. */
export class Told {
  readonly entries: LedgerEntry[] = [];

  private add(
    entry: Omit<LedgerEntry, 'seq' | 'prev' | 'at' | 'redacted' | 'checks' | 'source'> & {
      checks?: Check[];
      source?: string;
    },
  ) {
    const seq = this.entries.length + 1;
    const at = new Date(Date.parse('2027-06-01T12:00:00Z') + seq * 10).toISOString();
    this.entries.push({ seq, prev: '0'.repeat(64), at, redacted: [], checks: [], source: 'dip', ...entry });
  }

  /** An accepted message and its deliveries. */
  say(from: Who, to: Who[], label: string, said: Said = {}): this {
    const name = parseMessageLabel(label)!;
    const S0 = { interfaceID: name.interface, schemaVersion: '011', eventCode: `[${name.event}]` };
    const shared = {
      ...name,
      mpan: said.mpan ?? mpan,
      transactionID: `T-${this.entries.length + 1}`,
      body: {
        CommonBlock: { S0, S1: { senderDIPID: ids[from], senderRoleID: from.split(' ')[0] }, ...said.common },
        CustomBlock: said.custom,
      },
    };
    const initialCorrelationID = `CI-${this.entries.length + 1}`;
    this.add({
      kind: 'accepted',
      from: ids[from],
      to: 'DIP',
      ...shared,
      correlationID: said.quotes ?? null,
      initialCorrelationID,
      ...said.entry,
    });
    if (said.entry?.kind === 'refused') return this;
    for (const party of to) {
      this.add({ kind: 'delivered', from: 'DIP', to: ids[party], ...shared, correlationID: initialCorrelationID });
      for (const httpStatus of said.answered ?? [])
        this.add({ kind: 'answered', from: ids[party], to: 'DIP', ...shared, httpStatus });
      if (said.returned) this.add({ kind: 'refused', from: ids[from], to: ids[party], ...shared, name: said.returned });
    }
    return this;
  }
}

/** The five first legs of an appointment, as a good conversation has them. */
export const rows: LegRow[] = [
  { '#': '1', from: 'SUP (incoming)', to: 'REGS', message: 'IF-031 [MSApp]', with: 'B070 appointmentScenario = COS' },
  {
    '#': '2',
    from: 'REGS',
    to: 'SUP (incoming)',
    message: 'IF-032 [MSAppInitialResp]',
    order: 'after 1',
    with: 'R0 responseCode = A',
  },
  {
    '#': '3',
    from: 'REGS',
    to: 'MSS (proposed)',
    message: 'IF-033 [MSAppSPRequest]',
    order: 'after 1',
    with: 'B070 = as in 1',
  },
  {
    '#': '4',
    from: 'MSS (proposed)',
    to: 'REGS',
    message: 'IF-034 [MSAppSPResponse]',
    order: 'after 3',
    with: 'B007 = A, SP000; B070 = as in 3',
  },
  {
    '#': '5',
    from: 'REGS',
    to: 'SUP (incoming)',
    message: 'IF-035 [MSAppAccepted]',
    order: 'after 4',
    with: 'B007 responseCode = A',
  },
];

/** What a good conversation says, up to a number of legs. */
export function told(legs = 5): Told {
  const ledger = new Told();
  if (legs >= 1) ledger.say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  if (legs >= 2)
    ledger.say('REGS', ['SUP (incoming)'], 'IF-032 [MSAppInitialResp]', { common: r0('A', 'REG0000'), custom: b070() });
  if (legs >= 3) ledger.say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', { custom: b070() });
  if (legs >= 4)
    ledger.say('MSS (proposed)', ['REGS'], 'IF-034 [MSAppSPResponse]', { custom: { ...b070(), ...accept } });
  if (legs >= 5) ledger.say('REGS', ['SUP (incoming)'], 'IF-035 [MSAppAccepted]', { custom: { ...b070(), ...accept } });
  return ledger;
}
