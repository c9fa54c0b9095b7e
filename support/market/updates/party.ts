import { messageLabel } from '../../catalogue';
import { argumentsOf, type ActName } from '../acts';
import { takeCopy } from '../records/copies';
import { learnSeen } from '../records/held-facts';
import type { PartyRecords } from '../records/party-records';
import { stay } from '../role';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';
import { askerOf } from './asker';
import { saidBy } from './asks';

/** An act by which a supplier or a service asks for an update or reports one; any other act leaves it as it is. */
export function ask<S extends PartyRecords>(
  state: S,
  act: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<S> {
  const said = saidBy(act, argumentsOf(act as ActName, args), askerOf(state, context));
  if (!said) return stay(state, `A ${context.self.role} has no part in ${act}`);
  return {
    state,
    messages: [{ primaryRecipients: [], ...said, correlationID: null }],
    effects: [{ note: `Sends ${messageLabel(said)}` }],
  };
}

/** What the Registration Service tells of an MPAN is kept, whatever else the role does with the message. */
export function keepFacts<S extends PartyRecords>(reaction: Reaction<S>, seen: Seen): Reaction<S> {
  return { ...reaction, state: learnSeen(reaction.state, seen) };
}

/** An answer or a copy of one that changes nothing but what is known of the MPAN; a refusal is told to who asked. */
export function keepCopy<S extends PartyRecords>(state: S, seen: Seen, context: Context): Reaction<S> {
  const taken = keepFacts(takeCopy(state, seen, context), seen);
  if (seen.response?.responseCode !== 'R') return taken;
  const why = seen.response.responseMessages.join('; ');
  return { ...taken, effects: [{ note: `${seen.label} refuses: ${why}` }] };
}
