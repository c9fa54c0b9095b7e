import { block, blockOf, listOf, maybe, openBlockOf, someOf } from '../block';
import { linked, related } from './mpan';

const meter = block(
  'meterID',
  'meterType',
  'manufacturersMakeAndType',
  'ESMEGUID',
  'meterLocation',
  'numberOfDisplayedRegisterDigits',
  'meterInstallationDate',
);
const newMeter = block(
  'meterID',
  'modifiedMeterID',
  'meterType',
  'manufacturersMakeAndType',
  'ESMEGUID',
  'meterLocation',
  'numberOfDisplayedRegisterDigits',
  'meterInstallationDate',
);
const pastMeter = block(
  'meterID',
  'meterType',
  'manufacturersMakeAndType',
  'ESMEGUID',
  'meterLocation',
  'numberOfDisplayedRegisterDigits',
  'meterInstallationDate',
  'meterRemovalDate',
);
const assetProvider = block('meterAssetProviderID', 'meterAssetProviderEffectiveFromDate');
const reading = block(
  'meterID',
  'cumulativeRegisterReading',
  'cumulativeRegisterReadingDateTime',
  'readingMethod',
  'siteVisitCheckCode',
);
const registerReading = block(
  'meterID',
  'configurableRegisterReadingDate',
  'configurableRegisterID',
  'configurableRegisterReading',
);
const remoteReading = block('meterID', 'cumulativeRegisterReading', 'cumulativeRegisterReadingDateTime');

// In the release neither part of B905 and B914 is required.
const meterAndProvider = blockOf({ existingMeter: maybe(meter), existingMAP: maybe(assetProvider) });
const pastMeterAndProvider = blockOf({ existingMeter: maybe(pastMeter), recentMAP: maybe(assetProvider) });
const meterWithHistory = blockOf({ existingMeter: meter, historyMAP: someOf(assetProvider) });
// Two key names of meters, which hold an MPAN here.
const linkedWithMeters = blockOf({ existingMeter: linked, historyMAP: someOf(meterWithHistory) });
const relatedWithMeters = openBlockOf({ existingMeter: related, historyMAP: someOf(meterWithHistory) });

/** Blocks about meters, their asset providers, their readings, and the communications hub. */
export const meterBlocks = {
  B033: newMeter,
  B034: assetProvider,
  B036: meter,
  B038: meter,
  B039: block('meterIDRemoved', 'meterRemovalDate'),
  B040: block(
    'failureEnergiseDeEnergiseReasonCode',
    'siteVisitCheckCode',
    'natureofMaintenanceEnergisationStatus',
    'additionalInformationSiteVisit',
  ),
  B064: reading,
  B064List: listOf(reading),
  B065: registerReading,
  B065List: listOf(registerReading),
  B069: block('meterID'),
  B074: meter,
  B074List: listOf(meter),
  B075: assetProvider,
  B076: remoteReading,
  B076List: listOf(remoteReading),
  B077: block('MDRReferenceDateTime'),
  B086: pastMeter,
  B093: block(
    'commsHubActivity',
    'commsHubSerialNumber',
    'commsHubGUID',
    'GPFGasGUID',
    'commsHubInstallationDate',
    'commsHubFWVersion',
  ),
  B905: meterAndProvider,
  B905List: listOf(meterAndProvider),
  B906: blockOf({ existingMeter: newMeter, historyMAP: listOf(assetProvider, { min: 1 }) }),
  // Stands under the name B906 where a meter is updated: the history may be left out.
  B906a: blockOf({ existingMeter: newMeter, historyMAP: someOf(assetProvider) }),
  B907: linkedWithMeters,
  B907List: listOf(linkedWithMeters),
  B908: relatedWithMeters,
  B908List: listOf(relatedWithMeters),
  B910: meterWithHistory,
  B911: meterWithHistory,
  B914: pastMeterAndProvider,
  B914List: listOf(pastMeterAndProvider),
};
