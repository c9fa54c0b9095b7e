import { z } from 'zod';
import type { ActDefinition } from './definition';
import { date, dipId, party, registrationId, segment } from './values';

/** From when on; absent: the day that the MPAN has reached. */
const from = date.optional();
const dated = z.object({ from });
const gspGroup = z.string().length(2).describe('a GSP Group');

const address = z.object({
  from,
  postcode: z.string().min(1).max(10).default('ZZ99 8ZZ'),
  number: z.string().max(40).nullable().default('2'),
  street: z.string().max(40).nullable().default('Qualify Street'),
  town: z.string().max(40).nullable().default('Testham'),
});

/** What the Registration Service is told outside the DIP, and what it publishes of itself. */
export const registerNoticeActs = {
  createMpan: {
    kind: 'business',
    roles: ['REGS'],
    says: 'creates',
    tells: 'LDSO',
    what: 'The LDSO creates an MPAN without a supplier; the enquiry service is told: IF-050 [MPANCreation].',
    usually: {
      segment: 'the market segment of the MPAN',
      energyDirection: 'the energy direction of the MPAN',
      distributor: 'the Network Operator',
      gspGroup: 'the GSP Group of the MPAN',
    },
    args: z.object({
      from,
      segment: segment.default('S'),
      energyDirection: z.enum(['I', 'E']).default('I'),
      /** Absent: those under which the test MPAN is known already. */
      distributor: dipId.optional(),
      gspGroup: gspGroup.optional(),
    }),
  },
  announceFirstRegistration: {
    kind: 'css',
    roles: ['REGS'],
    says: 'announces the first registration of',
    tells: 'CSS',
    what: 'CSS tells of the first supplier of an MPAN, who is told what is there: IF-002 [GainMPANInfo].',
    usually: { supplier: 'the Supplier', from: '10 days ahead', registrationId: 'a new switch' },
    args: z.object({
      supplier: party,
      /** The Supply Start Date; absent: the day that the MPAN has reached. */
      from,
      registrationId: registrationId.optional(),
    }),
  },
  confirmFirstRegistration: {
    kind: 'css',
    roles: ['REGS'],
    says: 'confirms the first registration of',
    tells: 'CSS',
    what: 'CSS confirms the first supplier of an MPAN: IF-001 [InitialRegistration].',
    usually: { registrationId: 'the pending switch' },
    args: z.object({ registrationId: registrationId.optional() }),
  },
  changeDomesticIndicator: {
    kind: 'css',
    roles: ['REGS'],
    says: 'changes the domestic premise indicator of',
    tells: 'CSS',
    what: 'CSS passes on whether the premises are a home: IF-018 [DomPremInd], but not while a switch is open.',
    args: dated.extend({ domestic: z.boolean().default(false) }),
  },
  changeAddress: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the address of',
    tells: 'LDSO',
    what: 'The LDSO corrects the address of an MPAN: IF-018 [AddressChg].',
    args: address,
  },
  changeGspGroup: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the GSP Group of',
    tells: 'LDSO',
    what: 'The LDSO moves an MPAN to another GSP Group: IF-018 [GSPChg].',
    args: dated.extend({ gspGroup: gspGroup.default('_B') }),
  },
  changeTariff: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the DUoS tariff of',
    tells: 'LDSO',
    what: 'The LDSO assigns another DUoS tariff: IF-018 [DUOSTariffIDChg].',
    args: dated.extend({ tariff: z.string().min(1).max(3).default('002') }),
  },
  changeEnergyDirection: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the energy direction of',
    tells: 'LDSO',
    what: 'The LDSO corrects import and export: IF-018 [EnergyDirection].',
    args: dated.extend({ direction: z.enum(['I', 'E']).default('E') }),
  },
  changeMeteredIndicator: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the metered indicator of',
    tells: 'LDSO',
    what: 'The LDSO corrects whether an MPAN is metered: IF-018 [MUMIndicator].',
    args: dated.extend({ metered: z.boolean().default(false) }),
  },
  changeConnectionType: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the connection type of',
    tells: 'LDSO',
    what: 'The LDSO changes the connection type: IF-043 [ConnectionTypeChange].',
    args: dated.extend({ connectionType: z.enum(['W', 'L', 'H', 'E', 'U']).default('L') }),
  },
  changeMpanStatus: {
    kind: 'business',
    roles: ['REGS'],
    says: 'changes the status of',
    tells: 'LDSO',
    what: 'The LDSO changes the status of an MPAN; the enquiry service is told: IF-050 [MPStatusChange].',
    args: dated.extend({
      registration: z.enum(['O', 'C', 'T']).default('O'),
      point: z.enum(['N', 'R', 'T', 'X']).default('T'),
    }),
  },
  changeGreenDeal: {
    kind: 'business',
    roles: ['REGS'],
    says: 'records a Green Deal for',
    what: 'The dates of a Green Deal change; the enquiry service is told: IF-050 [GreenDeal].',
    args: dated.extend({ to: date.optional() }),
  },
  remindSupplier: {
    kind: 'business',
    roles: ['REGS'],
    says: 'sends a reminder about',
    what: 'The Registration Service reminds of what is overdue: IF-045 [NoMSAppointed], or the event that is named.',
    args: z.object({
      event: z
        .enum(['NoMSAppointed', 'NoDSAppointed', 'ConsentGranularityInvalid', 'InvalidMarketSegment'])
        .default('NoMSAppointed'),
      note: z.string().min(1).max(200).optional(),
    }),
  },
  refreshEnquiry: {
    kind: 'business',
    roles: ['REGS'],
    says: 'sends the whole record of',
    what: 'The Registration Service sends the enquiry service all that it holds: IF-051 [EESRefresh].',
    args: z.object({}),
  },
} as const satisfies Record<string, ActDefinition>;
