import type { PersonalClass } from './personal';

const nine = (stem: string) => Array.from({ length: 9 }, (_, index) => `${stem}${index + 1}`);

/** Data items of the catalogue that tell of a customer, by class; names as on the wire. */
export const itemClasses: Readonly<Record<PersonalClass, readonly string[]>> = {
  address: [
    'meteringPointPostcode',
    ...nine('addressLine'),
    'LDSOBillingSiteID',
    'LDSOBillingSitePostCode',
    ...nine('LDSOBillingSiteAddressLine'),
    'LDSOBillingSupplierBill-ToContactName',
    'LDSOBillingSupplierBill-ToPostcode',
    ...nine('LDSOBillingSupplierBill-ToAddressLine'),
    'distributorBillingContactName',
    'distributorBillingEmail',
    'distributorBillingTelephoneNumber',
    'distributorBillingPostcode',
    ...nine('distributorBillingAddressLine'),
  ],
  freeText: [
    'subText',
    'additionalInformation',
    'additionalInformationSiteVisit',
    'natureofMaintenanceEnergisationStatus',
    'LDSOBillingSupplierVATadditionaltext',
  ],
  consumption: [
    'v',
    'defaultedSPConsumption',
    'grossRevisedConsumption',
    'annualConsumption',
    'supplierNominatedAnnualConsumption',
    'cumulativeRegisterReading',
    'configurableRegisterReading',
    'periodMeteringSystemMeteredData',
    'maximumDemandInTheInvoicePeriod',
    'quantity',
    'offPeakDeclarationProportion',
  ],
  advisories: [
    'supplierNotificationEffectiveFromDate',
    'supplierNotificationExpiryDate',
    'siteVisitCheckCode',
    'failureEnergiseDeEnergiseReasonCode',
    'q',
    'settlementPeriodQualityIndicator',
    'annualConsumptionQualityIndicator',
    'e',
    'arc',
  ],
  consent: ['consentGranularity', 'supplierProposedConsentGranularity', 'consentGranularityEffectiveFromDate'],
  meterIds: [
    'meterID',
    'meterIDRemoved',
    'modifiedMeterID',
    'ESMEGUID',
    'commsHubSerialNumber',
    'commsHubGUID',
    'GPFGasGUID',
  ],
  registrationId: ['CSSRegistrationID'],
  mpan: [
    'MPANCore',
    'linkedImportExportMPAN',
    'principalMPAN',
    'subsidiaryMPAN',
    'primaryMPAN',
    'secondaryMPAN',
    'listOfMPANSonSite',
  ],
};

/** The words that acts, probes and calls have for the same. */
export const wordsOfActs: Readonly<Partial<Record<PersonalClass, readonly string[]>>> = {
  address: ['postcode', 'number', 'street', 'town'],
  freeText: ['note'],
  consumption: ['reading', 'consumption'],
  consent: ['granularity', 'consent'],
  meterIds: ['meterId', 'newMeterId', 'removed', 'esme'],
  registrationId: ['registrationId'],
  mpan: ['mpan', 'mpans', 'subsidiaries'],
};

const ofCompany = 'of a company of the market, and public';
const ofMany = 'a sum or a shape over many MPANs';
const date = 'a date alone, by which conversations are matched';
const code = 'a code of the release, the same for very many MPANs';
const flag = 'a mark that tells nothing of the customer';
const reference = 'a reference, by which conversations are matched';

/** Names that sound as if they told of a customer, and do not: why. */
export const notPersonal: Readonly<Record<string, string>> = {
  relatedMPANIndicator: flag,
  misalignedMultiMPANSite: flag,
  linkedMPANEnergyDirection: code,
  importExportMPANSupplierDIPID: ofCompany,
  importExportMPANSupplierMPID: ofCompany,
  CSSMPANDeRegistrationDate: date,
  totalNumberEnergisedMPANs: ofMany,
  totalNumberDeEnergisedMPANs: ofMany,
  cumulativeRegisterReadingDateTime: date,
  configurableRegisterReadingDate: date,
  configurableRegisterID: code,
  numberOfDisplayedRegisterDigits: code,
  readingMethod: code,
  annualConsumptionEffectiveFromDate: date,
  maximumDemandInTheInvoicePeriodDateTime: date,
  consumptionAmendmentPeriodStartDate: date,
  consumptionAmendmentPeriodEndDate: date,
  consumptionAmendmentSupplierReference: reference,
  consumptionComponentClassID: code,
  consumptionComponentIndicator: code,
  dailyBMUnitPeriodLevelConsumption: ofMany,
  dailyBMUnitPeriodLevelConsumptionLosses: ofMany,
  dailyUncorrectedBMUnitPeriodLevelConsumption: ofMany,
  uncorrectedBMUnitPeriodLevelConsumption: ofMany,
  uncorrectedBMUnitPeriodLevelConsumptionLosses: ofMany,
  correctedComponentConsumption: ofMany,
  meterLocation: code,
  publicationDescription: 'of a document of the market',
  distributionVariantName: 'of a document of the market',
  distributionVariantDescription: 'of a document of the market',
  detailsOfDefaultDataUsed: ofMany,
  detailsofDefaultLLFDataUsed: ofMany,
  GSPGroupName: 'of a region',
  supplierName: ofCompany,
  distributorRegisteredName: ofCompany,
  LDSOBillingSupplierTradingName: ofCompany,
  distributorCompanyRegistrationNumber: ofCompany,
  distributorVATRegistrationNumber: ofCompany,
  LDSOBillingSupplierVATRegistrationNumber: ofCompany,
  distributorRegisteredAddressPostcode: ofCompany,
  ...Object.fromEntries(nine('distributorRegisteredAddressLine').map((name) => [name, ofCompany])),
  distributorBankSortCode: ofCompany,
  distributorBankAccountNumber: ofCompany,
  LDSOBillingAccountReference: reference,
};

/** How keys sound that the catalogue does not know: those of a system's own answers, and misspelt ones. First match counts. */
export const keyPatterns: readonly (readonly [RegExp, PersonalClass])[] = [
  [/mpan|meter(ing)?_?point_?(id|number)|msid/i, 'mpan'],
  [/registration_?id/i, 'registrationId'],
  [/serial|guid|meter_?(id|number|no)|device_?(id|number)|esme|imei|mac_?address/i, 'meterIds'],
  [/e?mail_?(address)?$|phone|mobile|telephone|fax|contact(?!reference)|date_?of_?birth|^dob$/i, 'address'],
  [
    /(customer|consumer|contact|occupier|tenant|holder|first|last|sur|fore|given|middle|full|family)_?-?name/i,
    'address',
  ],
  [/address|post_?code|postal|street|town|^city$|county|locality|building|premises_?name|uprn/i, 'address'],
  [/consent|granularity/i, 'consent'],
  [/vacan|advis|no_?comms|occupan|tamper|vulnerab|priority_?services/i, 'advisories'],
  [/consumption|readings?$|kwh|half_?hours?$|registers?_?reading/i, 'consumption'],
  [/comments?$|notes?$|remarks?$|free_?text|additional_?info|instructions?$/i, 'freeText'],
];
