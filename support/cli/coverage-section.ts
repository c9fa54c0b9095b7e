import type { Share } from '../evidence';

/** A table of the coverage. The last column may be long. */
export interface Section {
  title: string;
  head: string[];
  rows: string[][];
  /** What it comes to, in a line. */
  total: string;
  /** Long rows: as text, what stands in the last column goes below the others. */
  stacked?: true;
}

/** `12 of 31 messages proved` */
export const shareText = ({ proved, total }: Share, what: string) => `${proved} of ${total} ${what} proved`;
