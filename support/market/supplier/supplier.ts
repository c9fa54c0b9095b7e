import type { Outgoing, Reaction, Context } from '../types';
import { add, find, open } from '../records/appointment-book';
import { activeNotice } from '../records/notices';
import {
  emptyRecords,
  learnIncoming,
  learnNotice,
  loadRecords,
  type PartyRecords,
  showRecords,
} from '../records/party-records';
import { proposalOf, stageOf } from '../proposal';
import { defineRole, exception, stay } from '../role';
import { leadingCode, type Seen } from '../seen';
import { ask, keepCopy, keepFacts } from '../updates/party';
import { propose } from './supplier-proposal';

/** What a supplier holds of an MPAN. */
export interface SupplierState extends PartyRecords {
  /** CSS registration id that IF-002 brought. */
  registrationId: string | null;
}

/** A supplier, incoming or outgoing. */
export const supplier = defineRole<SupplierState>({
  initial: () => ({ ...emptyRecords(), registrationId: null }),
  message: (state, seen, context) => keepFacts(takeMessage(state, seen, context), seen),
  act(state, act, args, context) {
    switch (act) {
      case 'appointMeteringService':
      case 'appointDataService':
        return appoint(state, act, args, context);
      case 'loadMeteringPoint':
        return stay(loadRecords(state, args, context), 'The MPAN is loaded');
      case 'dayArrives':
        return stay(state, 'A day has come: the supplier waits for the Registration Service');
      default:
        return ask(state, act, args, context);
    }
  },
  records: showRecords,
});

function takeMessage(state: SupplierState, seen: Seen, context: Context): Reaction<SupplierState> {
  switch (seen.interface) {
    case 'IF-002': {
      const registrationId = seen.custom.B013?.CSSRegistrationID ?? null;
      return stay({ ...state, registrationId }, `Gains the MPAN by switch ${registrationId}`);
    }
    case 'IF-001':
      return stay(learnIncoming(state, seen), 'The supplier changes');
    case 'IF-032':
    case 'IF-035':
      // What is told of a retriever is a copy: its data service had asked.
      return seen.event.endsWith('MDROutcome') ? keepCopy(state, seen, context) : takeAnswer(state, seen);
    case 'IF-036':
      return takeActive(state, seen, context);
    case 'IF-037': {
      const next = learnNotice(state, seen);
      return next
        ? stay(learnIncoming(next, seen), 'A service ends')
        : exception(state, seen, 'names no service that ends');
    }
    default:
      return keepCopy(state, seen, context);
  }
}

function appoint(
  state: SupplierState,
  act: 'appointMeteringService' | 'appointDataService',
  args: Record<string, unknown>,
  context: Context,
): Reaction<SupplierState> {
  const message: Outgoing = propose(act, args, state, context);
  const { service, provider, from } = proposalOf(message.custom, act === 'appointDataService' ? 'data' : 'metering')!;
  const book = open(state.book, { service, dipId: provider.dipId, from });
  const effects = [{ note: `Proposes ${provider.dipId} from ${from}` }];
  if (!message.custom.B013) effects.push({ note: 'No registration id of a switch is quoted' });
  return { state: { ...state, book }, messages: [message], effects };
}

/** IF-032 and IF-035 add a fact to the proposal that they echo. */
function takeAnswer(state: SupplierState, seen: Seen): Reaction<SupplierState> {
  const stage = stageOf(seen.event);
  const echoed = stage && proposalOf(seen.custom, stage.service);
  if (!stage || !echoed) return exception(state, seen, 'echoes no proposal');
  const { service, provider, from } = echoed;
  const entry = find(state.book, { service, dipId: provider.dipId, from }, seen.conversation);
  if (!entry) return exception(state, seen, `answers no proposal of ${provider.dipId} from ${from}`);
  const code = leadingCode(seen.custom.B007?.proposedAppointmentResponseCode);
  const note = (facts: Parameters<typeof add>[3], text: string) =>
    stay({ ...state, book: add(state.book, entry, seen.conversation, facts) }, `${provider.dipId} ${text}`);
  switch (stage.stage) {
    case 'initialResponse': {
      if (seen.response?.responseCode === 'A') return note({}, 'is asked by the Registration Service');
      if (seen.response?.responseCode !== 'R') return exception(state, seen, 'its R0 neither accepts nor refuses');
      const why = seen.response.responseMessages.map(leadingCode).find((it) => it !== null) ?? null;
      return note({ refused: why }, `is refused by the Registration Service: ${why}`);
    }
    case 'accepted':
      return note({ accepted: true }, 'is accepted');
    case 'rejected':
      return note({ refused: code }, `is rejected: ${code}`);
    case 'lapsed':
      return note({ lapsed: code }, `lapses: ${code}`);
    default:
      return exception(state, seen, 'a supplier takes no such event');
  }
}

/** IF-036: its own appointment is in force; one of another supplier is no entry of its books. */
function takeActive(state: SupplierState, seen: Seen, { self }: Context): Reaction<SupplierState> {
  const stage = stageOf(seen.event);
  const notice = stage && activeNotice(seen.custom, stage.service);
  if (!notice) return exception(state, seen, 'names no service that is active');
  const by = seen.custom.B012?.serviceProviderAppointmentRequestingSupplierDIPID;
  if (by !== self.dipId) return stay(state, `${notice.provider.dipId} is active for ${by}`);
  return stay(learnNotice(state, seen) ?? state, `${notice.provider.dipId} is active`);
}
