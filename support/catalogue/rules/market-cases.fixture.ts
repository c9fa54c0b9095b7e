import { dataProposal, messageOf, meteringProposal, withSet, type RuleCase } from './rules.fixture';

const initial = (responseCode: string, ...responseMessages: string[]) =>
  messageOf('IF-032 [MSAppInitialResp]', {}, { R0: { responseCode, responseMessages } });
const answered = (label: string, responseCode: string, proposedAppointmentResponseCode: string | null) =>
  messageOf(label, { B007: { responseCode, proposedAppointmentResponseCode } });

export const answerCases: RuleCase[] = [
  { rule: 'answer-has-outcome', good: initial('A'), bad: messageOf('IF-032 [MSAppInitialResp]', {}) },
  { rule: 'refusal-says-why', good: initial('R', 'see', 'REG1031 - Segment'), bad: initial('R', 'wrong segment') },
  { rule: 'outcome-agrees-with-codes', good: initial('R', 'REG1031'), bad: initial('A', 'REG1031') },
  {
    rule: 'appointment-code-published',
    good: answered('IF-034 [MSAppSPResponse]', 'R', 'SP001'),
    bad: answered('IF-034 [MSAppSPResponse]', 'R', 'SP777'),
  },
  { rule: 'response-code-published', good: initial('R', 'REG1031'), bad: initial('R', 'REG1777') },
  { rule: 'response-code-fits-request', good: initial('R', 'REG1090'), bad: initial('R', 'REG1091') },
  {
    rule: 'outcome-fits-event',
    good: answered('IF-035 [MSAppAccepted]', 'A', 'SP000'),
    bad: answered('IF-035 [MSAppAccepted]', 'W', 'SP000'),
  },
];

const nomination = messageOf('IF-034 [SDS-MDRUpdate]', {
  B018: {
    SDSNominatedMDRDIPID: '2300000005',
    SDSNominatedMDRMPID: 'MDRA',
    SDSNominatedMDRRequestedEffectiveFromDate: '2027-06-27T00:00:00+01:00',
  },
});
const supplier = messageOf('IF-036 [MSAppActive]', {
  B012: {
    serviceProviderAppointmentRequestingSupplierDIPID: '2300000006',
    serviceProviderAppointmentRequestingSupplierMPID: 'SUPA',
  },
});
const starts = 'CustomBlock.B070.proposedMeteringServiceDIPEffectiveFromDate';
const nominated = 'CustomBlock.B018.SDSNominatedMDRRequestedEffectiveFromDate';

export const appointmentCases: RuleCase[] = [
  {
    rule: 'appointment-within-28-days',
    good: withSet(meteringProposal, starts, '2027-07-20T00:00:00+01:00'),
    bad: withSet(meteringProposal, starts, '2027-07-22T00:00:00+01:00'),
  },
  {
    rule: 'mdr-within-five-days',
    good: nomination,
    bad: withSet(nomination, nominated, '2027-06-29T00:00:00+01:00'),
  },
  {
    rule: 'nominated-mdr-has-date',
    good: dataProposal,
    bad: withSet(dataProposal, 'CustomBlock.B071.supplierNominatedMDREffectiveFromDate', null),
  },
];

/** Another company's MPID in the place of the right one. */
const strange = (rule: string, good: RuleCase['good'], path: string): RuleCase => ({
  rule,
  good,
  bad: withSet(good, `CustomBlock.${path}`, 'ZZZZ'),
});

export const partyCases: RuleCase[] = [
  strange('metering-service-ids-belong-together', meteringProposal, 'B070.proposedMeteringServiceMPID'),
  strange('data-service-ids-belong-together', dataProposal, 'B071.proposedDataServiceMPID'),
  strange('supplier-nominated-mdr-ids-belong-together', dataProposal, 'B071.supplierNominatedMDRMPID'),
  strange('sds-nominated-mdr-ids-belong-together', nomination, 'B018.SDSNominatedMDRMPID'),
  strange('party-ids-belong-together', supplier, 'B012.serviceProviderAppointmentRequestingSupplierMPID'),
];

const role = 'CommonBlock.S1.senderRoleID';
const retrieved = messageOf('IF-065 [MDRTOU]', {});

export const senderCases: RuleCase[] = [
  { rule: 'sender-may-send', good: meteringProposal, bad: withSet(meteringProposal, role, 'MSS') },
  { rule: 'sender-may-send-inferred', good: retrieved, bad: withSet(retrieved, role, 'SUP') },
];
