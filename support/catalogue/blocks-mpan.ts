import { z } from 'zod';
import { block, openBlock, someOf } from './block';

const domesticPremise = block('domesticPremiseIndicator', 'domesticPremiseIndicatorEffectiveFromDate');
const linked = block(
  'linkedImportExportMPAN',
  'linkedMPANEnergyDirection',
  'importExportMPANSupplierDIPID',
  'importExportMPANSupplierMPID',
);
const related = block('primaryMPAN', 'secondaryMPAN');
/** B036, B038 and B074 in the release. */
const meter = block(
  'meterID',
  'meterType',
  'manufacturersMakeAndType',
  'ESMEGUID',
  'meterLocation',
  'numberOfDisplayedRegisterDigits',
  'meterInstallationDate',
);
/** B075. */
const assetProvider = block('meterAssetProviderID', 'meterAssetProviderEffectiveFromDate');
/** B910 and B911; the release uses the same two key names again one level up, in B907 and B908. */
const meterWithHistory = z.strictObject({ existingMeter: meter, historyMAP: someOf(assetProvider) });

/** Blocks about the MPAN itself: its site, its meters and the MPANs that belong to it. */
export const mpanBlocks = {
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
  // Open in the release.
  B025: openBlock('energisationStatus', 'energisationStatusEffectiveFromDate'),
  B026: block('marketSegmentIndicator', 'marketSegmentIndicatorEffectiveFromDate'),
  B027: block('annualConsumption', 'annualConsumptionEffectiveFromDate', 'annualConsumptionQualityIndicator'),
  B028: domesticPremise,
  B029: block('DCCServiceFlag', 'DCCEffectiveFromDate'),
  B030: block('IHDInstallStatus', 'IHDEffectiveFromDate'),
  B031: block('SMSOID', 'SMSOEffectiveFromDate'),
  B032: block('profileClass', 'profileClassEffectiveFromDate', 'SSC', 'SSCEffectiveFromDate'),
  B035List: linked.array(),
  B037List: related.array(),
  B068: block('consentGranularity', 'consentGranularityEffectiveFromDate'),
  // In the release neither part of B905 is required, and B908 is open.
  B905List: z.strictObject({ existingMeter: meter.optional(), existingMAP: assetProvider.optional() }).array(),
  B907List: z.strictObject({ existingMeter: linked, historyMAP: someOf(meterWithHistory) }).array(),
  B908List: z.looseObject({ existingMeter: related, historyMAP: someOf(meterWithHistory) }).array(),
};
