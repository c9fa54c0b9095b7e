import { dataServices, meteredServices, meteringServices } from './parties';
import { interfaces } from './row';

const metering = ['BP001', 'BP002', 'BP003B', 'BP006', 'BP011', 'MIG'] as const;
const data = ['BP001', 'BP003', 'BP003B', 'BP006', 'BP011', 'MIG'] as const;

/** How an appointment stands, told by the Registration Service. */
export const appointmentStatus = interfaces({
  'IF-035': {
    senders: ['REGS'],
    to: { primary: ['SUP'] },
    events: {
      MSAppAccepted: {
        name: 'The Metering Service has accepted',
        required: ['B007', 'B012', 'B070'],
        optional: ['B013'],
        processes: metering,
        answers: 'IF-034 [MSAppSPResponse]',
        continues: 'IF-031 [MSApp]',
      },
      MSAppRejected: {
        name: 'The Metering Service has refused',
        required: ['B007', 'B012', 'B070'],
        optional: ['B013'],
        processes: metering,
        answers: 'IF-034 [MSAppSPResponse]',
        continues: 'IF-031 [MSApp]',
      },
      MSAppLapsed: {
        name: 'A Metering Service appointment cannot take effect',
        to: { primary: ['SUP', ...meteringServices] },
        required: ['B007', 'B012', 'B070'],
        optional: ['B013'],
        processes: ['BP001', 'BP002', 'BP006', 'BP011'],
        continues: 'IF-031 [MSApp]',
      },
      DSAppAccepted: {
        name: 'The Data Service has accepted',
        required: ['B007', 'B012', 'B071'],
        optional: ['B013', 'B019'],
        processes: data,
        answers: 'IF-034 [DSAppSPResponse]',
        continues: 'IF-031 [DSApp]',
      },
      DSAppRejected: {
        name: 'The Data Service has refused',
        required: ['B007', 'B012', 'B071'],
        optional: ['B013'],
        processes: data,
        answers: 'IF-034 [DSAppSPResponse]',
        continues: 'IF-031 [DSApp]',
      },
      DSAppLapsed: {
        name: 'A Data Service appointment cannot take effect',
        to: { primary: ['SUP', ...dataServices] },
        required: ['B007', 'B012', 'B071'],
        optional: ['B013'],
        processes: ['BP001', 'BP003', 'BP006', 'BP011'],
        continues: 'IF-031 [DSApp]',
      },
      'IMS-SendMTD': {
        name: 'The incumbent Metering Service is to send its meter technical details',
        to: { primary: meteredServices },
        required: ['B007', 'B012'],
        optional: ['B013', 'B070', 'B071', 'B019'],
        processes: ['BP001', 'BP002', 'BP003'],
      },
      'SDS-MDROutcome': {
        name: 'Answer to a request for another Meter Data Retriever',
        to: { primary: ['SDS'], secondary: ['SUP'] },
        required: ['B012', 'B092', 'B099'],
        optional: ['B013'],
        processes: ['BP003B', 'BP003A'],
        answers: 'IF-034 [SDS-MDRUpdate]',
      },
      'DCC-MDROutcome': {
        name: 'Whether the DCC took the Meter Data Retriever',
        to: { primary: ['SDS'], secondary: ['SUP'] },
        required: ['B012', 'B066'],
        optional: ['B013'],
        processes: ['BP003A'],
        continues: 'IF-034 [SDS-MDRUpdate]',
      },
    },
  },
});
