import type { ArgumentsOf } from '../acts';
import { switchBlock } from '../registration/blocks';
import { readingBlocks } from '../retriever/readings';
import type { Asker, Said } from './asker';

const item = (event: string, custom: Said['custom'], registrationId?: string): Said => ({
  interface: 'IF-025',
  event,
  custom: { ...custom, ...switchBlock(registrationId) },
});

type Relationship = ArgumentsOf<'linkExport'>;

const relation =
  (event: string) =>
  ({ subsidiaries, note }: Relationship): Said => ({
    interface: 'IF-019',
    event,
    custom: {
      B090List: subsidiaries.map((subsidiaryMPAN) => ({ subsidiaryMPAN })),
      ...(note !== undefined && { B091: { additionalInformation: note } }),
    },
  });

/** What a supplier says by each of its acts on the register. */
export const supplierAsks = {
  changeConsent: ({ granularity, from, registrationId }: ArgumentsOf<'changeConsent'>, { begins }: Asker) =>
    item(
      'ConsentGranularity',
      { B068: { consentGranularity: granularity, consentGranularityEffectiveFromDate: begins(from) } },
      registrationId,
    ),
  reportDisplay: ({ status, from, registrationId }: ArgumentsOf<'reportDisplay'>, { begins }: Asker) =>
    item('IHDInfo', { B030: { IHDInstallStatus: status, IHDEffectiveFromDate: begins(from) } }, registrationId),
  nameSmso: ({ smso, from, registrationId }: ArgumentsOf<'nameSmso'>, { begins }: Asker) =>
    item('SMSO', { B031: { SMSOID: smso, SMSOEffectiveFromDate: begins(from) } }, registrationId),
  changeProfile: ({ profileClass, ssc, from, registrationId }: ArgumentsOf<'changeProfile'>, { begins }: Asker) => {
    const date = begins(from);
    const B032 = { profileClass, profileClassEffectiveFromDate: date, SSC: ssc, SSCEffectiveFromDate: date };
    return item('SSCandProfileClass', { B032 }, registrationId);
  },
  agreeReading: (
    { date, to }: ArgumentsOf<'agreeReading'>,
    { mpan, meter, begins, suppliedFrom, dataService }: Asker,
  ): Said => ({
    interface: 'IF-041',
    event: 'SupplierAgreedCOS',
    custom: readingBlocks(meter.meterID, (date === undefined && suppliedFrom) || begins(date), mpan, 'S'),
    primaryRecipients: to ?? (dataService === undefined ? [] : [dataService]),
  }),
  linkExport: relation('LinkedImportExportCreate'),
  addLinkedExport: relation('LinkedImportExportAdd'),
  removeLinkedExport: relation('LinkedImportExportRemove'),
  relateMpans: relation('RelatedCreate'),
  addRelatedMpan: relation('RelatedAdd'),
  removeRelatedMpan: relation('RelatedRemove'),
};
