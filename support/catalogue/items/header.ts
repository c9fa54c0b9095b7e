import * as t from '../types';
import { are } from './make';

/** Items of CommonBlock, and of the publications and reports that a message carries. */
export const headerItems = {
  ...are(t.interfaceId, { interfaceID: 'DI-000' }),
  ...are(t.plainText(0, 10), {
    schemaVersion: 'DI-992',
    publicationVersionID: 'DI-961',
    distributionVariantID: 'DI-963',
    distributionVariantVersionID: 'DI-966',
  }),
  ...are(t.orNull(t.plainText(0, 10)), { 'schemaVersion (DI-992N)': 'DI-992N' }),
  ...are(t.environmentTag, { environmentTag: 'DI-991' }),
  ...are(t.orNull(t.subText), { subText: 'DI-977' }),
  ...are(t.senderReference, { senderUniqueReference: 'DI-995' }),
  ...are(t.dateTime, {
    senderTimestamp: 'DI-998',
    transactionTimestamp: 'DI-989',
    publicationDate: 'DI-962',
    distributionVariantPublicationDate: 'DI-967',
  }),
  ...are(t.dipId, { senderDIPID: 'DI-997' }),
  ...are(t.orNull(t.dipId), { DIPConnectionProviderID: 'DI-996' }),
  ...are(t.roleId, { senderRoleID: 'DI-984' }),
  ...are(t.orNull(t.correlationId), { senderCorrelationID: 'DI-985', initialCorrelationID: 'DI-987' }),
  ...are(t.transactionId, { transactionID: 'DI-990' }),
  ...are(t.publicationId, { publicationID: 'DI-986' }),
  ...are(t.flag, { replayIndicator: 'DI-988' }),
  ...are(t.orNull(t.url), { serviceTicketURL: 'DI-978' }),
  ...are(t.responseCode, { responseCode: 'DI-979' }),
  ...are(t.orNull(t.statusMessage), { responseMessage: 'DI-980' }),
  ...are(t.anyNumberOf(t.orNull(t.statusMessage)), { responseMessages: 'DI-980' }),
  ...are(t.anyNumberOf(t.orNull(t.dipId)), {
    primaryRecipients: 'DI-982',
    secondaryRecipients: 'DI-981',
    always: 'DI-993',
  }),

  ...are(t.plainText(0, 200), { publicationDescription: 'DI-960' }),
  ...are(t.plainText(0, 50), { distributionVariantName: 'DI-964' }),
  ...are(t.orNull(t.note), { distributionVariantDescription: 'DI-965' }),
  ...are(t.orNull(t.plainText(1, 10)), {
    distributionVariantFormat: 'DI-968',
    distributionDeliveryFormat: 'DI-969',
  }),
  ...are(t.uri, { distributionDeliveryURI: 'DI-970' }),
  ...are(t.orNull(t.remark), { additionalInformation: 'DI-120', additionalInformationSiteVisit: 'DI-093' }),
};
