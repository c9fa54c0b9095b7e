import type { CustomBlocks } from './blocks';

const begin = '2027-06-22T00:00:00+01:00';
const before = '2026-04-01T00:00:00+01:00';
const meteringService = { dipId: '3200000001', mpid: 'METS' };
const dataService = { dipId: '3400000001', mpid: 'DATS' };
const retriever = { dipId: '3600000001', mpid: 'RETR' };
const incoming = {
  metering: {
    incomingMeteringServiceDIPID: meteringService.dipId,
    incomingMeteringServiceMPID: meteringService.mpid,
    incomingMeteringServiceEffectiveFromDate: begin,
  },
  data: {
    incomingDataServiceDIPID: dataService.dipId,
    incomingDataServiceMPID: dataService.mpid,
    incomingDataServiceEffectiveFromDate: begin,
  },
};
const assigned = {
  assignedMDRDIPID: retriever.dipId,
  assignedMDRMPID: retriever.mpid,
  assignedMDREffectiveFromDate: begin,
};
const domestic = { domesticPremiseIndicator: true, domesticPremiseIndicatorEffectiveFromDate: before };
const meter = {
  meterID: 'Z26A000001',
  meterType: 'S2A',
  manufacturersMakeAndType: null,
  ESMEGUID: '00-00-00-00-00-00-00-01',
  meterLocation: 'A',
  numberOfDisplayedRegisterDigits: 5,
  meterInstallationDate: before,
};
const assetProvider = { meterAssetProviderID: 'MAPS', meterAssetProviderEffectiveFromDate: before };
const history = [{ existingMeter: meter, historyMAP: [assetProvider] }];
const linked = {
  linkedImportExportMPAN: '2000000000029',
  linkedMPANEnergyDirection: 'E' as const,
  importExportMPANSupplierDIPID: null,
  importExportMPANSupplierMPID: null,
};
const related = { primaryMPAN: '2000000000011', secondaryMPAN: null };

/** One valid example of every block. */
export const sampleBlocks: CustomBlocks = {
  B002: { incomingSupplierDIPID: '2300000001', incomingSupplierMPID: 'SUPA', supplierEffectiveFromDate: begin },
  B003: {
    outgoingSupplierDIPID: '2300000002',
    outgoingSupplierMPID: 'SUPB',
    supplierEffectiveToDate: '2027-06-21T00:00:00+01:00',
  },
  B004: domestic,
  B005: {
    currentMeteringServiceDIPID: '3200000002',
    currentMeteringServiceMPID: 'METO',
    currentDataServiceDIPID: null,
    currentDataServiceMPID: null,
  },
  B006: {
    customerDirectContractMeteringService: false,
    customerDirectContractMeteringServiceDIPID: null,
    customerDirectContractDataService: false,
    customerDirectContractDataServiceDIPID: null,
  },
  B007: { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' },
  B008: {
    deAppointedMeteringServiceDIPID: '3200000002',
    deAppointedMeteringServiceMPID: 'METO',
    meteringServiceEffectiveFromDate: before,
    meteringServiceEffectiveToDate: begin,
    deAppointmentReasonCode: 'CSUPP',
  },
  B009: {
    deAppointedDataServiceDIPID: '3400000002',
    deAppointedDataServiceMPID: 'DATO',
    dataServiceEffectiveFromDate: before,
    dataServiceEffectiveToDate: begin,
    deAppointmentReasonCode: 'CSUPP',
  },
  B010: incoming.metering,
  B011: incoming.data,
  B012: {
    serviceProviderAppointmentRequestingSupplierDIPID: '2300000001',
    serviceProviderAppointmentRequestingSupplierMPID: 'SUPA',
  },
  B013: { CSSRegistrationID: 'REG-000001' },
  B014: { ...incoming.metering, contractReferenceMeteringService: 'CONTRACT-1', appointmentScenario: 'COS' },
  B015: {
    ...incoming.data,
    contractReferenceDataService: 'CONTRACT-1',
    appointmentScenario: 'COS',
    traditionalFallBackReadFrequency: null,
  },
  B016: incoming.metering,
  B017: incoming.data,
  B018: {
    SDSNominatedMDRDIPID: retriever.dipId,
    SDSNominatedMDRMPID: retriever.mpid,
    SDSNominatedMDRRequestedEffectiveFromDate: begin,
  },
  B019: assigned,
  B022: {
    meteringPointPostcode: 'ZZ1 1ZZ',
    addressLine1: '1 TEST ROAD',
    addressLine2: null,
    addressLine3: null,
    addressLine4: null,
    addressLine5: null,
    addressLine6: null,
    addressLine7: null,
    addressLine8: null,
    addressLine9: null,
  },
  B023: {
    connectionTypeIndicator: 'W',
    connectionTypeEffectiveFromDate: before,
    energyDirection: 'I',
    meteredIndicator: true,
  },
  B024: { DUOSTariffID: '001', DUOSTariffIDEffectiveFromDate: before },
  B025: { energisationStatus: 'E', energisationStatusEffectiveFromDate: before },
  B026: { marketSegmentIndicator: 'S', marketSegmentIndicatorEffectiveFromDate: before },
  B027: {
    annualConsumption: '2700.000',
    annualConsumptionEffectiveFromDate: before,
    annualConsumptionQualityIndicator: 'A',
  },
  B028: domestic,
  B029: { DCCServiceFlag: 'A', DCCEffectiveFromDate: before },
  B030: { IHDInstallStatus: 'I', IHDEffectiveFromDate: before },
  B031: { SMSOID: 'SMSO', SMSOEffectiveFromDate: before },
  B032: { profileClass: null, profileClassEffectiveFromDate: null, SSC: null, SSCEffectiveFromDate: null },
  B035List: [linked],
  B037List: [related],
  B066: { ...assigned, responseCode: 'A', responseMessage: null },
  B068: { consentGranularity: 'H', consentGranularityEffectiveFromDate: before },
  B070: {
    proposedMeteringServiceDIPID: meteringService.dipId,
    proposedMeteringServiceMPID: meteringService.mpid,
    proposedMeteringServiceDIPEffectiveFromDate: begin,
    contractReferenceMeteringService: 'CONTRACT-1',
    appointmentScenario: 'COS',
  },
  B071: {
    proposedDataServiceDIPID: dataService.dipId,
    proposedDataServiceMPID: dataService.mpid,
    proposedDataServiceDIPEffectiveFromDate: begin,
    contractReferenceDataService: 'CONTRACT-1',
    appointmentScenario: 'COS',
    supplierNominatedMDRDIPID: null,
    supplierNominatedMDRMPID: null,
    supplierNominatedMDREffectiveFromDate: null,
    supplierProposedConsentGranularity: 'H',
    supplierProposedDomesticIndicator: true,
    traditionalFallBackReadFrequency: null,
  },
  B072: { incumbentMeteringServiceDIPID: '3200000002', incumbentMeteringServiceMPID: 'METO' },
  B092: assigned,
  B099: { responseCode: 'A', responseMessages: ['SP000 - Accepted'] },
  B905List: [{ existingMeter: meter, existingMAP: assetProvider }],
  B907List: [{ existingMeter: linked, historyMAP: history }],
  B908List: [{ existingMeter: related, historyMAP: history }],
};
