import { z } from 'zod';
import type { ActDefinition } from './definition';
import { dataServices, date, dipId } from './values';

/** A UTC day; the day before today unless told. */
export const day = z.object({ date: date.optional() });

const sending = z.object({
  date: date.optional(),
  /** DIP IDs for A0.primaryRecipients; absent: the successor that B011 named, else the supplier. */
  to: z.array(dipId).min(1).optional(),
});

/** Readings and consumption that are sent to others, and earlier consumption that is asked for. */
export const readActs = {
  sendReading: {
    kind: 'business',
    roles: ['SDS', 'ADS'],
    says: 'sends a reading of',
    what: 'The Data Service passes on a reading: IF-041 [ReadingCOS], or the event that is named.',
    args: sending.extend({
      event: z.enum(['ReadingCOS', 'ReadingRemote', 'ReadingCOR', 'ReadingOnSite']).default('ReadingCOS'),
    }),
  },
  sendEstimate: {
    kind: 'business',
    roles: ['SDS', 'ADS'],
    says: 'sends an estimated reading of',
    what: 'The Data Service passes on an estimate, for want of a reading: IF-041 [DSEstimate].',
    args: sending,
  },
  agreeReading: {
    kind: 'business',
    roles: ['SUP'],
    says: 'sends the agreed reading of',
    what: 'The supplier sends its Data Service the reading at a change of supplier that both suppliers agreed on after a dispute: IF-041 [SupplierAgreedCOS].',
    args: z.object({
      date: date.optional(),
      /** DIP IDs for A0.primaryRecipients; absent: the Data Service that the supplier knows to be in force. */
      to: z.array(dipId).min(1).optional(),
    }),
  },
  sendConsumption: {
    kind: 'business',
    roles: dataServices,
    says: 'sends the consumption of',
    what: 'The Data Service submits the half-hours of a UTC day: IF-021 [ActivePower], or [ReactivePower].',
    args: day.extend({ event: z.enum(['ActivePower', 'ReactivePower']).default('ActivePower') }),
  },
  askPastConsumption: {
    kind: 'business',
    roles: ['ADS'],
    says: 'asks for the past consumption of',
    what: 'The Advanced Data Service asks the DIP for earlier consumption: IF-015 [ConsumptionReplay].',
    args: z.object({}),
  },
  refuseConsumption: {
    kind: 'business',
    roles: ['MDS'],
    says: 'refuses the consumption of',
    what: 'The Market-wide Data Service refuses the half-hours that it took last: IF-014 [ActivePowerRejected].',
    args: z.object({ code: z.string().min(5).max(7).default('ECS1002') }),
  },
  defaultConsumption: {
    kind: 'business',
    roles: ['MDS'],
    says: 'makes up the consumption of',
    what: 'The Market-wide Data Service makes up what is missing: IF-013 [ActivePowerDefaulted].',
    args: day,
  },
} as const satisfies Record<string, ActDefinition>;
