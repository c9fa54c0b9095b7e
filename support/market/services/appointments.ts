import { roles } from '../../catalogue';
import { add, find, open } from '../records/appointment-book';
import { activeNotice, endNotice } from '../records/notices';
import { learnIncoming, learnNotice, learnSupply } from '../records/party-records';
import { eventsOf, outcome, type Proposal, proposalOf, type Service, stageOf } from '../proposal';
import { exception, stay } from '../role';
import { leadingCode, type Seen } from '../seen';
import type { Context, Outgoing, Reaction } from '../types';
import type { Extension, ServiceState } from './service-state';
import { unservedReason } from './unserved';

/** IF-033: answered by IF-034 once, with the block and B012 as they came. */
export function takeRequest<S extends ServiceState>(
  state: S,
  seen: Seen,
  service: Service,
  context: Context,
  { refuse, accepting }: { refuse?: string[] | undefined } & Pick<Extension<S>, 'accepting'>,
): Reaction<S> {
  const { self } = context;
  const proposal = seen.event === eventsOf[service].request ? proposalOf(seen.custom, service) : undefined;
  const { B012, B013 } = seen.custom;
  if (!proposal || !B012) return exception(state, seen, `is no request to a ${service} service`);
  const { dipId } = proposal.provider;
  if (dipId !== self.dipId) return exception(state, seen, `names ${dipId}`);
  const code = refuse?.[0] ?? reasonAgainst(state, seen, context);
  const answer: Outgoing = {
    interface: 'IF-034',
    event: eventsOf[service].response,
    custom: {
      ...{ B007: outcome(code ? 'R' : 'A', code ?? 'SP000'), B012, ...proposal.block, ...(B013 && { B013 }) },
      ...(!code && accepting?.(state, seen, context)),
    },
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

function reasonAgainst(state: ServiceState, seen: Seen, context: Context): string | undefined {
  const supplier = seen.custom.B012?.serviceProviderAppointmentRequestingSupplierDIPID;
  if (supplier !== undefined && state.noContract.includes(supplier)) return 'SP001';
  const segment = seen.custom.B026?.marketSegmentIndicator;
  const { segments } = roles[context.self.role];
  if (segment && (state.notServed.includes(segment) || !segments?.includes(segment))) return 'SP005';
  return unservedReason(state.limits, seen, context);
}

const keyOf = ({ service, provider, from }: Proposal) => ({ service, dipId: provider.dipId, from });

/** IF-035: what it accepted lapses, or it is to pass meter details to its successor. */
export function takeStatus<S extends ServiceState>(
  state: S,
  seen: Seen,
  service: Service,
  { self }: Context,
): Reaction<S> {
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
export function takeActive<S extends ServiceState>(
  state: S,
  seen: Seen,
  service: Service,
  { self }: Context,
): Reaction<S> {
  const stage = stageOf(seen.event);
  const notice = stage && activeNotice(seen.custom, stage.service);
  if (!notice) return exception(state, seen, 'names no service that is active');
  const { dipId } = notice.provider;
  if (stage.service !== service || dipId !== self.dipId) return stay(state, `${dipId} is active`);
  const accepted = find(state.book, { service, dipId, from: notice.from }, seen.conversation)?.facts;
  // Aligned with a principal MPAN, it is not asked.
  const scenario = (seen.custom.B014 ?? seen.custom.B015)?.appointmentScenario;
  if (!accepted?.accepted && scenario !== 'ALG') {
    return exception(state, seen, 'it never accepted this appointment', 'RCP1062');
  }
  const { B012 } = seen.custom;
  const supplier = B012?.serviceProviderAppointmentRequestingSupplierDIPID;
  const booked = learnNotice(state, seen) ?? state;
  return stay(
    scenario === 'COS' && supplier !== undefined ? learnSupply(booked, { dipId: supplier, from: notice.from }) : booked,
    'Its appointment is active',
  );
}

/** IF-037 of itself ends the appointment; of another it is a notice. */
export function takeEnd<S extends ServiceState>(
  state: S,
  seen: Seen,
  service: Service,
  { self }: Context,
): Reaction<S> {
  const stage = stageOf(seen.event);
  const notice = stage?.stage === 'deAppointed' ? endNotice(seen.custom, stage.service) : undefined;
  if (!notice) return exception(state, seen, 'names no service that ends');
  const { dipId } = notice.provider;
  if (notice.service !== service || dipId !== self.dipId) return stay(state, `${dipId} ends`);
  return stay(learnIncoming(learnNotice(state, seen) ?? state, seen), 'Its appointment ends');
}
