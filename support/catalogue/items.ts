import type { z } from 'zod';
import * as t from './types';

/** A data item of the release: its type, and its number in the published catalogue. */
export interface Item<T extends z.ZodType = z.ZodType> {
  type: T;
  number: `DI-${number}`;
}

function are<T extends z.ZodType, N extends Record<string, Item['number']>>(type: T, numbers: N) {
  const named = Object.entries(numbers).map(([name, number]) => [name, { type, number }]);
  return Object.fromEntries(named) as { [K in keyof N]: Item<T> };
}

/** Data items by their name on the wire, grouped by type. */
export const items = {
  ...are(t.dipId, {
    senderDIPID: 'DI-997',
    distributorDIPID: 'DI-108',
    incomingSupplierDIPID: 'DI-803',
    outgoingSupplierDIPID: 'DI-805',
    incumbentMeteringServiceDIPID: 'DI-807',
    deAppointedMeteringServiceDIPID: 'DI-813',
    deAppointedDataServiceDIPID: 'DI-816',
    incomingMeteringServiceDIPID: 'DI-822',
    incomingDataServiceDIPID: 'DI-825',
    proposedMeteringServiceDIPID: 'DI-828',
    proposedDataServiceDIPID: 'DI-831',
    SDSNominatedMDRDIPID: 'DI-839',
    assignedMDRDIPID: 'DI-842',
    serviceProviderAppointmentRequestingSupplierDIPID: 'DI-847',
  }),
  ...are(t.dipId.nullable(), {
    DIPConnectionProviderID: 'DI-996',
    customerDirectContractDataServiceDIPID: 'DI-138',
    customerDirectContractMeteringServiceDIPID: 'DI-140',
    importExportMPANSupplierDIPID: 'DI-801',
    currentMeteringServiceDIPID: 'DI-809',
    currentDataServiceDIPID: 'DI-811',
    supplierNominatedMDRDIPID: 'DI-834',
  }),
  ...are(t.mpid, {
    incomingSupplierMPID: 'DI-200',
    outgoingSupplierMPID: 'DI-201',
    deAppointedMeteringServiceMPID: 'DI-202',
    deAppointedDataServiceMPID: 'DI-203',
    incomingMeteringServiceMPID: 'DI-204',
    incomingDataServiceMPID: 'DI-205',
    serviceProviderAppointmentRequestingSupplierMPID: 'DI-206',
    assignedMDRMPID: 'DI-209',
    proposedMeteringServiceMPID: 'DI-213',
    proposedDataServiceMPID: 'DI-214',
    SDSNominatedMDRMPID: 'DI-216',
    incumbentMeteringServiceMPID: 'DI-217',
  }),
  ...are(t.mpid.nullable(), {
    currentMeteringServiceMPID: 'DI-207',
    currentDataServiceMPID: 'DI-208',
    importExportMPANSupplierMPID: 'DI-212',
    supplierNominatedMDRMPID: 'DI-215',
  }),
  ...are(t.dateTime, {
    senderTimestamp: 'DI-998',
    transactionTimestamp: 'DI-989',
    connectionTypeEffectiveFromDate: 'DI-016',
    consentGranularityEffectiveFromDate: 'DI-018',
    dataServiceEffectiveFromDate: 'DI-023',
    DCCEffectiveFromDate: 'DI-026',
    domesticPremiseIndicatorEffectiveFromDate: 'DI-032',
    energisationStatusEffectiveFromDate: 'DI-034',
    marketSegmentIndicatorEffectiveFromDate: 'DI-051',
    meterAssetProviderEffectiveFromDate: 'DI-054',
    meterInstallationDate: 'DI-057',
    meteringServiceEffectiveFromDate: 'DI-061',
    supplierEffectiveFromDate: 'DI-086',
    supplierEffectiveToDate: 'DI-121',
    DUOSTariffIDEffectiveFromDate: 'DI-129',
    SMSOEffectiveFromDate: 'DI-135',
    IHDEffectiveFromDate: 'DI-136',
    annualConsumptionEffectiveFromDate: 'DI-149',
    meteringServiceEffectiveToDate: 'DI-815',
    dataServiceEffectiveToDate: 'DI-818',
    incomingMeteringServiceEffectiveFromDate: 'DI-824',
    incomingDataServiceEffectiveFromDate: 'DI-827',
    proposedMeteringServiceDIPEffectiveFromDate: 'DI-830',
    proposedDataServiceDIPEffectiveFromDate: 'DI-833',
    SDSNominatedMDRRequestedEffectiveFromDate: 'DI-841',
    assignedMDREffectiveFromDate: 'DI-844',
  }),
  ...are(t.dateTime.nullable(), {
    profileClassEffectiveFromDate: 'DI-124',
    SSCEffectiveFromDate: 'DI-125',
    supplierNominatedMDREffectiveFromDate: 'DI-836',
  }),
  ...are(t.mpan, { MPANCore: 'DI-063', linkedImportExportMPAN: 'DI-038' }),
  ...are(t.mpan.nullable(), { primaryMPAN: 'DI-075', secondaryMPAN: 'DI-079' }),
  ...are(t.flag, {
    replayIndicator: 'DI-988',
    customerDirectContractMeteringService: 'DI-021',
    customerDirectContractDataService: 'DI-022',
    domesticPremiseIndicator: 'DI-030',
    meteredIndicator: 'DI-127',
    supplierProposedDomesticIndicator: 'DI-837',
  }),

  ...are(t.environmentTag, { environmentTag: 'DI-991' }),
  ...are(t.subText.nullable(), { subText: 'DI-977' }),
  ...are(t.senderReference, { senderUniqueReference: 'DI-995' }),
  ...are(t.roleId, { senderRoleID: 'DI-984' }),
  ...are(t.correlationId.nullable(), { senderCorrelationID: 'DI-985', initialCorrelationID: 'DI-987' }),
  ...are(t.transactionId, { transactionID: 'DI-990' }),
  ...are(t.publicationId, { publicationID: 'DI-986' }),
  ...are(t.url.nullable(), { serviceTicketURL: 'DI-978' }),
  ...are(t.responseCode, { responseCode: 'DI-979' }),
  ...are(t.statusMessage.nullable(), { responseMessage: 'DI-980' }),
  ...are(t.statusMessage.nullable().array(), { responseMessages: 'DI-980' }),
  ...are(t.dipId.nullable().array(), {
    primaryRecipients: 'DI-982',
    secondaryRecipients: 'DI-981',
    always: 'DI-993',
  }),
  ...are(t.statusMessage.nullable(), { proposedAppointmentResponseCode: 'DI-143' }),

  ...are(t.gspGroup, { GSPGroupID: 'DI-037' }),
  ...are(t.registrationId, { CSSRegistrationID: 'DI-849' }),
  ...are(t.contractReference.nullable(), {
    contractReferenceMeteringService: 'DI-019',
    contractReferenceDataService: 'DI-020',
  }),
  ...are(t.scenario, { appointmentScenario: 'DI-800' }),
  ...are(t.deAppointmentReason, { deAppointmentReasonCode: 'DI-819' }),
  ...are(t.consent, { consentGranularity: 'DI-017', supplierProposedConsentGranularity: 'DI-838' }),
  ...are(t.readFrequency.nullable(), { traditionalFallBackReadFrequency: 'DI-126' }),

  ...are(t.postcode.nullable(), { meteringPointPostcode: 'DI-010' }),
  ...are(t.addressLine.nullable(), {
    addressLine1: 'DI-001',
    addressLine2: 'DI-002',
    addressLine3: 'DI-003',
    addressLine4: 'DI-004',
    addressLine5: 'DI-005',
    addressLine6: 'DI-006',
    addressLine7: 'DI-007',
    addressLine8: 'DI-008',
    addressLine9: 'DI-009',
  }),
  ...are(t.connectionType, { connectionTypeIndicator: 'DI-015' }),
  ...are(t.energyDirection, { energyDirection: 'DI-035', linkedMPANEnergyDirection: 'DI-151' }),
  ...are(t.tariffId, { DUOSTariffID: 'DI-128' }),
  ...are(t.energisation, { energisationStatus: 'DI-033' }),
  ...are(t.segment, { marketSegmentIndicator: 'DI-050' }),
  ...are(t.consumption, { annualConsumption: 'DI-148' }),
  ...are(t.annualQuality, { annualConsumptionQualityIndicator: 'DI-150' }),
  ...are(t.dccService, { DCCServiceFlag: 'DI-025' }),
  ...are(t.displayInstall.nullable(), { IHDInstallStatus: 'DI-137' }),
  ...are(t.meterOperatorCode.nullable(), { SMSOID: 'DI-134' }),
  ...are(t.profileClass.nullable(), { profileClass: 'DI-122' }),
  ...are(t.settlementConfiguration.nullable(), { SSC: 'DI-123' }),

  ...are(t.meterId, { meterID: 'DI-056' }),
  ...are(t.meterType, { meterType: 'DI-059' }),
  ...are(t.meterModel.nullable(), { manufacturersMakeAndType: 'DI-048' }),
  ...are(t.deviceId.nullable(), { ESMEGUID: 'DI-085' }),
  ...are(t.meterLocation, { meterLocation: 'DI-090' }),
  ...are(t.displayedDigits.nullable(), { numberOfDisplayedRegisterDigits: 'DI-091' }),
  ...are(t.assetProviderId, { meterAssetProviderID: 'DI-055' }),
};

export type ItemName = keyof typeof items;
