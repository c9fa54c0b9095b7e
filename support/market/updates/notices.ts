import { type CustomBlocks, effectiveFrom, type MessageName } from '../../catalogue';
import type { ArgumentsOf } from '../acts';
import { factAt } from '../registration/facts';
import { reachedDate } from '../registration/held-blocks';
import { connectionTypes, statusBlock, testAddress } from '../registration/load';
import { isLive, type LoadedRegister, segmentOf } from '../registration/register';
import type { Context } from '../types';

/** What somebody outside the DIP tells the Registration Service: which facts change, and by which message it says so. */
export interface Notice extends MessageName {
  facts: Partial<CustomBlocks>;
  /** The group that the MPAN moves to. */
  gspGroup?: string;
  /** The facts change and nobody is told by this message. */
  silent?: boolean;
  /** What is told besides where the new facts no longer agree with those that stay. */
  invalidSegment?: boolean;
}

/** What a notice is made from. */
export interface Teller {
  register: LoadedRegister;
  context: Context;
  /** The date-time of a local date; of the day that the MPAN has reached where there is none. */
  begins(date?: string): string;
}

export const tellerOf = (register: LoadedRegister, context: Context): Teller => ({
  register,
  context,
  begins: (date) =>
    date === undefined ? reachedDate(register, context) : effectiveFrom(date, context.market.effectiveDatesBeginAt),
});

const changed = (event: string): MessageName => ({ interface: 'IF-018', event });
const enquiry = (event: string): MessageName => ({ interface: 'IF-050', event });

const connection = ({ register, begins }: Teller, from: string | undefined, change: Partial<CustomBlocks['B023']>) => {
  const B023 = { ...factAt(register.facts, 'B023')!, ...change, connectionTypeEffectiveFromDate: begins(from) };
  const segment = segmentOf(register);
  const fits = B023.meteredIndicator === (segment !== 'U') && segmentOfType(B023.connectionTypeIndicator) === segment;
  return { facts: { B023 }, invalidSegment: !fits };
};

/** Which segment a connection type belongs to (assumption connection-type-segments). */
function segmentOfType(type: string): 'S' | 'A' | 'U' {
  if (type === connectionTypes.S) return 'S';
  return type === connectionTypes.U ? 'U' : 'A';
}

/** One entry for each act by which a fact of the register changes without a request on the DIP. */
export const notices = {
  changeDomesticIndicator: ({ domestic, from }: ArgumentsOf<'changeDomesticIndicator'>, teller: Teller): Notice => ({
    ...changed('DomPremInd'),
    facts: {
      B028: { domesticPremiseIndicator: domestic, domesticPremiseIndicatorEffectiveFromDate: teller.begins(from) },
    },
    // In a switch IF-001 and IF-036 carry the flag.
    silent: teller.register.switches.some(isLive),
  }),
  changeAddress: ({ postcode, number, street, town }: ArgumentsOf<'changeAddress'>): Notice => ({
    ...changed('AddressChg'),
    facts: {
      B022: {
        ...testAddress,
        meteringPointPostcode: postcode,
        addressLine4: number,
        addressLine5: street,
        addressLine7: town,
      },
    },
  }),
  changeGspGroup: ({ gspGroup, from }: ArgumentsOf<'changeGspGroup'>, { begins }: Teller): Notice => ({
    ...changed('GSPChg'),
    facts: { B001: { GSPGroupEffectiveFromDate: begins(from) } },
    gspGroup,
  }),
  changeTariff: ({ tariff, from }: ArgumentsOf<'changeTariff'>, { begins }: Teller): Notice => ({
    ...changed('DUOSTariffIDChg'),
    facts: { B024: { DUOSTariffID: tariff, DUOSTariffIDEffectiveFromDate: begins(from) } },
  }),
  changeEnergyDirection: ({ direction, from }: ArgumentsOf<'changeEnergyDirection'>, teller: Teller): Notice => ({
    ...changed('EnergyDirection'),
    facts: connection(teller, from, { energyDirection: direction }).facts,
  }),
  changeMeteredIndicator: ({ metered, from }: ArgumentsOf<'changeMeteredIndicator'>, teller: Teller): Notice => ({
    ...changed('MUMIndicator'),
    ...connection(teller, from, { meteredIndicator: metered }),
  }),
  changeConnectionType: ({ connectionType, from }: ArgumentsOf<'changeConnectionType'>, teller: Teller): Notice => ({
    ...{ interface: 'IF-043', event: 'ConnectionTypeChange' },
    ...connection(teller, from, { connectionTypeIndicator: connectionType }),
  }),
  changeMpanStatus: (args: ArgumentsOf<'changeMpanStatus'>, { begins }: Teller): Notice => ({
    ...enquiry('MPStatusChange'),
    facts: statusBlock(args.registration, args.point, begins(args.from)),
  }),
  changeGreenDeal: ({ from, to }: ArgumentsOf<'changeGreenDeal'>, { begins }: Teller): Notice => ({
    ...enquiry('GreenDeal'),
    facts: {
      B080: {
        greenDealEffectiveFromDate: begins(from),
        greenDealEffectiveToDate: to === undefined ? null : begins(to),
      },
    },
  }),
  refreshEnquiry: (_args: ArgumentsOf<'refreshEnquiry'>): Notice => ({
    ...{ interface: 'IF-051', event: 'EESRefresh' },
    facts: {},
  }),
};

export type NoticeName = keyof typeof notices;

export const isNotice = (act: string): act is NoticeName => Object.hasOwn(notices, act);
