import { block, blockOf, listOf } from '../block';
import { compressed } from '../types';

const variant = block(
  'distributionVariantID',
  'distributionVariantName',
  'distributionVariantDescription',
  'distributionVariantVersionID',
  'distributionVariantPublicationDate',
  'distributionVariantFormat',
  'distributionDeliveryFormat',
  'distributionDeliveryURI',
  'additionalInformation',
);

/** Blocks that announce standing data or carry a report. */
export const publicationBlocks = {
  P01: block('publicationDescription', 'publicationVersionID', 'publicationDate'),
  P02: variant,
  P02List: listOf(variant),
  // No data item stands behind it.
  P03: blockOf({ compressedReport: compressed }),
};
