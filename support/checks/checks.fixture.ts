import type { LedgerEntry, LedgerInput } from '../ledger';
import { checkEntry, type CheckContext, type CheckId } from '.';

/** Parties and messages for the unit tests of the checks. */
export const sup = { dipId: '2300000001', mpid: 'SUPA', role: 'SUP' as const };
export const regs = { dipId: '2300000002', mpid: 'REGA', role: 'REGS' as const };
export const mss = { dipId: '2300000003', mpid: 'MSSA', role: 'MSS' as const };
export const mpan = '2000000000006';

export function context(over: Partial<CheckContext> = {}): CheckContext {
  return {
    facts: {},
    own: 'participant',
    parties: [sup, regs, mss],
    leased: (m) => m === mpan,
    earlier: [],
    levels: {},
    now: new Date('2027-06-01T12:00:00Z'),
    answerWithinMs: 1000,
    ...over,
  };
}

interface Told {
  from?: { dipId: string; role: string };
  interface?: string;
  event?: string;
  s1?: Record<string, unknown>;
  common?: Record<string, unknown>;
  custom?: Record<string, unknown>;
  correlationID?: string | null;
}

export const b070 = {
  proposedMeteringServiceDIPID: mss.dipId,
  proposedMeteringServiceMPID: mss.mpid,
  proposedMeteringServiceDIPEffectiveFromDate: '2027-06-22T00:00:00+01:00',
  contractReferenceMeteringService: 'C1',
  appointmentScenario: 'COS',
};

/** An accepted IF-031 [MSApp] of the supplier, with differences. */
export function submission(told: Told = {}, entry: Partial<LedgerInput> = {}): LedgerInput {
  const from = told.from ?? sup;
  const iface = told.interface ?? 'IF-031';
  const event = told.event ?? 'MSApp';
  const correlationID = told.correlationID ?? null;
  const S1 = {
    senderUniqueReference: `S-${iface}-${from.dipId}-${from.role}-20270601-a1`,
    senderTimestamp: '2027-06-01T13:00:00+01:00',
    senderDIPID: from.dipId,
    senderRoleID: from.role,
    senderCorrelationID: correlationID,
    ...told.s1,
  };
  return {
    source: 'dip',
    kind: 'accepted',
    from: from.dipId,
    to: 'DIP',
    interface: iface,
    event,
    mpan,
    correlationID,
    body: {
      CommonBlock: { S0: { interfaceID: iface, schemaVersion: '011', eventCode: `[${event}]` }, S1, ...told.common },
      CustomBlock: told.custom ?? { B070: b070 },
    },
    ...entry,
  };
}

export function answer(
  entry: Partial<LedgerInput> = {},
  message: string | null = 'RCP0000 - Message Success',
): LedgerInput {
  const item = { transactionID: 'T-1', message };
  return {
    source: 'dip',
    kind: 'answered',
    from: 'DIP',
    to: mss.dipId,
    transactionID: 'T-1',
    httpStatus: 201,
    ms: 20,
    body: { messageArray: [item], timestamp: '2027-06-01T12:00:00+00:00' },
    ...entry,
  };
}

/** A delivery of a message to a party, with its D0.initialCorrelationID. */
export function delivery(
  told: Told,
  to: string,
  correlationID: string,
  seq: number,
  transactionID = `T-${seq}`,
): LedgerEntry {
  return logged(submission(told, { kind: 'delivered', to, correlationID, transactionID }), seq);
}

export const logged = (entry: LedgerInput, seq: number): LedgerEntry => ({
  redacted: [],
  at: '2027-06-01T12:00:00.000Z',
  ...entry,
  checks: [],
  seq,
  prev: '0'.repeat(64),
});

/** `pass`, `not-applicable`, or `fail: reason` of one check. */
export function result(id: CheckId, entry: LedgerInput, over: Partial<CheckContext> = {}): string {
  const check = checkEntry(entry, context(over)).find((c) => c.id === id);
  if (!check) return 'not looked at';
  return check.status === 'fail' ? `fail: ${check.reason}` : check.status;
}
