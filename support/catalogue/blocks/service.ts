import { block, openBlock } from '../block';

const incomingMeteringService = block(
  'incomingMeteringServiceDIPID',
  'incomingMeteringServiceMPID',
  'incomingMeteringServiceEffectiveFromDate',
);
const incomingDataService = block(
  'incomingDataServiceDIPID',
  'incomingDataServiceMPID',
  'incomingDataServiceEffectiveFromDate',
);
const assignedRetriever = block('assignedMDRDIPID', 'assignedMDRMPID', 'assignedMDREffectiveFromDate');

/** Blocks about who serves an MPAN: suppliers, services, retrievers, and the answers to an appointment. */
export const serviceBlocks = {
  B002: block('incomingSupplierDIPID', 'incomingSupplierMPID', 'supplierEffectiveFromDate'),
  B003: block('outgoingSupplierDIPID', 'outgoingSupplierMPID', 'supplierEffectiveToDate'),
  B005: block(
    'currentMeteringServiceDIPID',
    'currentMeteringServiceMPID',
    'currentDataServiceDIPID',
    'currentDataServiceMPID',
  ),
  B006: block(
    'customerDirectContractMeteringService',
    'customerDirectContractMeteringServiceDIPID',
    'customerDirectContractDataService',
    'customerDirectContractDataServiceDIPID',
  ),
  B007: block('responseCode', 'proposedAppointmentResponseCode'),
  B008: block(
    'deAppointedMeteringServiceDIPID',
    'deAppointedMeteringServiceMPID',
    'meteringServiceEffectiveFromDate',
    'meteringServiceEffectiveToDate',
    'deAppointmentReasonCode',
  ),
  B009: block(
    'deAppointedDataServiceDIPID',
    'deAppointedDataServiceMPID',
    'dataServiceEffectiveFromDate',
    'dataServiceEffectiveToDate',
    'deAppointmentReasonCode',
  ),
  B010: incomingMeteringService,
  B011: incomingDataService,
  B012: block('serviceProviderAppointmentRequestingSupplierDIPID', 'serviceProviderAppointmentRequestingSupplierMPID'),
  // Open in the release.
  B013: openBlock('CSSRegistrationID'),
  B014: block(
    'incomingMeteringServiceDIPID',
    'incomingMeteringServiceMPID',
    'incomingMeteringServiceEffectiveFromDate',
    'contractReferenceMeteringService',
    'appointmentScenario',
  ),
  B015: block(
    'incomingDataServiceDIPID',
    'incomingDataServiceMPID',
    'incomingDataServiceEffectiveFromDate',
    'contractReferenceDataService',
    'appointmentScenario',
    'traditionalFallBackReadFrequency',
  ),
  B016: incomingMeteringService,
  B017: incomingDataService,
  B018: block('SDSNominatedMDRDIPID', 'SDSNominatedMDRMPID', 'SDSNominatedMDRRequestedEffectiveFromDate'),
  B019: assignedRetriever,
  B020: block('customerDirectContractMeteringServiceDIPID', 'customerDirectContractMeteringServiceEffectiveToDate'),
  B021: block('customerDirectContractDataServiceDIPID', 'customerDirectContractDataServiceEffectiveToDate'),
  B066: block('assignedMDRDIPID', 'assignedMDRMPID', 'assignedMDREffectiveFromDate', 'responseCode', 'responseMessage'),
  B070: block(
    'proposedMeteringServiceDIPID',
    'proposedMeteringServiceMPID',
    'proposedMeteringServiceDIPEffectiveFromDate',
    'contractReferenceMeteringService',
    'appointmentScenario',
  ),
  B071: block(
    'proposedDataServiceDIPID',
    'proposedDataServiceMPID',
    'proposedDataServiceDIPEffectiveFromDate',
    'contractReferenceDataService',
    'appointmentScenario',
    'supplierNominatedMDRDIPID',
    'supplierNominatedMDRMPID',
    'supplierNominatedMDREffectiveFromDate',
    'supplierProposedConsentGranularity',
    'supplierProposedDomesticIndicator',
    'traditionalFallBackReadFrequency',
  ),
  B072: block('incumbentMeteringServiceDIPID', 'incumbentMeteringServiceMPID'),
  B081: block('currentMeteringServiceDIPID', 'currentMeteringServiceMPID', 'currentMeteringServiceEffectiveFromDate'),
  B082: block('currentDataServiceDIPID', 'currentDataServiceMPID', 'currentDataServiceEffectiveFromDate'),
  B083: block('assignedMDRDIPID', 'assignedMDRMPID', 'assignedMDREffectiveToDate'),
  B085: block('currentSupplierDIPID', 'currentSupplierMPID', 'currentSupplierEffectiveFromDate'),
  B092: assignedRetriever,
  B094: block('MHHSRegimeEndDate'),
  B095: block('ReverseMigrationIncomingMOPMPID', 'ReverseMigrationIncomingMOPEffectiveFromDate'),
  B096: block('ReverseMigrationIncomingDCMPID', 'ReverseMigrationIncomingDCEffectiveFromDate'),
  B099: block('responseCode', 'responseMessages'),
};
