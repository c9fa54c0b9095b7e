import { central, meteredServices, meteringServices } from './parties';
import { interfaces } from './row';

// B906 is another block in corrections than in installations.
const correction = { B906: 'B906a' } as const;

/** Meters, energisation and disconnection: the metering service reports, the Registration Service decides and tells. */
export const metering = interfaces({
  'IF-004': {
    senders: ['MSS', 'SUP'],
    to: { primary: ['SUP', 'MSS'] },
    openHeader: true,
    events: {
      CommsHubInfo: {
        name: 'A communications hub was fitted, removed, exchanged or found',
        required: ['B093'],
        processes: ['BP009', 'BP006'],
      },
    },
  },
  'IF-005': {
    senders: meteredServices,
    to: { secondary: ['REGS'] },
    openHeader: true,
    events: {
      MeterInstall: {
        name: 'A meter was fitted where there was none',
        required: ['B906'],
        optional: ['B030'],
        processes: ['BP006', 'BP009'],
      },
      MeterRemoval: {
        name: 'A meter was removed and not replaced',
        required: ['B039'],
        processes: ['BP007', 'BP009'],
      },
      MeterExchange: {
        name: 'A meter was exchanged for another',
        required: ['B906', 'B039'],
        optional: ['B030'],
        processes: ['BP009', 'BP011'],
      },
      MeterUpdate: {
        name: 'Details of a fitted meter are corrected',
        required: ['B906'],
        shapes: correction,
        optional: ['B039', 'B030'],
        processes: ['BP009'],
      },
      MeterHistoryUpdate: {
        name: 'Details of a removed meter are corrected',
        required: ['B906'],
        shapes: correction,
        optional: ['B039'],
        processes: ['BP009'],
      },
    },
  },
  'IF-006': {
    senders: ['REGS'],
    to: { primary: meteredServices, secondary: ['SUP', 'SDS', 'ADS', 'LDSO', 'MDR'], always: ['EES'] },
    common: ['S1', 'M0', 'R0'],
    openHeader: true,
    events: {
      MeterInstall: {
        name: 'Decision on a fitted meter',
        required: ['B906'],
        optional: ['B030', 'B905List'],
        processes: ['BP006', 'BP009'],
        answers: 'IF-005 [MeterInstall]',
      },
      MeterRemoval: {
        name: 'Decision on a removed meter',
        required: ['B039'],
        optional: ['B905List'],
        processes: ['BP007', 'BP009'],
        answers: 'IF-005 [MeterRemoval]',
      },
      MeterExchange: {
        name: 'Decision on an exchange of meters',
        required: ['B906', 'B039'],
        optional: ['B030', 'B905List'],
        processes: ['BP009', 'BP011'],
        answers: 'IF-005 [MeterExchange]',
      },
      MeterUpdate: {
        name: 'Decision on corrected details of a fitted meter',
        required: ['B906'],
        shapes: correction,
        optional: ['B030', 'B039', 'B905List'],
        processes: ['BP009'],
        answers: 'IF-005 [MeterUpdate]',
      },
      MeterHistoryUpdate: {
        name: 'Decision on corrected details of a removed meter',
        required: ['B906'],
        shapes: correction,
        optional: ['B039', 'B905List'],
        processes: ['BP009'],
        answers: 'IF-005 [MeterHistoryUpdate]',
      },
    },
  },
  'IF-007': {
    senders: meteringServices,
    openCommon: true,
    events: {
      EnergisationStatusChange: {
        name: 'The supply was energised or de-energised',
        to: { secondary: ['REGS'] },
        required: ['B025'],
        processes: ['BP008', 'BP006', 'BP007'],
      },
      EnergisationStatusFailure: {
        name: 'The supply could not be energised or de-energised',
        to: { secondary: ['SUP'] },
        required: ['B040'],
        processes: ['BP008'],
      },
    },
  },
  'IF-008': {
    senders: ['REGS'],
    to: { primary: meteringServices, secondary: ['SUP', 'SDS', 'ADS', 'UMSDS', 'LDSO', 'MDR'], always: central },
    common: ['S1', 'M0', 'R0'],
    openHeader: true,
    events: {
      EnergisationStatusChange: {
        name: 'Decision on a change of energisation',
        required: ['B025'],
        processes: ['BP008', 'BP006', 'BP007'],
        answers: 'IF-007 [EnergisationStatusChange]',
      },
    },
  },
  'IF-009': {
    senders: ['REGS'],
    to: { secondary: ['SUP', 'LDSO'], always: central },
    events: {
      MPANDisconnection: { name: 'An MPAN was disconnected', required: ['B041'], processes: ['BP007'] },
      MPANReconnection: {
        name: 'A disconnection is undone',
        required: ['B098'],
        processes: ['BP007'],
        trigger: 'inferred',
      },
      CSSDeRegistration: {
        name: 'The switching service ended a registration',
        required: ['B042'],
        processes: ['BP007'],
      },
    },
  },
});
