import { z } from 'zod';
import type { ActDefinition } from './definition';
import { date, party, registrationId } from './values';

const appointment = z.object({
  service: party,
  from: date,
  scenario: z.enum(['COS', 'CSP', 'USP']),
  /** The CSS registration id to quote in B013; null leaves B013 out. Absent: the one that IF-002 brought. */
  registrationId: registrationId.nullish(),
  contractReference: z.string().max(50).default('MQ-CONTRACT-1'),
});

const dataAppointment = appointment.extend({
  /** The Meter Data Retriever that the supplier nominates for a smart MPAN. */
  retriever: party.nullish(),
  /** From when on; null leaves the date out. Absent: from the start of the appointment. */
  retrieverFrom: date.nullish(),
  /** How often a traditional meter is read where nothing else is agreed; null: not said. Absent: quarterly. */
  readFrequency: z.enum(['W', 'F', 'M', 'Q', 'S', 'A']).nullish(),
});

const usually = { from: 'the SSD', scenario: 'COS' };

export const appointmentActs = {
  appointMeteringService: {
    kind: 'business',
    roles: ['SUP'],
    what: 'The supplier proposes a Metering Service to an MPAN: IF-031 [MSApp].',
    says: 'proposes a Metering Service to',
    usually: { ...usually, service: 'the proposed Metering Service' },
    args: appointment,
  },
  appointDataService: {
    kind: 'business',
    roles: ['SUP'],
    what: 'The supplier proposes a Data Service to an MPAN: IF-031 [DSApp].',
    says: 'proposes a Data Service to',
    usually: { ...usually, service: 'the proposed Data Service' },
    args: dataAppointment,
  },
} as const satisfies Record<string, ActDefinition>;
