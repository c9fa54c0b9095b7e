import * as t from '../types';
import { are } from './make';

/** Items about meters, their readings, what was found on site, and the communications hub. */
export const meterItems = {
  ...are(t.meterId, { meterID: 'DI-056', meterIDRemoved: 'DI-053' }),
  ...are(t.orNull(t.meterIdIfAny), { modifiedMeterID: 'DI-060' }),
  ...are(t.meterType, { meterType: 'DI-059' }),
  ...are(t.orNull(t.meterModel), { manufacturersMakeAndType: 'DI-048' }),
  ...are(t.orNull(t.deviceId), { ESMEGUID: 'DI-085' }),
  ...are(t.meterLocation, { meterLocation: 'DI-090' }),
  ...are(t.orNull(t.displayedDigits), { numberOfDisplayedRegisterDigits: 'DI-091' }),
  ...are(t.assetProviderId, { meterAssetProviderID: 'DI-055' }),
  ...are(t.dateTime, {
    meterAssetProviderEffectiveFromDate: 'DI-054',
    meterInstallationDate: 'DI-057',
    cumulativeRegisterReadingDateTime: 'DI-089',
    configurableRegisterReadingDate: 'DI-099',
    MDRReferenceDateTime: 'DI-196',
  }),
  ...are(t.orNull(t.dateTime), { meterRemovalDate: 'DI-058', commsHubInstallationDate: 'DI-193' }),

  ...are(t.consumption, { cumulativeRegisterReading: 'DI-088', configurableRegisterReading: 'DI-104' }),
  ...are(t.registerId, { configurableRegisterID: 'DI-103' }),
  ...are(t.readingMethod, { readingMethod: 'DI-094' }),

  ...are(t.orNull(t.siteVisitCheck), { siteVisitCheckCode: 'DI-096' }),
  ...are(t.energisationFailure, { failureEnergiseDeEnergiseReasonCode: 'DI-097' }),
  ...are(t.orNull(t.note), { natureofMaintenanceEnergisationStatus: 'DI-092' }),

  ...are(t.hubActivity, { commsHubActivity: 'DI-195' }),
  ...are(t.plainText(0, 50), { commsHubSerialNumber: 'DI-190' }),
  ...are(t.hubGuid, { commsHubGUID: 'DI-191' }),
  ...are(t.orNull(t.hubGuid), { GPFGasGUID: 'DI-192' }),
  ...are(t.orNull(t.plainText(1, 50)), { commsHubFWVersion: 'DI-194' }),
};
