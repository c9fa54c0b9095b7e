import { defineInterface } from './event';
import type { RoleCode } from './roles';

const meteringServices = ['MSS', 'MSA', 'UMSO'] as const satisfies RoleCode[];
const dataServices = ['SDS', 'ADS', 'UMSDS'] as const satisfies RoleCode[];
const meteringAnswer = {
  answers: 'IF-034 [MSAppSPResponse]',
  continues: 'IF-031 [MSApp]',
  to: { primary: ['SUP'] },
} as const;
const dataAnswer = {
  answers: 'IF-034 [DSAppSPResponse]',
  continues: 'IF-031 [DSApp]',
  to: { primary: ['SUP'] },
} as const;

/** How an appointment stands, told by the Registration Service. */
export const statusEvents = defineInterface('IF-035', {
  senders: ['REGS'],
  to: { primary: ['SUP'] },
  events: {
    MSAppAccepted: {
      name: 'The Metering Service has accepted',
      required: ['B007', 'B012', 'B070'],
      optional: ['B013'],
      ...meteringAnswer,
    },
    MSAppRejected: {
      name: 'The Metering Service has refused',
      required: ['B007', 'B012', 'B070'],
      optional: ['B013'],
      ...meteringAnswer,
    },
    MSAppLapsed: {
      name: 'A Metering Service appointment cannot take effect',
      required: ['B007', 'B012', 'B070'],
      optional: ['B013'],
      to: { primary: ['SUP', ...meteringServices] },
      continues: 'IF-031 [MSApp]',
    },
    DSAppAccepted: {
      name: 'The Data Service has accepted',
      required: ['B007', 'B012', 'B071'],
      optional: ['B013', 'B019'],
      ...dataAnswer,
    },
    DSAppRejected: {
      name: 'The Data Service has refused',
      required: ['B007', 'B012', 'B071'],
      optional: ['B013'],
      ...dataAnswer,
    },
    DSAppLapsed: {
      name: 'A Data Service appointment cannot take effect',
      required: ['B007', 'B012', 'B071'],
      optional: ['B013'],
      to: { primary: ['SUP', ...dataServices] },
      continues: 'IF-031 [DSApp]',
    },
    'IMS-SendMTD': {
      name: 'The incumbent Metering Service is to send its meter technical details',
      required: ['B007', 'B012'],
      optional: ['B013', 'B070', 'B071', 'B019'],
      to: { primary: ['MSS', 'MSA'] },
    },
    'SDS-MDROutcome': {
      name: 'Answer to a request for another Meter Data Retriever',
      required: ['B012', 'B092', 'B099'],
      optional: ['B013'],
      to: { primary: ['SDS'], secondary: ['SUP'] },
      answers: 'IF-034 [SDS-MDRUpdate]',
    },
    'DCC-MDROutcome': {
      name: 'Whether the DCC took the Meter Data Retriever',
      required: ['B012', 'B066'],
      optional: ['B013'],
      to: { primary: ['SDS'], secondary: ['SUP'] },
      continues: 'IF-034 [SDS-MDRUpdate]',
    },
  },
});
