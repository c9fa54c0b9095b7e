import { central, dataServices, meteringServices } from './parties';
import { interfaces } from './row';

const services = [...meteringServices, ...dataServices] as const;

/** Changes to the register that nobody on the DIP asked for. */
export const register = interfaces({
  'IF-018': {
    senders: ['REGS'],
    to: { secondary: ['SUP', ...services, 'LDSO'], always: central },
    openHeader: true,
    events: {
      AddressChg: {
        name: 'The address of an MPAN changed',
        required: ['B001', 'B022'],
        optional: ['B013'],
        processes: ['BP010a'],
        trigger: 'inferred',
      },
      GSPChg: {
        name: 'An MPAN moved to another GSP Group',
        required: ['B001', 'B022'],
        optional: ['B013'],
        processes: ['BP010e'],
        trigger: 'inferred',
      },
      DUOSTariffIDChg: {
        name: 'Another DUoS tariff applies',
        required: ['B024'],
        optional: ['B013'],
        processes: ['BP010d', 'BP017'],
        trigger: 'inferred',
      },
      DomPremInd: {
        name: 'Domestic premises or not, changed outside a switch',
        required: ['B028'],
        optional: ['B013'],
        processes: ['BP010c'],
      },
      EnergyDirection: {
        name: 'Import or export was corrected',
        required: ['B023'],
        optional: ['B013'],
        processes: ['BP010e'],
        trigger: 'inferred',
      },
      MUMIndicator: {
        name: 'Metered or unmetered was changed',
        required: ['B023'],
        optional: ['B013'],
        processes: ['BP010e'],
        trigger: 'inferred',
      },
      DCCEnrolment: {
        name: 'The service flag of the DCC changed',
        required: ['B029'],
        optional: ['B013'],
        processes: ['BP003A', 'BP010e'],
        trigger: 'inferred',
      },
    },
  },
  'IF-043': {
    senders: ['REGS'],
    sending: 'inferred',
    to: { secondary: ['SUP', ...services, 'LDSO'], always: central },
    openHeader: true,
    events: {
      ConnectionTypeChange: {
        name: 'The connection type changed',
        required: ['B023'],
        processes: ['BP011'],
        trigger: 'inferred',
      },
    },
  },
  'IF-044': {
    senders: ['REGS'],
    to: { secondary: ['SUP', 'LDSO'], always: central },
    events: {
      MarketSegmentChange: {
        name: 'A change of market segment is complete',
        required: ['B026', 'B023'],
        processes: ['BP011'],
      },
    },
  },
  'IF-045': {
    senders: ['REGS'],
    to: { secondary: ['SUP', 'SDS', 'ADS', 'MSS', 'MSA'] },
    openCommon: true,
    events: {
      InvalidMarketSegment: {
        name: 'Meter, connection and market segment do not agree',
        optional: ['B060'],
        processes: ['BP011'],
      },
      ConsentGranularityInvalid: {
        name: 'The recorded consent is not allowed here',
        optional: ['B060'],
        processes: ['BP010b', 'BP010c'],
      },
      NoMSAppointed: {
        name: 'A registered MPAN has no Metering Service',
        optional: ['B060'],
        processes: ['BP001', 'BP002', 'BP006'],
      },
      NoDSAppointed: {
        name: 'A registered MPAN has no Data Service',
        optional: ['B060'],
        processes: ['BP001', 'BP003', 'BP006'],
      },
    },
  },
});
