import { z } from 'zod';
import type { ActDefinition } from './definition';
import { dataServices, date, dipId, meteringServices, party, segment } from './values';

const meteringPoint = z.object({
  segment,
  meterKind: z.enum(['smart', 'traditional', 'advanced', 'none']),
  energyDirection: z.enum(['I', 'E']),
  energisation: z.enum(['E', 'D']),
  distributor: dipId,
  gspGroup: z.string().length(2),
  supplier: party,
  meteringService: party.nullable(),
  dataService: party.nullable(),
  /** The Meter Data Retriever of a smart MPAN, which the data service has started. */
  retriever: party.nullish(),
  /** Since when supplier and services hold the MPAN. */
  since: date,
  /** Of the meter that is there, where the pool of test MPANs says it. */
  meterId: z.string().max(10).optional(),
  /** Which services the customer has contracted itself; absent means none. */
  directContracts: z.object({ metering: z.boolean(), data: z.boolean() }).optional(),
  /** False: a new connection. Nobody supplies it yet; `supplier` is who it is meant for, and holds nothing. */
  registered: z.boolean().optional(),
  /** The other MPAN of a pair. The principal one is the import of a linked pair, the primary of a related one. */
  pairedWith: z
    .object({ as: z.enum(['linked', 'related']), mpan: z.string().regex(/^\d{13}$/), principal: z.boolean() })
    .optional(),
});

/** Facts of one MPAN, as the Registration Service holds them. */
export type MeteringPoint = z.infer<typeof meteringPoint>;

const connectionType = z.enum(['W', 'L', 'H', 'E', 'U']);

/** Each is a reason of its own to refuse. */
const limits = z.object({
  /** Unknown to the service (SP002). */
  contractReference: z.string().max(50).optional(),
  /** The contract does not cover it (SP003), or nobody is served who has it (SP004). */
  outsideContract: connectionType.optional(),
  connectionType: connectionType.optional(),
  /** SP006. */
  meterType: z.string().max(5).describe('a meter type').optional(),
  /** Outside the area of the service (SP007). */
  gspGroup: z.string().length(2).describe('a GSP Group').optional(),
  /** How many days ahead an appointment must begin (SP011). */
  notice: z.number().int().positive().optional(),
  /** A Meter Data Retriever that the service does not work with (DS001). */
  retriever: dipId.optional(),
});

export const loadingActs = {
  loadMeteringPoint: {
    kind: 'load',
    roles: ['REGS', 'SUP', ...meteringServices, ...dataServices, 'MDR', 'LDSO', 'MDS', 'EES'],
    what: 'The system is given the facts of a test MPAN, as if it had held them since the date named.',
    args: meteringPoint,
  },
  endContract: {
    kind: 'load',
    roles: [...meteringServices, ...dataServices],
    what: 'The service has no contract with that supplier for this MPAN, so that a proposal must be refused.',
    args: z.object({ supplier: dipId }),
  },
  stopServingSegment: {
    kind: 'load',
    roles: [...meteringServices, ...dataServices],
    what: 'The service does not serve that market segment for this MPAN, so that a proposal must be refused.',
    says: 'does not serve the market segment of',
    usually: { segment: 'the market segment of the MPAN' },
    args: z.object({ segment }),
  },
  limitService: {
    kind: 'load',
    roles: [...meteringServices, ...dataServices],
    what: 'The service cannot serve this MPAN if a proposal has what is named, so that it must be refused.',
    says: 'cannot serve',
    args: limits,
  },
} as const satisfies Record<string, ActDefinition>;
