import { edited } from './edit';
import { everyRole, type Fault } from './types';

const mark = '#replay';

export const booksReplaysAgain: Fault = {
  number: 16,
  what: 'Books what is replayed a second time.',
  roles: everyRole,
  apply: () => ({
    book: (message) => [
      edited(message, ({ CommonBlock: { D0 } }) => {
        if (D0?.replayIndicator) D0.transactionID = `${String(D0.transactionID)}${mark}`;
      }),
    ],
    records: (records) => ({ ...records, booked: records.booked?.map((id) => id.replace(mark, '')) ?? [] }),
  }),
};
