import { effectiveFrom } from '../../catalogue';
import { argumentsOf } from '../acts';
import { proposalOf } from '../proposal';
import { loadRecords } from '../records/party-records';
import { exception, stay } from '../role';
import { namedBlock, nominatedOf } from '../retriever/blocks';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';
import { actOnReads } from './reads';
import { settleRetrieval, takeRetrieval } from './retrieval';
import { actOnRetrieval } from './retrieval-acts';
import {
  type DataServiceState as State,
  emptyDataService,
  learnAssigned,
  loadedRetrieval,
  withRetrieval,
} from './retrieval-state';
import { serviceProvider } from './service-provider';

/** A Data Service of any segment, proposed or incumbent. A smart one has a retriever read the meter. */
export const dataService = serviceProvider<State>('data', {
  initial: emptyDataService,
  message(state, seen) {
    if (seen.label === 'IF-016 [ConsumptionRequestRejected]') return exception(state, seen, 'the request is refused');
    return takeRetrieval(state, seen);
  },
  learn,
  accepting(state, seen, { self }) {
    const { own } = state.retrieval;
    const proposal = proposalOf(seen.custom, 'data');
    if (!own || self.role !== 'SDS' || !proposal || !seen.custom.B071 || nominatedOf(seen.custom.B071)) return {};
    return namedBlock({ ...own, from: own.from ?? proposal.from });
  },
  act(state, act, args, context) {
    if (act === 'loadMeteringPoint') return load(state, args, context);
    return actOnRetrieval(state, act, args, context) ?? actOnReads(state, act, args, context);
  },
  settle: settleRetrieval,
});

/** What IF-033, IF-036 and IF-037 of its own appointment say of the retrieval and the successor. */
function learn(state: State, seen: Seen, { self }: Context): State {
  const { B009, B011, B012, B015, B019, B071 } = seen.custom;
  if (seen.interface === 'IF-033' && B071?.proposedDataServiceDIPID === self.dipId) {
    const proposed = {
      consentGranularity: B071.supplierProposedConsentGranularity,
      consentGranularityEffectiveFromDate: B071.proposedDataServiceDIPEffectiveFromDate,
    };
    return withRetrieval(state, { proposed });
  }
  if (seen.interface === 'IF-036' && B015?.incomingDataServiceDIPID === self.dipId) {
    const served = B012 ? withRetrieval(state, { B012 }) : state;
    return B019 ? learnAssigned(served, B019) : served;
  }
  if (seen.interface !== 'IF-037' || B009?.deAppointedDataServiceDIPID !== self.dipId || !B011) return state;
  const successor = { dipId: B011.incomingDataServiceDIPID, from: B011.incomingDataServiceEffectiveFromDate };
  return withRetrieval(state, { successor });
}

/** Only who serves the MPAN has it retrieved. */
function load(state: State, args: Record<string, unknown>, context: Context): Reaction<State> {
  const point = argumentsOf('loadMeteringPoint', args);
  const { self, market } = context;
  const loaded = loadRecords(state, args, context, (dipId) => dipId === self.dipId);
  if (point.dataService?.dipId !== self.dipId) return stay(loaded, 'The MPAN is loaded');
  const from = effectiveFrom(point.since, market.effectiveDatesBeginAt);
  return stay(withRetrieval(loaded, loadedRetrieval(point, from)), 'The MPAN is loaded');
}
