import { z } from 'zod';
import type { ActDefinition } from './definition';
import { dataServices, date, meteringServices } from './values';

const metered = ['MSS', 'MSA'] as const;

/** When it was done; absent: today, or the start of the appointment if that is later. */
const from = date.optional();
const meterId = z.string().min(1).max(10).describe('a meter id');

/** Details that are told of a meter; what is left out is that of a test meter. */
const details = {
  meterType: z.string().min(1).max(5).describe('a meter type').optional(),
  location: z.string().length(1).describe('a meter location').default('I'),
  digits: z.coerce.number().int().min(0).max(9).nullable().optional(),
  esme: z.string().max(23).describe('an ESME GUID').nullable().optional(),
  assetProvider: z.string().length(4).describe('a Meter Asset Provider').default('MAPZ'),
};

const newMeter = z.object({ from, meterId: meterId.default('N1234567'), ...details });

/** What is done on site and told by IF-005, IF-007 and IF-041, and contracts that a service has with the customer. */
export const siteWorkActs = {
  installMeter: {
    kind: 'business',
    roles: metered,
    says: 'installs a meter at',
    what: 'The Metering Service fits a meter where there is none: IF-005 [MeterInstall].',
    args: newMeter.extend({
      /** What became of the in-home display; absent: nothing is said of it. */
      display: z.enum(['I', 'D', 'E', 'F']).optional(),
    }),
  },
  removeMeter: {
    kind: 'business',
    roles: metered,
    says: 'removes the meter of',
    what: 'The Metering Service takes a meter out: IF-005 [MeterRemoval].',
    args: z.object({ from, meterId: meterId.optional() }),
  },
  exchangeMeter: {
    kind: 'business',
    roles: metered,
    says: 'exchanges the meter of',
    what: 'The Metering Service puts one meter in place of another: IF-005 [MeterExchange].',
    args: newMeter.extend({ removed: meterId.optional() }),
  },
  updateMeter: {
    kind: 'business',
    roles: metered,
    says: 'corrects the meter details of',
    what: 'The Metering Service corrects details of a fitted meter: IF-005 [MeterUpdate].',
    args: z.object({
      /** Absent: the meter that it knows. */
      meterId: meterId.optional(),
      newMeterId: meterId.optional(),
      ...details,
      location: details.location.default('G'),
      installed: date.optional(),
    }),
  },
  updateMeterHistory: {
    kind: 'business',
    roles: metered,
    says: 'corrects the meter history of',
    what: 'The Metering Service corrects details of a meter that is gone: IF-005 [MeterHistoryUpdate].',
    args: z.object({
      meterId,
      ...details,
      location: details.location.default('G'),
      installed: date.optional(),
      removed: date.optional(),
    }),
  },
  changeEnergisation: {
    kind: 'business',
    roles: meteringServices,
    says: 'changes the energisation status of',
    what: 'The Metering Service made the supply live or dead: IF-007 [EnergisationStatusChange].',
    args: z.object({ from, status: z.enum(['E', 'D', 'U']).default('E') }),
  },
  reportEnergisationFailure: {
    kind: 'business',
    roles: meteringServices,
    says: 'could not change the energisation status of',
    what: 'The Metering Service could not make the supply live or dead: IF-007 [EnergisationStatusFailure].',
    args: z.object({
      reason: z.string().length(2).describe('a failure reason').default('01'),
      note: z.string().min(1).max(200).optional(),
    }),
  },
  sendMeterReading: {
    kind: 'business',
    roles: metered,
    says: 'sends a meter reading of',
    what: 'The Metering Service passes on a reading of its visit: IF-041 [ReadingInstl], or the event that is named.',
    args: z.object({
      from,
      event: z.enum(['ReadingInstl', 'ReadingRemv', 'ReadingEnergisationChg', 'ReadingOnSite']).default('ReadingInstl'),
      meterId: meterId.optional(),
      reading: z
        .string()
        .regex(/^\d{1,9}\.\d{3}$/)
        .describe('a reading in kWh with three decimals')
        .default('0.000'),
    }),
  },
  recordDirectContract: {
    kind: 'business',
    roles: [...meteringServices, ...dataServices],
    says: 'records a direct contract for',
    what: 'The service has contracted with the customer itself: IF-038 [DirectContractMSAdd] or [DirectContractDSAdd].',
    args: z.object({
      /** When the contract ends; absent: in a year. */
      to: date.optional(),
      /** Whose contract it is said to be; absent: its own. */
      owner: z.string().length(10).describe('a DIP ID').optional(),
    }),
  },
  removeDirectContract: {
    kind: 'business',
    roles: [...meteringServices, ...dataServices],
    says: 'removes the direct contract for',
    what: 'The contract with the customer is over: IF-038 [DirectContractMSRemove] or [DirectContractDSRemove].',
    args: z.object({}),
  },
} as const satisfies Record<string, ActDefinition>;
