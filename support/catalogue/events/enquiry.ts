import { interfaces } from './row';

const holders = ['B080', 'B001', 'B085', 'B013', 'B081', 'B082', 'B019', 'B020', 'B021'] as const;
const record = [...holders, 'B028', 'B029', 'B030', 'B031', 'B032', 'B914List', 'B035List', 'B037List'] as const;

/** What the enquiry service alone is told. */
export const enquiry = interfaces({
  'IF-050': {
    senders: ['REGS'],
    to: { always: ['EES'] },
    routing: 'stated',
    events: {
      MPANCreation: {
        name: 'An MPAN was created',
        required: ['B001', 'B022', 'B023', 'B024', 'B025', 'B026', 'B079'],
        processes: ['BP006'],
        trigger: 'inferred',
      },
      MPStatusChange: {
        name: 'The status of an MPAN changed',
        required: ['B079'],
        processes: ['BP006', 'BP007'],
        trigger: 'inferred',
      },
      GreenDeal: {
        name: 'Green Deal dates changed',
        required: ['B080'],
        processes: ['BP010e'],
        trigger: 'inferred',
      },
    },
  },
  'IF-051': {
    senders: ['REGS'],
    sending: 'inferred',
    to: { always: ['EES'] },
    schemaVersion: '001',
    events: {
      EESRefresh: {
        name: 'The whole record of an MPAN, again',
        required: ['B079', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: record,
        processes: ['BP010e'],
        trigger: 'inferred',
      },
    },
  },
});
