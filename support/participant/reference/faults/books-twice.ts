import { edited } from './edit';
import { everyRole, type Fault } from './types';

const mark = '#';

export const booksTwice: Fault = {
  number: 5,
  what: 'Does not know a delivery again: what comes twice is booked, and answered, twice.',
  roles: everyRole,
  apply() {
    let times = 0;
    return {
      // Its books tell transactions apart by their arrival.
      book: (message) => [
        edited(message, ({ CommonBlock: { D0 } }) => {
          if (D0) D0.transactionID = `${String(D0.transactionID)}${mark}${(times += 1)}`;
        }),
      ],
      records: (records) => ({ ...records, booked: records.booked?.map((id) => id.split(mark)[0]!) ?? [] }),
    };
  },
};
