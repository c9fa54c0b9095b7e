import { messageLabel } from '../catalogue';
import type { Blame } from '../errors';
import type { LedgerEntry } from '../ledger';
import { actorOf, boundAs, inWords, positionOf } from './positions';
import type { ConversationContext, FacetId, LegResult } from './types';

/** Whose fault a facet is, why, and the code of the error registry that fits. */
export interface Fault {
  blame: Blame;
  why: string;
  code: string;
  /** The leg at which the conversation went wrong: not always the one that is missing. */
  root: LegResult;
}

/** All that a fault is found from. */
export interface Scene {
  results: readonly LegResult[];
  entries: readonly LedgerEntry[];
  ctx: ConversationContext;
}

export const blameOfActor = { participant: 'participant', simulated: 'harness', external: 'environment' } as const;

/** The simulated DIP is ours; any other is part of the environment. */
export const blameOfDip = (entry: LedgerEntry): Blame => (entry.source === 'dip' ? 'harness' : 'environment');

const kindOf = {
  participant: 'the participant under test',
  simulated: 'simulated by the harness',
  external: 'another real party',
};

const codeOf: Record<FacetId, string> = {
  'leg-seen': 'LEG_MISSING',
  'leg-content': 'LEG_CONTENT',
  'leg-answers': 'LEG_ORDER',
  'leg-order': 'LEG_ORDER',
  'leg-audience': 'LEG_NOT_DELIVERED',
  'leg-within': 'LEG_LATE',
};

/** The fault of the sender itself. */
export function senderFault(root: LegResult, facet: FacetId, ctx: ConversationContext): Fault {
  const { from, id, message } = root.leg;
  const actor = actorOf(from, ctx);
  const did = facet === 'leg-seen' ? 'did not send' : 'sent';
  const why = `${inWords(from)} is ${kindOf[actor]} and ${did} ${messageLabel(message)} (row ${id})`;
  return { blame: blameOfActor[actor], why, code: codeOf[facet], root };
}

/** Who sent an entry, as the binding knows it; undefined for a party outside the scenario. */
export function actorOfEntry(entry: LedgerEntry, ctx: ConversationContext) {
  const position = boundAs(positionOf(entry.from, ctx), ctx.actors);
  return position ? ctx.actors[position] : undefined;
}
