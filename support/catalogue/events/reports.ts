import { interfaces } from './row';

const all = { sending: 'inferred', common: ['S1'] } as const;
const packed = { required: ['P03'], optional: ['schema'], trigger: 'inferred' } as const;

/**
 * Reports of the central systems and the distributors, packed into one item. Who gets them is read from their titles.
 * `schema` only says what is packed into P03: the release has it in the message, but not to be filled.
 */
export const reports = interfaces({
  'REP-002': {
    ...all,
    senders: ['MDS'],
    to: { primary: ['SUP'] },
    events: {
      DUOSSupplierAggData: {
        ...packed,
        name: 'Aggregated DUoS data of a supplier',
        processes: ['BP017', 'BP019'],
      },
    },
  },
  'REP-002A': {
    ...all,
    senders: ['MDS'],
    to: { primary: ['LDSO'] },
    events: {
      DUoSEmbeddedLDSOAggData: {
        ...packed,
        name: 'Aggregated DUoS data of embedded networks',
        processes: ['BP017', 'BP019'],
      },
    },
  },
  'REP-002B': {
    ...all,
    senders: ['MDS'],
    to: { primary: ['LDSO'] },
    events: {
      DUoSLDSOAggData: {
        ...packed,
        name: 'Aggregated DUoS data of a distributor',
        processes: ['BP017', 'BP019'],
      },
    },
  },
  'REP-003': {
    ...all,
    senders: ['VAS'],
    to: { primary: ['SUP'] },
    events: {
      BMUnitAllocatedDemandVolumesToMarketParticipants: {
        ...packed,
        name: 'Allocated volumes by BM Unit',
        processes: ['BP020', 'BP013'],
      },
    },
  },
  'REP-003A': {
    ...all,
    senders: ['VAS'],
    to: { primary: ['SUP'] },
    events: {
      AggregatedBMUnitAllocatedDemandVolumes: {
        ...packed,
        name: 'Allocated volumes by BM Unit, aggregated',
        processes: ['BP020', 'BP013'],
      },
    },
  },
  'REP-004': {
    ...all,
    senders: ['VAS'],
    to: { primary: ['SUP'] },
    events: {
      SupplierDeemedTakeReport: {
        ...packed,
        name: 'Deemed take of a supplier',
        processes: ['BP020', 'BP017'],
      },
    },
  },
  'REP-006': {
    ...all,
    senders: ['MDS'],
    to: { primary: ['SUP', 'LDSO'] },
    events: {
      UncorrectedConsumptionAndLossesByCCCID: {
        ...packed,
        name: 'Uncorrected volumes and losses by component class',
        processes: ['BP019', 'BP020', 'BP013'],
      },
    },
  },
  // BSCCo gets it too, but is no party of the DIP.
  'REP-007': {
    ...all,
    senders: ['VAS'],
    to: { primary: ['SUP'] },
    events: {
      BMUnitDefaultsToSuppliers: {
        ...packed,
        name: 'Defaults that a volume allocation had to use',
        processes: ['BP020'],
      },
    },
  },
  'REP-008': {
    ...all,
    senders: ['MDS'],
    to: { primary: ['LDSO'] },
    events: {
      LDSOLLFDefaultData: {
        ...packed,
        name: 'Loss factors that settlement had to default',
        processes: ['BP019', 'BP017'],
      },
    },
  },
  'REP-009': {
    ...all,
    senders: ['VAS'],
    to: { primary: ['SUP'] },
    events: {
      EMRSReportForSuppliers: {
        ...packed,
        name: 'Metered data for electricity market reform',
        processes: ['BP020'],
      },
    },
  },
  'REP-900': {
    ...all,
    senders: ['LDSO'],
    to: { primary: ['SUP'] },
    events: {
      DUoSSupplierInvData: {
        ...packed,
        name: 'DUoS invoice, site by site',
        processes: ['BP017'],
      },
    },
  },
  'REP-901': {
    ...all,
    senders: ['LDSO'],
    to: { primary: ['SUP', 'LDSO'] },
    events: {
      DUoSEmbeddedLDSOAggInvData: {
        ...packed,
        name: 'Aggregated DUoS invoice to an embedded distributor',
        processes: ['BP017'],
      },
      DUoSSupplierAggInvData: {
        ...packed,
        name: 'Aggregated DUoS invoice to a supplier',
        processes: ['BP017'],
      },
    },
  },
});
