import { roles, type Segment } from '../../catalogue';
import { argumentsOf } from '../acts';
import { add, find, open } from '../records/appointment-book';
import { activeNotice, endNotice } from '../records/notices';
import {
  emptyRecords,
  learnIncoming,
  learnNotice,
  learnSupply,
  loadRecords,
  type PartyRecords,
  showRecords,
} from '../records/party-records';
import { eventsOf, outcome, type Proposal, proposalOf, type Service, stageOf } from '../proposal';
import { defineRole, exception, stay } from '../role';
import { leadingCode, type Seen } from '../seen';
import type { Context, Outgoing, Reaction, Reducer } from '../types';

/** What a metering or data service holds of an MPAN. */
export interface ServiceState extends PartyRecords {
  /** Suppliers (DIP IDs) without a contract, segments no longer served. */
  noContract: string[];
  notServed: Segment[];
}

/** Metering and data services behave alike; they differ in the blocks and events of their kind. */
export function serviceProvider(service: Service): Reducer<ServiceState> {
  return defineRole<ServiceState>({
    initial: () => ({ ...emptyRecords(), noContract: [], notServed: [] }),
    message(state, seen, context, refuse) {
      switch (seen.interface) {
        case 'IF-033':
          return takeRequest(state, seen, service, context, refuse);
        case 'IF-035':
          return takeStatus(state, seen, service, context);
        case 'IF-036':
          return takeActive(state, seen, service, context);
        case 'IF-037':
          return takeEnd(state, seen, service, context);
        default:
          return exception(state, seen, 'the service takes no such message here');
      }
    },
    act(state, act, args, context) {
      switch (act) {
        case 'endContract': {
          const { supplier } = argumentsOf(act, args);
          return stay({ ...state, noContract: [...state.noContract, supplier] }, `No contract with ${supplier}`);
        }
        case 'stopServingSegment': {
          const { segment } = argumentsOf(act, args);
          return stay({ ...state, notServed: [...state.notServed, segment] }, `Segment ${segment} is not served`);
        }
        case 'loadMeteringPoint':
          return stay(
            loadRecords(state, args, context, (dipId) => dipId === context.self.dipId),
            'The MPAN is loaded',
          );
        default:
          return stay(state, `The service has no part in ${act}`);
      }
    },
    records: showRecords,
  });
}

/** IF-033: answered by IF-034 once, with the block and B012 as they came. */
function takeRequest(
  state: ServiceState,
  seen: Seen,
  service: Service,
  { self }: Context,
  refuse?: string[],
): Reaction<ServiceState> {
  const proposal = seen.event === eventsOf[service].request ? proposalOf(seen.custom, service) : undefined;
  const { B012, B013 } = seen.custom;
  if (!proposal || !B012) return exception(state, seen, `is no request to a ${service} service`);
  const { dipId } = proposal.provider;
  if (dipId !== self.dipId) return exception(state, seen, `names ${dipId}`);
  const code = refuse?.[0] ?? reasonAgainst(state, seen, self.role);
  const answer: Outgoing = {
    interface: 'IF-034',
    event: eventsOf[service].response,
    custom: { B007: outcome(code ? 'R' : 'A', code ?? 'SP000'), B012, ...proposal.block, ...(B013 && { B013 }) },
    primaryRecipients: [],
    correlationID: seen.conversation,
  };
  const facts = code ? { refused: code } : { accepted: true };
  return {
    state: { ...state, book: open(state.book, keyOf(proposal), facts, seen.conversation) },
    messages: [answer],
    effects: [{ note: code ? `Refuses: ${code}` : 'Accepts' }],
  };
}

function reasonAgainst(state: ServiceState, seen: Seen, role: Context['self']['role']): string | undefined {
  const supplier = seen.custom.B012?.serviceProviderAppointmentRequestingSupplierDIPID;
  if (supplier !== undefined && state.noContract.includes(supplier)) return 'SP001';
  const segment = seen.custom.B026?.marketSegmentIndicator;
  if (segment === undefined) return undefined;
  return state.notServed.includes(segment) || !roles[role].segments?.includes(segment) ? 'SP005' : undefined;
}

const keyOf = ({ service, provider, from }: Proposal) => ({ service, dipId: provider.dipId, from });

/** IF-035: what it accepted lapses, or it is to pass meter details to its successor. */
function takeStatus(state: ServiceState, seen: Seen, service: Service, { self }: Context): Reaction<ServiceState> {
  if (seen.event === 'IMS-SendMTD') {
    return service === 'metering'
      ? stay(state, 'Passes the meter technical details to the proposed service, off the DIP')
      : exception(state, seen, 'is for the incumbent metering service');
  }
  const echoed = seen.event === eventsOf[service].lapsed ? proposalOf(seen.custom, service) : undefined;
  if (echoed?.provider.dipId !== self.dipId) return exception(state, seen, 'is for another party');
  const entry = find(state.book, keyOf(echoed), seen.conversation);
  if (!entry) return exception(state, seen, 'nothing like it was accepted');
  const code = leadingCode(seen.custom.B007?.proposedAppointmentResponseCode);
  const book = add(state.book, entry, seen.conversation, { lapsed: code });
  return stay({ ...state, book }, `The appointment lapses: ${code}`);
}

/** IF-036 of itself is booked when it accepted that appointment; of another it is a notice. */
function takeActive(state: ServiceState, seen: Seen, service: Service, { self }: Context): Reaction<ServiceState> {
  const stage = stageOf(seen.event);
  const notice = stage && activeNotice(seen.custom, stage.service);
  if (!notice) return exception(state, seen, 'names no service that is active');
  const { dipId } = notice.provider;
  if (stage.service !== service || dipId !== self.dipId) return stay(state, `${dipId} is active`);
  const accepted = find(state.book, { service, dipId, from: notice.from }, seen.conversation)?.facts;
  if (!accepted?.accepted) return exception(state, seen, 'it never accepted this appointment', 'RCP1062');
  const { B012 } = seen.custom;
  const supplier = B012?.serviceProviderAppointmentRequestingSupplierDIPID;
  const booked = learnNotice(state, seen) ?? state;
  const scenario = (seen.custom.B014 ?? seen.custom.B015)?.appointmentScenario;
  return stay(
    scenario === 'COS' && supplier !== undefined ? learnSupply(booked, { dipId: supplier, from: notice.from }) : booked,
    'Its appointment is active',
  );
}

/** IF-037 of itself ends the appointment; of another it is a notice. */
function takeEnd(state: ServiceState, seen: Seen, service: Service, { self }: Context): Reaction<ServiceState> {
  const stage = stageOf(seen.event);
  const notice = stage?.stage === 'deAppointed' ? endNotice(seen.custom, stage.service) : undefined;
  if (!notice) return exception(state, seen, 'names no service that ends');
  const { dipId } = notice.provider;
  if (notice.service !== service || dipId !== self.dipId) return stay(state, `${dipId} ends`);
  return stay(learnIncoming(learnNotice(state, seen) ?? state, seen), 'Its appointment ends');
}
