import { appointedUntil } from '../records/appointment-book';
import { exception, stay } from '../role';
import { beginOf } from '../retriever/readings';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';
import * as say from './retrieval-messages';
import { type DataServiceState as State, learnAssigned, siteOf, withRetrieval } from './retrieval-state';

/** Answers about the retrieval, of the retriever and the register, and who succeeds; undefined for other messages. */
export function takeRetrieval(state: State, seen: Seen): Reaction<State> | undefined {
  switch (seen.label) {
    case 'IF-062 [MDRStartResponse]':
      return takeStarted(state, seen);
    case 'IF-035 [SDS-MDROutcome]': {
      const { B092, B099 } = seen.custom;
      if (!B092 || B099?.responseCode !== 'A')
        return exception(state, seen, `refused: ${reasons(B099?.responseMessages)}`);
      return stay(state, `${B092.assignedMDRDIPID} may retrieve, and the DCC is told`);
    }
    case 'IF-035 [DCC-MDROutcome]': {
      const { B066 } = seen.custom;
      if (B066?.responseCode !== 'A')
        return exception(state, seen, `refused: ${reasons([B066?.responseMessage ?? null])}`);
      return stay(learnAssigned(state, B066), `The DCC takes ${B066.assignedMDRDIPID}`);
    }
    case 'IF-037 [DSDeAppUpdate]': {
      const { B011 } = seen.custom;
      if (!B011) return exception(state, seen, 'names no successor');
      const successor = { dipId: B011.incomingDataServiceDIPID, from: B011.incomingDataServiceEffectiveFromDate };
      return stay(withRetrieval(state, { successor }), `${successor.dipId} succeeds`);
    }
    default:
      return undefined;
  }
}

const reasons = (texts: readonly (string | null)[] | undefined) =>
  (texts ?? []).filter((it) => it !== null).join(', ') || 'no reason given';

function takeStarted(state: State, seen: Seen): Reaction<State> {
  const { assigned, running } = state.retrieval;
  const retriever = seen.custom.B019?.assignedMDRDIPID;
  if (seen.response?.responseCode === 'A') return stay(state, `${seen.sender} retrieves`);
  if (running?.dipId !== retriever) return exception(state, seen, 'refuses what was not asked of it');
  const refusing = assigned?.dipId === retriever ? { ...assigned!, refuses: true as const } : assigned;
  const why = reasons(seen.response?.responseMessages);
  return exception(withRetrieval(state, { running: null, assigned: refusing }), seen, `refused: ${why}`);
}

/** Starts the assigned retriever when the service holds a smart MPAN, and stops the one that is not wanted any more. */
export function settleRetrieval(state: State, context: Context): Reaction<State> {
  const { running } = state.retrieval;
  const site = siteOf(state);
  const wanted = wantedRetriever(state, context);
  const starting = wanted && say.start(wanted, site);
  const consent = site.B068?.consentGranularity ?? '';
  const stays = running !== null && running.dipId === wanted?.dipId;
  if (running === null ? !starting : stays && running.consent === consent) return stay(state);
  const ends = running && !stays ? [say.stop(running, endOfRunning(state, wanted?.from, context))] : [];
  const next = wanted && starting ? { dipId: wanted.dipId, mpid: wanted.mpid, from: wanted.from, consent } : null;
  const effects = [
    ...ends.map(() => ({ note: `Stops ${running!.dipId}` })),
    ...(next ? [{ note: `Starts ${next.dipId}` }] : []),
  ];
  return {
    state: withRetrieval(state, { running: next }),
    messages: [...ends, ...(starting ? [starting] : [])],
    effects,
  };
}

function wantedRetriever(state: State, { self, market }: Context) {
  const { assigned, haltedAt } = state.retrieval;
  const { B029 } = siteOf(state);
  if (self.role !== 'SDS' || !assigned || assigned.refuses || haltedAt !== null) return undefined;
  if (appointedUntil(state.book, 'data', self.dipId) !== null) return undefined;
  if (B029 && B029.DCCServiceFlag !== 'A') return undefined;
  return market.parties.some((it) => it.dipId === assigned.dipId && it.role === 'MDR') ? assigned : undefined;
}

/** When it is over: as the act says, with the appointment, with the start of the next retriever, or by the DCC's date. */
function endOfRunning(state: State, next: string | undefined, context: Context): string {
  const { haltedAt } = state.retrieval;
  const ended = appointedUntil(state.book, 'data', context.self.dipId) ?? undefined;
  return haltedAt ?? ended ?? next ?? siteOf(state).B029?.DCCEffectiveFromDate ?? beginOf(undefined, context);
}
