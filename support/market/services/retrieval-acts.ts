import { argumentsOf } from '../acts';
import { stay } from '../role';
import { beginOf, dayOrYesterday } from '../retriever/readings';
import type { Context, Reaction } from '../types';
import * as say from './retrieval-messages';
import { type DataServiceState as State, withRetrieval } from './retrieval-state';

/** Acts of a Smart Data Service that concern its retriever; undefined for others. */
export function actOnRetrieval(
  state: State,
  act: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<State> | undefined {
  switch (act) {
    case 'changeRetriever': {
      const { retriever, from, supplier } = argumentsOf(act, args);
      const B012 = supplier
        ? {
            serviceProviderAppointmentRequestingSupplierDIPID: supplier.dipId,
            serviceProviderAppointmentRequestingSupplierMPID: supplier.mpid,
          }
        : state.retrieval.B012;
      if (!B012) return stay(state, 'No supplier of the MPAN is known: nothing is asked');
      const message = say.update({ ...retriever, from: beginOf(from, context) }, B012);
      return { state, messages: [message], effects: [{ note: `Asks for ${retriever.dipId}` }] };
    }
    case 'nameRetriever': {
      const { retriever, from } = argumentsOf(act, args);
      const own = { ...retriever, ...(from !== undefined && { from: beginOf(from, context) }) };
      return stay(withRetrieval(state, { own }), `${retriever.dipId} is its own retriever`);
    }
    case 'startRetrieval': {
      const { assigned } = state.retrieval;
      const willing = assigned && { dipId: assigned.dipId, mpid: assigned.mpid, from: assigned.from };
      return stay(withRetrieval(state, { haltedAt: null, assigned: willing }), 'The retrieval may start');
    }
    case 'stopRetrieval':
      return stay(
        withRetrieval(state, { haltedAt: beginOf(argumentsOf(act, args).to, context) }),
        'The retrieval ends',
      );
    case 'askReading':
      return ask(state, 'MDRInstantaneous');
    case 'askRegisters':
    case 'askHalfHours': {
      const asOf = beginOf(dayOrYesterday(argumentsOf(act, args).date, context), context);
      return ask(state, act === 'askRegisters' ? 'MDRTOU' : 'MDRConsumption', asOf);
    }
    default:
      return undefined;
  }
}

function ask(state: State, event: Parameters<typeof say.request>[0], asOf?: string): Reaction<State> {
  const { running } = state.retrieval;
  if (!running) return stay(state, 'No retriever runs: nothing is asked');
  return { state, messages: [say.request(event, running.dipId, asOf)], effects: [{ note: `Asks ${running.dipId}` }] };
}
