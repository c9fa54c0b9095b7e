import type { BlockName } from './blocks';
import { defineInterface } from './event';
import type { RoleCode } from './roles';

const meteringServices = ['MSS', 'MSA', 'UMSO'] as const satisfies RoleCode[];
const dataServices = ['SDS', 'ADS', 'UMSDS'] as const satisfies RoleCode[];
const everywhere = ['MDS', 'EES'] as const satisfies RoleCode[];
const siteAndMeters = ['B013', 'B072', 'B029', 'B031', 'B032', 'B905List', 'B907List', 'B908List'] as const;
const meterLists = ['B905List', 'B035List', 'B037List'] as const satisfies BlockName[];
const activeSite = ['B022', 'B023', 'B024', 'B025', 'B026', 'B028'] as const satisfies BlockName[];

/** A supplier proposes a service; the Registration Service checks, asks the service and tells everyone. */
export const appointmentEvents = [
  ...defineInterface('IF-031', {
    senders: ['SUP'],
    to: { secondary: ['REGS'] },
    events: {
      MSApp: { name: 'Request to appoint a Metering Service', required: ['B070'], optional: ['B013'] },
      DSApp: { name: 'Request to appoint a Data Service', required: ['B071'], optional: ['B013'] },
    },
  }),
  ...defineInterface('IF-032', {
    senders: ['REGS'],
    to: { primary: ['SUP'] },
    answer: true,
    events: {
      MSAppInitialResp: {
        name: 'First answer to a Metering Service request',
        required: ['B070'],
        optional: ['B013'],
        answers: 'IF-031 [MSApp]',
      },
      DSAppInitialResp: {
        name: 'First answer to a Data Service request',
        required: ['B071'],
        optional: ['B013'],
        answers: 'IF-031 [DSApp]',
      },
    },
  }),
  // A payload of a third-party simulator has the proposed service as the only recipient.
  ...defineInterface('IF-033', {
    senders: ['REGS'],
    to: { primary: [...meteringServices, ...dataServices] },
    events: {
      MSAppSPRequest: {
        name: 'Would this Metering Service take the appointment?',
        required: ['B012', 'B070', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: siteAndMeters,
        to: { primary: meteringServices, basis: 'stated' },
        continues: 'IF-031 [MSApp]',
      },
      DSAppSPRequest: {
        name: 'Would this Data Service take the appointment?',
        required: ['B012', 'B071', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: siteAndMeters,
        to: { primary: dataServices, basis: 'stated' },
        continues: 'IF-031 [DSApp]',
      },
    },
  }),
  ...defineInterface('IF-034', {
    senders: [...meteringServices, ...dataServices],
    to: { secondary: ['REGS'] },
    events: {
      MSAppSPResponse: {
        name: 'The Metering Service accepts or refuses',
        senders: meteringServices,
        required: ['B007', 'B012', 'B070'],
        optional: ['B013'],
        answers: 'IF-033 [MSAppSPRequest]',
        continues: 'IF-031 [MSApp]',
      },
      DSAppSPResponse: {
        name: 'The Data Service accepts or refuses',
        senders: dataServices,
        required: ['B007', 'B012', 'B071'],
        optional: ['B013', 'B070', 'B018'],
        answers: 'IF-033 [DSAppSPRequest]',
        continues: 'IF-031 [DSApp]',
      },
      'SDS-MDRUpdate': {
        name: 'The Smart Data Service asks for another Meter Data Retriever',
        senders: ['SDS'],
        required: ['B012', 'B018'],
        optional: ['B013'],
      },
    },
  }),
  ...defineInterface('IF-036', {
    senders: ['REGS'],
    to: { primary: [...meteringServices, ...dataServices], secondary: ['SUP', 'LDSO'], always: everywhere },
    events: {
      MSAppActive: {
        name: 'A Metering Service is appointed',
        required: ['B012', 'B014', ...activeSite],
        optional: ['B013', 'B005', 'B017', 'B027', 'B029', 'B030', 'B031', 'B032', ...meterLists],
        to: { primary: meteringServices, secondary: ['SUP', ...dataServices, 'LDSO'], always: everywhere },
        continues: 'IF-031 [MSApp]',
      },
      DSAppActive: {
        name: 'A Data Service is appointed',
        required: ['B012', 'B015', ...activeSite],
        optional: ['B013', 'B019', 'B005', 'B016', 'B027', 'B068', 'B029', 'B030', 'B031', 'B032', ...meterLists],
        to: { primary: dataServices, secondary: ['SUP', ...meteringServices, 'LDSO'], always: everywhere },
        continues: 'IF-031 [DSApp]',
      },
    },
  }),
  ...defineInterface('IF-037', {
    senders: ['REGS'],
    to: { primary: [...meteringServices, ...dataServices], secondary: ['SUP', 'LDSO'], always: everywhere },
    events: {
      MSDeApp: {
        name: 'A Metering Service appointment ends',
        required: ['B008'],
        optional: ['B013', 'B010', 'B002'],
        to: { primary: meteringServices, secondary: ['SUP', 'LDSO'], always: everywhere },
      },
      DSDeApp: {
        name: 'A Data Service appointment ends',
        required: ['B009'],
        optional: ['B013', 'B011', 'B002'],
        to: { primary: dataServices, secondary: ['SUP', 'LDSO'], always: everywhere },
      },
      MSDeAppUpdate: {
        name: 'The successor of a Metering Service is known or changes',
        required: ['B010'],
        optional: ['B013'],
        to: { primary: meteringServices },
      },
      DSDeAppUpdate: {
        name: 'The successor of a Data Service is known or changes',
        required: ['B011'],
        optional: ['B013'],
        to: { primary: dataServices },
      },
    },
  }),
];
