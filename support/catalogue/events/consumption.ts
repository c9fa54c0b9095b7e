import { dataServices, meteredDataServices } from './parties';
import { interfaces } from './row';

const halfHours = ['B044', 'B067', 'B900'] as const;
const defaults = ['B043', 'B049', 'B067', 'B920List'] as const;

/** Half-hourly consumption into settlement, what settlement refuses or makes up, and its replay to a new service. */
export const consumption = interfaces({
  'IF-013': {
    senders: ['MDS'],
    to: { primary: [...dataServices, 'SUP'], secondary: ['LDSO'] },
    events: {
      ActivePowerDefaulted: {
        name: 'Half-hours that settlement had to make up',
        required: defaults,
        processes: ['BP019', 'BP005'],
      },
    },
  },
  'IF-014': {
    senders: ['MDS'],
    to: { primary: dataServices, secondary: ['SUP'] },
    common: ['S1', 'M0', 'R0'],
    events: {
      ActivePowerRejected: {
        name: 'Half-hours that settlement refuses',
        required: halfHours,
        processes: ['BP005', 'BP019', 'BP016'],
        answers: 'IF-021 [ActivePower]',
      },
      ConsumptionOnDeEnergisedMPAN: {
        name: 'Consumption though the MPAN is de-energised',
        required: halfHours,
        processes: ['BP005', 'BP008', 'BP019'],
        answers: 'IF-021 [ActivePower]',
      },
    },
  },
  'IF-015': {
    senders: ['ADS'],
    to: { always: ['DIP'] },
    events: {
      ConsumptionReplay: {
        name: 'A new Advanced Data Service asks for earlier consumption',
        processes: ['BP003C'],
      },
    },
  },
  'IF-016': {
    senders: ['DIP'],
    to: { primary: ['ADS'] },
    common: ['S1', 'S2', 'M0', 'R1'],
    events: {
      ActivePower: {
        name: 'Active power of before, again',
        required: halfHours,
        processes: ['BP003C'],
        answers: 'IF-015 [ConsumptionReplay]',
      },
      ReactivePower: {
        name: 'Reactive power of before, again',
        required: halfHours,
        processes: ['BP003C'],
        answers: 'IF-015 [ConsumptionReplay]',
      },
      ActivePowerRejected: {
        name: 'Refused half-hours of before, again',
        common: ['S1', 'S2', 'M0', 'R0', 'R1'],
        required: halfHours,
        processes: ['BP003C'],
        answers: 'IF-015 [ConsumptionReplay]',
      },
      ActivePowerDefaulted: {
        name: 'Half-hours made up before, again',
        required: defaults,
        processes: ['BP003C'],
        answers: 'IF-015 [ConsumptionReplay]',
      },
      ConsumptionRequestRejected: {
        name: 'The request for a replay is refused',
        common: ['S1', 'M0', 'R1'],
        processes: ['BP003C'],
        answers: 'IF-015 [ConsumptionReplay]',
      },
    },
  },
  'IF-021': {
    senders: dataServices,
    to: { secondary: ['SUP', 'LDSO'], always: ['MDS', 'LSS'] },
    events: {
      ActivePower: {
        name: 'Active power of a UTC day, half-hour by half-hour',
        required: halfHours,
        processes: ['BP005', 'BP016', 'BP018', 'BP019'],
      },
      ReactivePower: {
        name: 'Reactive power of a UTC day, half-hour by half-hour',
        required: halfHours,
        processes: ['BP005', 'BP017'],
      },
    },
  },
  'IF-027': {
    senders: ['SUP'],
    to: { primary: meteredDataServices },
    events: {
      ConsumptionAmendment: {
        name: 'Request to put other consumption in the place of what was settled',
        required: ['B902List'],
        processes: ['BP016'],
      },
    },
  },
  'IF-028': {
    senders: dataServices,
    to: { primary: ['SUP'] },
    common: ['S1', 'M0', 'R0'],
    events: {
      ConsumptionAmendment: {
        name: 'Answer to a request for an amendment',
        required: ['B902List'],
        processes: ['BP016'],
        answers: 'IF-027 [ConsumptionAmendment]',
      },
    },
  },
});
