import { z } from 'zod';
import type { ActDefinition } from './definition';
import { day, readActs } from './reads';
import { date, party } from './values';

/** Asking for another Meter Data Retriever, starting and stopping it, and what it reads. */
const retrieval = {
  changeRetriever: {
    kind: 'business',
    roles: ['SDS'],
    says: 'changes the retriever of',
    what: 'The Smart Data Service asks for another Meter Data Retriever: IF-034 [SDS-MDRUpdate].',
    args: z.object({
      retriever: party,
      /** Today unless told. */
      from: date.optional(),
      /** The supplier quoted in B012; the one that it knows unless told. */
      supplier: party.optional(),
    }),
  },
  nameRetriever: {
    kind: 'load',
    roles: ['SDS'],
    says: 'has a retriever of its own for',
    what: 'The Smart Data Service names a retriever of its own (B018) when it accepts an appointment.',
    args: z.object({ retriever: party, from: date.optional() }),
  },
  startRetrieval: {
    kind: 'business',
    roles: ['SDS'],
    says: 'starts the retrieval of',
    what: 'The Smart Data Service has its retriever start, also one that refused before: IF-061 [MDRStart].',
    args: z.object({}),
  },
  stopRetrieval: {
    kind: 'business',
    roles: ['SDS'],
    says: 'stops the retrieval of',
    what: 'The Smart Data Service has its retriever stop: IF-063 [MDRStop].',
    args: z.object({ to: date.optional() }),
  },
  askReading: {
    kind: 'business',
    roles: ['SDS'],
    says: 'asks the retriever for a reading of',
    what: 'The Smart Data Service asks for a reading now: IF-065 [MDRInstantaneous].',
    args: z.object({}),
  },
  askRegisters: {
    kind: 'business',
    roles: ['SDS'],
    says: 'asks the retriever for the registers of',
    what: 'The Smart Data Service asks for the time-of-use registers as of a day: IF-065 [MDRTOU].',
    args: day,
  },
  askHalfHours: {
    kind: 'business',
    roles: ['SDS'],
    says: 'asks the retriever for the half-hours of',
    what: 'The Smart Data Service asks for the half-hours of a day: IF-065 [MDRConsumption].',
    args: day,
  },
  deliverHalfHours: {
    kind: 'business',
    roles: ['MDR'],
    says: 'delivers the half-hours of',
    what: 'The Meter Data Retriever delivers the half-hours of a day by its schedule: IF-064 [MDRConsumption].',
    args: day,
  },
  deliverReading: {
    kind: 'business',
    roles: ['MDR'],
    says: 'delivers a reading of',
    what: 'The Meter Data Retriever delivers a reading by its schedule: IF-065 [ReadingRemote].',
    args: day,
  },
} as const satisfies Record<string, ActDefinition>;

/** What the Registration Service is told by the DCC, and what it tells of a successor. */
const registrations = {
  retrieverAccepted: {
    kind: 'css',
    roles: ['REGS'],
    tells: 'DCC',
    says: 'accepts the retriever of',
    what: 'The DCC accepts the Meter Data Retriever: the Registration Service tells by IF-035 [DCC-MDROutcome].',
    args: z.object({}),
  },
  retrieverRefused: {
    kind: 'css',
    roles: ['REGS'],
    tells: 'DCC',
    says: 'refuses the retriever of',
    what: 'The DCC refuses the Meter Data Retriever: the Registration Service tells by IF-035 [DCC-MDROutcome].',
    args: z.object({ reason: z.string().min(1).max(200).default('The DCC does not take this retriever') }),
  },
  changeDccService: {
    kind: 'css',
    roles: ['REGS'],
    tells: 'DCC',
    says: 'changes the service flag of',
    what: 'The DCC changes its service flag: the Registration Service tells by IF-018 [DCCEnrolment].',
    args: z.object({
      /** A active, I installed, N not active. */
      flag: z.enum(['A', 'I', 'N']).default('A'),
      /** Today unless told. */
      from: date.optional(),
    }),
  },
  nameSuccessor: {
    kind: 'business',
    roles: ['REGS'],
    says: 'tells the outgoing Data Service who succeeds it for',
    what: 'The successor of an ended Data Service is known late or changes: IF-037 [DSDeAppUpdate].',
    args: z.object({
      /** The Data Service that is appointed unless told. */
      successor: party.optional(),
      from: date.optional(),
    }),
  },
} as const satisfies Record<string, ActDefinition>;

/** What concerns the Meter Data Retriever, the DCC, and readings between services. */
export const retrieverActs = { ...retrieval, ...readActs, ...registrations } as const satisfies Record<
  string,
  ActDefinition
>;
