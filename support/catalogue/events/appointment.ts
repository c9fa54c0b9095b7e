import { central, dataServices, meteringServices } from './parties';
import { interfaces } from './row';

const siteAndMeters = ['B013', 'B072', 'B029', 'B031', 'B032', 'B905List', 'B907List', 'B908List'] as const;
const meterLists = ['B905List', 'B035List', 'B037List'] as const;
const activeSite = ['B022', 'B023', 'B024', 'B025', 'B026', 'B028'] as const;
const metering = ['BP001', 'BP002', 'BP003B', 'BP006', 'BP011', 'MIG'] as const;
const data = ['BP001', 'BP003', 'BP003B', 'BP006', 'BP011', 'MIG'] as const;

/** A supplier proposes a service; the Registration Service checks, asks the service and tells everyone. */
export const appointment = interfaces({
  'IF-031': {
    senders: ['SUP'],
    to: { secondary: ['REGS'] },
    events: {
      MSApp: {
        name: 'Request to appoint a Metering Service',
        required: ['B070'],
        optional: ['B013'],
        processes: metering,
      },
      DSApp: { name: 'Request to appoint a Data Service', required: ['B071'], optional: ['B013'], processes: data },
    },
  },
  'IF-032': {
    senders: ['REGS'],
    to: { primary: ['SUP'] },
    routing: 'stated',
    mayAnswer: true,
    events: {
      MSAppInitialResp: {
        name: 'First answer to a Metering Service request',
        required: ['B070'],
        optional: ['B013'],
        processes: metering,
        answers: 'IF-031 [MSApp]',
      },
      DSAppInitialResp: {
        name: 'First answer to a Data Service request',
        required: ['B071'],
        optional: ['B013'],
        processes: data,
        answers: 'IF-031 [DSApp]',
      },
    },
  },
  // A payload of a third-party simulator has the proposed service as the only recipient.
  'IF-033': {
    senders: ['REGS'],
    routing: 'stated',
    events: {
      MSAppSPRequest: {
        name: 'Would this Metering Service take the appointment?',
        to: { primary: meteringServices },
        required: ['B012', 'B070', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: siteAndMeters,
        processes: metering,
        continues: 'IF-031 [MSApp]',
      },
      DSAppSPRequest: {
        name: 'Would this Data Service take the appointment?',
        to: { primary: dataServices },
        required: ['B012', 'B071', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: siteAndMeters,
        processes: data,
        continues: 'IF-031 [DSApp]',
      },
    },
  },
  'IF-034': {
    to: { secondary: ['REGS'] },
    events: {
      MSAppSPResponse: {
        name: 'The Metering Service accepts or refuses',
        senders: meteringServices,
        required: ['B007', 'B012', 'B070'],
        optional: ['B013'],
        processes: metering,
        answers: 'IF-033 [MSAppSPRequest]',
        continues: 'IF-031 [MSApp]',
      },
      DSAppSPResponse: {
        name: 'The Data Service accepts or refuses',
        senders: dataServices,
        required: ['B007', 'B012', 'B071'],
        optional: ['B013', 'B070', 'B018'],
        processes: data,
        answers: 'IF-033 [DSAppSPRequest]',
        continues: 'IF-031 [DSApp]',
      },
      'SDS-MDRUpdate': {
        name: 'The Smart Data Service asks for another Meter Data Retriever',
        senders: ['SDS'],
        required: ['B012', 'B018'],
        optional: ['B013'],
        processes: ['BP003B', 'BP003A'],
      },
    },
  },
  'IF-036': {
    senders: ['REGS'],
    events: {
      MSAppActive: {
        name: 'A Metering Service is appointed',
        to: { primary: meteringServices, secondary: ['SUP', ...dataServices, 'LDSO'], always: central },
        required: ['B012', 'B014', ...activeSite],
        optional: ['B013', 'B005', 'B017', 'B027', 'B029', 'B030', 'B031', 'B032', ...meterLists],
        processes: metering,
        continues: 'IF-031 [MSApp]',
      },
      DSAppActive: {
        name: 'A Data Service is appointed',
        to: { primary: dataServices, secondary: ['SUP', ...meteringServices, 'LDSO'], always: central },
        required: ['B012', 'B015', ...activeSite],
        optional: ['B013', 'B019', 'B005', 'B016', 'B027', 'B068', 'B029', 'B030', 'B031', 'B032', ...meterLists],
        processes: ['BP001', 'BP003', 'BP003A', 'BP003B', 'BP006', 'BP011', 'MIG'],
        continues: 'IF-031 [DSApp]',
      },
    },
  },
  'IF-037': {
    senders: ['REGS'],
    events: {
      MSDeApp: {
        name: 'A Metering Service appointment ends',
        to: { primary: meteringServices, secondary: ['SUP', 'LDSO'], outgoing: ['SUP'], always: central },
        required: ['B008'],
        optional: ['B013', 'B010', 'B002'],
        processes: ['BP001', 'BP002', 'BP007', 'BP011'],
      },
      DSDeApp: {
        name: 'A Data Service appointment ends',
        to: { primary: dataServices, secondary: ['SUP', 'LDSO'], outgoing: ['SUP'], always: central },
        required: ['B009'],
        optional: ['B013', 'B011', 'B002'],
        processes: ['BP001', 'BP003', 'BP003C', 'BP007', 'BP011'],
      },
      MSDeAppUpdate: {
        name: 'The successor of a Metering Service is known or changes',
        to: { primary: meteringServices },
        required: ['B010'],
        optional: ['B013'],
        processes: ['BP001', 'BP002'],
        trigger: 'inferred',
      },
      DSDeAppUpdate: {
        name: 'The successor of a Data Service is known or changes',
        to: { primary: dataServices },
        required: ['B011'],
        optional: ['B013'],
        processes: ['BP001', 'BP003', 'BP003C'],
        trigger: 'inferred',
      },
    },
  },
});
