import { interfaces } from './row';

const start = ['B019', 'B078', 'B025', 'B068'] as const;
const startMore = ['B012', 'B031', 'B074List', 'B060'] as const;

/** A Smart Data Service has a Meter Data Retriever read smart meters. */
export const retrieval = interfaces({
  'IF-061': {
    senders: ['SDS'],
    to: { primary: ['MDR'] },
    events: {
      MDRStart: {
        name: 'Start to retrieve data',
        required: start,
        optional: startMore,
        processes: ['BP004', 'BP003A'],
      },
    },
  },
  'IF-062': {
    senders: ['MDR'],
    to: { primary: ['SDS'] },
    routing: 'stated',
    common: ['S1', 'M0', 'R0'],
    events: {
      MDRStartResponse: {
        name: 'The retriever accepts or refuses to start',
        required: start,
        optional: startMore,
        processes: ['BP004', 'BP003A'],
        answers: 'IF-061 [MDRStart]',
      },
    },
  },
  'IF-063': {
    senders: ['SDS'],
    to: { primary: ['MDR'] },
    routing: 'stated',
    events: {
      MDRStop: {
        name: 'Stop to retrieve data',
        required: ['B083'],
        optional: ['B060'],
        processes: ['BP004', 'BP003A'],
      },
    },
  },
  'IF-064': {
    senders: ['MDR'],
    to: { primary: ['SDS'] },
    routing: 'stated',
    events: {
      MDRConsumption: {
        name: 'Retrieved half-hours, as they were read',
        required: ['B045', 'B941List'],
        optional: ['B060'],
        most: { B941List: 200 },
        processes: ['BP004', 'BP005'],
      },
    },
  },
  // Which way an event goes is inferred from its blocks: requests carry B077 and B060 at most.
  'IF-065': {
    sending: 'inferred',
    events: {
      ReadingRemote: {
        name: 'Retrieved readings',
        senders: ['MDR'],
        to: { primary: ['SDS'] },
        optional: ['B076List', 'B065List', 'B060'],
        processes: ['BP004'],
        trigger: 'inferred',
      },
      MDRInstantaneous: {
        name: 'Request for a reading now',
        senders: ['SDS'],
        to: { primary: ['MDR'] },
        optional: ['B060'],
        processes: ['BP004'],
        trigger: 'inferred',
      },
      MDRTOU: {
        name: 'Request for time-of-use registers as of a day',
        senders: ['SDS'],
        to: { primary: ['MDR'] },
        required: ['B077'],
        optional: ['B060'],
        processes: ['BP004'],
        trigger: 'inferred',
      },
      MDRConsumption: {
        name: 'Request for half-hours as of a day',
        senders: ['SDS'],
        to: { primary: ['MDR'] },
        required: ['B077'],
        optional: ['B060'],
        processes: ['BP004'],
        trigger: 'inferred',
      },
    },
  },
});
