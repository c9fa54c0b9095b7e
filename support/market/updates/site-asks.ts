import type { CustomBlocks } from '../../catalogue';
import type { ArgumentsOf } from '../acts';
import { addDays } from '../calendar';
import { type MeterDetails, meterKindOf, testMeter, testProvider } from '../registration/meters';
import type { Asker, Said } from './asker';

const meterMessage = (event: string, custom: Said['custom']): Said => ({ interface: 'IF-005', event, custom });

type NewMeter = ArgumentsOf<'exchangeMeter'> | ArgumentsOf<'installMeter'>;
type Told = Pick<ArgumentsOf<'updateMeter'>, 'meterType' | 'location' | 'digits' | 'esme' | 'assetProvider'>;

/** B906 of a meter: what the act says of it, over what is known of it or would be of a test meter of its type. */
function meterBlock(known: MeterDetails, told: Told, ids: { id: string; newId?: string; installed: string }) {
  const { meterType = known.meterType, digits, esme } = told;
  const usual = meterType === known.meterType ? known : ofType(meterType, known, ids.installed);
  const B906: CustomBlocks['B906'] = {
    existingMeter: {
      ...usual,
      meterID: ids.id,
      modifiedMeterID: ids.newId ?? null,
      meterType,
      meterLocation: told.location as MeterDetails['meterLocation'],
      meterInstallationDate: ids.installed,
      ...(digits !== undefined && { numberOfDisplayedRegisterDigits: digits }),
      ...(esme !== undefined && { ESMEGUID: esme }),
    },
    historyMAP: [{ ...testProvider(ids.installed), meterAssetProviderID: told.assetProvider }],
  };
  return { B906 };
}

function ofType(type: string, known: MeterDetails, installed: string): MeterDetails {
  const kind = meterKindOf(type);
  return kind === 'none' ? known : testMeter(kind, { mpan: known.meterID, installed });
}

const fitting = (args: NewMeter, { meter, begins }: Asker) =>
  meterBlock(meter, args, { id: args.meterId, installed: begins(args.from) });

const removal = (id: string, date: string): Pick<CustomBlocks, 'B039'> => ({
  B039: { meterIDRemoved: id, meterRemovalDate: date },
});

const contractEvent = ({ service }: Asker, what: 'Add' | 'Remove') =>
  `DirectContract${service === 'metering' ? 'MS' : 'DS'}${what}`;

/** What a service says by each act on site, and by those on its contract with the customer. */
export const siteAsks = {
  installMeter: (args: ArgumentsOf<'installMeter'>, asker: Asker) => {
    const { display, from } = args;
    const B030 = display && { IHDInstallStatus: display, IHDEffectiveFromDate: asker.begins(from) };
    return meterMessage('MeterInstall', { ...fitting(args, asker), ...(B030 && { B030 }) });
  },
  removeMeter: ({ meterId, from }: ArgumentsOf<'removeMeter'>, { meter, begins }: Asker) =>
    meterMessage('MeterRemoval', removal(meterId ?? meter.meterID, begins(from))),
  exchangeMeter: (args: ArgumentsOf<'exchangeMeter'>, asker: Asker) =>
    meterMessage('MeterExchange', {
      ...fitting(args, asker),
      ...removal(args.removed ?? asker.meter.meterID, asker.begins(args.from)),
    }),
  updateMeter: (args: ArgumentsOf<'updateMeter'>, { meter, begins }: Asker) => {
    const installed = args.installed === undefined ? meter.meterInstallationDate : begins(args.installed);
    const ids = { id: args.meterId ?? meter.meterID, newId: args.newMeterId, installed };
    return meterMessage('MeterUpdate', meterBlock(meter, args, ids));
  },
  updateMeterHistory: (args: ArgumentsOf<'updateMeterHistory'>, { meter, begins }: Asker) => {
    const installed = args.installed === undefined ? meter.meterInstallationDate : begins(args.installed);
    const B039 = args.removed === undefined ? {} : removal(args.meterId, begins(args.removed));
    return meterMessage('MeterHistoryUpdate', { ...meterBlock(meter, args, { id: args.meterId, installed }), ...B039 });
  },
  changeEnergisation: ({ status, from }: ArgumentsOf<'changeEnergisation'>, { begins }: Asker): Said => ({
    interface: 'IF-007',
    event: 'EnergisationStatusChange',
    custom: { B025: { energisationStatus: status, energisationStatusEffectiveFromDate: begins(from) } },
  }),
  reportEnergisationFailure: ({ reason, note }: ArgumentsOf<'reportEnergisationFailure'>): Said => ({
    interface: 'IF-007',
    event: 'EnergisationStatusFailure',
    custom: {
      B040: {
        failureEnergiseDeEnergiseReasonCode: reason as CustomBlocks['B040']['failureEnergiseDeEnergiseReasonCode'],
        siteVisitCheckCode: null,
        natureofMaintenanceEnergisationStatus: null,
        additionalInformationSiteVisit: note ?? null,
      },
    },
  }),
  sendMeterReading: (args: ArgumentsOf<'sendMeterReading'>, { meter, begins }: Asker): Said => ({
    interface: 'IF-041',
    event: args.event,
    custom: {
      B064List: [
        {
          meterID: args.meterId ?? meter.meterID,
          cumulativeRegisterReading: args.reading,
          cumulativeRegisterReadingDateTime: begins(args.from),
          readingMethod: 'A',
          siteVisitCheckCode: null,
        },
      ],
    },
  }),
  recordDirectContract: ({ to, owner }: ArgumentsOf<'recordDirectContract'>, asker: Asker): Said => {
    const dipId = owner ?? asker.self.dipId;
    const end = asker.begins(to ?? addDays(asker.today, 365));
    return {
      interface: 'IF-038',
      event: contractEvent(asker, 'Add'),
      custom:
        asker.service === 'metering'
          ? {
              B020: {
                customerDirectContractMeteringServiceDIPID: dipId,
                customerDirectContractMeteringServiceEffectiveToDate: end,
              },
            }
          : {
              B021: {
                customerDirectContractDataServiceDIPID: dipId,
                customerDirectContractDataServiceEffectiveToDate: end,
              },
            },
    };
  },
  removeDirectContract: (_args: ArgumentsOf<'removeDirectContract'>, asker: Asker): Said => ({
    interface: 'IF-038',
    event: contractEvent(asker, 'Remove'),
    custom: {},
  }),
};
