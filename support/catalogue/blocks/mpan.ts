import { block, listOf, openBlock } from '../block';

const domesticPremise = block('domesticPremiseIndicator', 'domesticPremiseIndicatorEffectiveFromDate');
export const linked = block(
  'linkedImportExportMPAN',
  'linkedMPANEnergyDirection',
  'importExportMPANSupplierDIPID',
  'importExportMPANSupplierMPID',
);
export const related = block('primaryMPAN', 'secondaryMPAN');
const subsidiary = block('subsidiaryMPAN');

/** Blocks about the MPAN itself: its site, its state, and the MPANs that belong to it. */
export const mpanBlocks = {
  B001: block('GSPGroupEffectiveFromDate'),
  B004: domesticPremise,
  B022: block(
    'meteringPointPostcode',
    'addressLine1',
    'addressLine2',
    'addressLine3',
    'addressLine4',
    'addressLine5',
    'addressLine6',
    'addressLine7',
    'addressLine8',
    'addressLine9',
  ),
  B023: block('connectionTypeIndicator', 'connectionTypeEffectiveFromDate', 'energyDirection', 'meteredIndicator'),
  B024: block('DUOSTariffID', 'DUOSTariffIDEffectiveFromDate'),
  // Open in the release, as B091 is.
  B025: openBlock('energisationStatus', 'energisationStatusEffectiveFromDate'),
  B026: block('marketSegmentIndicator', 'marketSegmentIndicatorEffectiveFromDate'),
  B027: block('annualConsumption', 'annualConsumptionEffectiveFromDate', 'annualConsumptionQualityIndicator'),
  B028: domesticPremise,
  B029: block('DCCServiceFlag', 'DCCEffectiveFromDate'),
  B030: block('IHDInstallStatus', 'IHDEffectiveFromDate'),
  B031: block('SMSOID', 'SMSOEffectiveFromDate'),
  B032: block('profileClass', 'profileClassEffectiveFromDate', 'SSC', 'SSCEffectiveFromDate'),
  B035: linked,
  B035List: listOf(linked),
  B037: related,
  B037List: listOf(related),
  B041: block('disconnectionEffectiveFromDate', 'additionalInformation'),
  B042: block('CSSMPANDeRegistrationDate'),
  B060: block('additionalInformation'),
  B062: related,
  B063: block('MPANCore'),
  B067: block('connectionTypeIndicator', 'connectionTypeEffectiveFromDate'),
  B068: block('consentGranularity', 'consentGranularityEffectiveFromDate'),
  B078: block('energyDirection'),
  B079: block('RMPStatus', 'RMPStatusEffectiveFromDate', 'MPStatus', 'MPStatusEffectiveFromDate'),
  B080: block('greenDealEffectiveFromDate', 'greenDealEffectiveToDate'),
  B090: subsidiary,
  B090List: listOf(subsidiary),
  B091: openBlock('additionalInformation'),
  B098: block('reconnectionEffectiveFromDate'),
};
